package popbeforesmtp.gate;

import java.time.Instant;
import java.util.Optional;

/** What a keeper does when its time has come. Guarded by the gate's monitor. */
interface KeeperClock {

    /** The keeper begins, for the first time or after a sleep. */
    ClockEvent start(Instant at);

    /** What it does next, and when; {@link #start} was called before. */
    ClockEvent due();

    /** Does what is due. */
    ClockEvent act();

    /** Hears that a log-in is about to be written into the list; what it does about that at once is told. */
    default Optional<ClockEvent> called(Instant at) {
        return Optional.empty();
    }
}
