package popbeforesmtp.process;

/** How a learner reaches the site now. */
interface Way {

    /** The port to ask at; waits if the site is just away. */
    int port() throws InterruptedException;

    /** No answer came from that port. */
    void lost(int port);

    /** A press or a page was answered. */
    void answered();

    /** A site that is always there. */
    static Way to(int port) {
        return new Way() {
            @Override
            public int port() {
                return port;
            }

            @Override
            public void lost(int lost) {
                throw new AssertionError("no answer from " + lost);
            }

            @Override
            public void answered() {}
        };
    }
}
