package popbeforesmtp.mailserver;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when it is turned; at the start it is the practice day's 14:00:00. */
final class TurnedClock implements InstantSource {

    private volatile Instant now;

    TurnedClock() {
        this(Instant.parse("2007-04-02T05:00:00Z"));
    }

    TurnedClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void turn(Duration forward) {
        now = now.plus(forward);
    }
}
