package popbeforesmtp.mailserver.mailbox;

/** The room that several mailboxes share. Called by them while they are locked; implementations must not call them back. */
interface Room {

    /** As much as is wanted. */
    Room ANY = new Room() {
        @Override
        public boolean take(long octets) {
            return true;
        }

        @Override
        public void put(long octets) {}

        @Override
        public void give(long octets) {}

        @Override
        public void hold() {}

        @Override
        public void letGo() {}
    };

    /** Takes so much, if there is any. */
    boolean take(long octets);

    /** Takes so much past the bounds. */
    void put(long octets);

    /** Gives so much back. */
    void give(long octets);

    /** A session needs the mailbox: it must not be forgotten. */
    void hold();

    /** The session needs it no more. */
    void letGo();
}
