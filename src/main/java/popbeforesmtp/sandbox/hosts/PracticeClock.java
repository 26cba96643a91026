package popbeforesmtp.sandbox.hosts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;

/**
 * The clock of a world. It moves only when told, and never back. Written by the presser's thread, read by any.
 */
public final class PracticeClock implements InstantSource {

    /** When every practice day starts. */
    public static final Instant START =
            OffsetDateTime.parse("2007-04-02T14:00:00+09:00").toInstant();

    /** How far the clock can be moved by its buttons. */
    public static final Instant BOUND = START.plus(Duration.ofDays(7));

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves on; nothing happens if that moment has passed. */
    public void moveTo(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment;
        }
    }
}
