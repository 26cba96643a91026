package popbeforesmtp.gate;

/**
 * A row of the list as its program keeps it.
 *
 * @param entry what stands in it: an address or a mailbox, in the program's own way of writing
 * @param mailbox whose log-in it was, if the program keeps that; else empty
 * @param listed address and times
 * @param state what it is good for
 */
public record KeptRow(String entry, String mailbox, ListedAddress listed, State state) {

    /** What a row is good for. */
    public enum State {
        /** Only a line in the log, until the watcher looks. */
        UNREAD,
        /** It opens sending, and its time is not up. */
        LIVE,
        /** Its time is up, and it opens sending still: nobody has taken it away. */
        OVERDUE,
        /** Its time is up, and it opens nothing. */
        EXPIRED,
        /** It is written in a way in which nobody looks it up. */
        UNMATCHED
    }

    /** Whether a line that is put up now is let through by it. */
    public boolean opens() {
        return state == State.LIVE || state == State.OVERDUE;
    }
}
