package popbeforesmtp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** True time that stands still until a test turns it. */
public final class TurnedClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    /** Turns it on. */
    public void turn(Duration by) {
        now = now.plus(by);
    }
}
