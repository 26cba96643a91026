package popbeforesmtp.store;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import popbeforesmtp.sandbox.journal.JournalStore.Unavailable;

/**
 * Tells in the log when nothing can be kept, a line a minute at the most, and when something can again. Safe for any number
 * of threads.
 */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger("store");
    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

    private long toldAt = System.nanoTime() - PAUSE;
    private boolean told;

    /** Something could not be read or kept. */
    synchronized Unavailable began(SQLException cause) {
        long now = System.nanoTime();
        if (now - toldAt >= PAUSE) {
            LOG.error("Worlds cannot be kept or read now: {}", line(cause));
            toldAt = now;
            told = true;
        }
        return new Unavailable(line(cause), cause);
    }

    /** Something was kept. */
    synchronized void over() {
        if (told) {
            LOG.warn("Worlds are kept again");
            told = false;
        }
    }

    /** What is the matter, in one line. */
    static String line(SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        return message.lines().findFirst().orElse(message).strip();
    }
}
