package popbeforesmtp.gate.behaviour;

import java.time.Instant;

/**
 * How the time of a row ends.
 *
 * @param by who ends it
 * @param endIsInside whether the row counts at its last instant still, or no longer
 */
public record Expiry(By by, boolean endIsInside) {

    /** Who ends it. */
    public enum By {
        /** Whoever reads the list looks at the time himself; for all others a row counts as long as it is there. */
        READER,
        /** The daemon: after a tenth of the window without a call, or at a call when a tenth has passed. */
        SWEEP,
        /** The watcher, at each look. */
        LOOK,
        /**
         * The watcher, at a look at which there are new lines in the log, if one of them adds a row or the last check is half
         * the window and a minute ago.
         */
        BUSY_LOOK,
        /** Cron, at forty minutes past each hour. */
        CRON
    }

    /**
     * Whether the time of a row is not up.
     *
     * @param until the end of the row
     */
    public boolean isLive(Instant until, Instant now) {
        return endIsInside ? !now.isAfter(until) : now.isBefore(until);
    }
}
