package popbeforesmtp.classroom;

import java.time.Duration;
import java.time.Instant;

/**
 * A seat calls the teacher.
 *
 * @param since when it called first, true time
 */
public record Call(Instant since) {

    /** How long it has waited, in whole minutes. */
    public long minutes(Instant now) {
        return Math.max(0, Duration.between(since, now).toMinutes());
    }
}
