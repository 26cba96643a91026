package popbeforesmtp.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;

/**
 * The clock of a world. It moves only when told, and never back. Written by the presser's thread, read by any.
 */
final class PracticeClock implements InstantSource {

    /** When every practice day starts. */
    static final Instant START =
            OffsetDateTime.parse("2007-04-02T14:00:00+09:00").toInstant();

    /** How far the clock can be moved by its buttons. */
    static final Instant BOUND = START.plus(Duration.ofDays(7));

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves on; nothing happens if that moment has passed. */
    void moveTo(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment;
        }
    }

    /** Moves on by a duration that is not negative. */
    void move(Duration by) {
        moveTo(now.plus(by));
    }
}
