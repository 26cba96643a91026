package popbeforesmtp.sandbox.press;

import popbeforesmtp.network.Place;

/**
 * How a world starts. A case of {@code content/} is one of these; a journal keeps it by value.
 *
 * @param id the case's id in links, {@code too-late}; {@code free} for the plain sandbox
 * @param place where the learner sits at first
 * @param options what is chosen at first
 * @param mailbox what waits for hanako at every incoming host
 * @param open whether every host relays for everybody, as in the old days
 * @param dropAfterPass whether the mail program's connection is dropped right after the log-in
 */
public record SetUp(String id, Place place, Options options, Mailbox mailbox, boolean open, boolean dropAfterPass) {

    /** The plain sandbox. */
    public static final SetUp FREE = new SetUp("free", Place.CENTRE, Options.USUAL, Mailbox.THREE, false, false);

    /** The same under another id, so that one world is not taken for the other. */
    public SetUp named(String other) {
        return new SetUp(other, place, options, mailbox, open, dropAfterPass);
    }

    /** What waits in a mailbox. */
    public enum Mailbox {
        /** Nothing. */
        EMPTY(0),
        /** Three short mails. */
        THREE(3),
        /** Thirty mails of 84,000 octets each, 2,520,000 in all. */
        FULL(30);

        private final int mails;

        Mailbox(int mails) {
            this.mails = mails;
        }

        /** How many mails wait. */
        public int mails() {
            return mails;
        }
    }
}
