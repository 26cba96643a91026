package popbeforesmtp.eventlog;

import java.time.Instant;

/**
 * A question that the sending desk asked itself, with its answer.
 *
 * @param question what it asked itself
 * @param yes what it found
 * @param at when: at the RCPT, or before, if it looked earlier in the session
 */
public record DeskAnswer(Question question, boolean yes, Instant at) {

    /** What a desk can ask itself before it takes a recipient; no desk asks everything. */
    public enum Question {
        /** Is the recipient of this host? */
        OWN_PEOPLE,
        /** Does somebody of that name live here? */
        LIVES_HERE,
        /** Did the caller give a name and a password at this desk? Asked only where he did. */
        AUTHENTICATED,
        /** Does this host relay for everybody? Asked only where it does. */
        OPEN_TO_ALL,
        /** Is the caller inside the provider's own network? */
        OWN_NETWORK,
        /** Did an earlier sender open this line already? */
        OPENED_BEFORE,
        /** Does the sender live here? */
        OWN_SENDER,
        /** Does the daemon that remembers the addresses answer? */
        KEEPER_ANSWERS,
        /** Is there a row for the caller's address, or for the sender where rows are about mailboxes? */
        LISTED,
        /** Is the caller's address the latest one that the sender received from? */
        LATEST_ADDRESS,
        /** Is the row within its time? Asked only by a desk that looks at the time. */
        IN_TIME
    }
}
