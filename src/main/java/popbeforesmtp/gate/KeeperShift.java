package popbeforesmtp.gate;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A keeper at work or asleep: it does what is due when it hears the time, and what it did is told. Guarded by the gate's monitor. */
final class KeeperShift {

    private static final int MOST_TOLD = 200;

    private final Optional<KeeperClock> clock;
    private final Deque<ClockEvent> done = new ArrayDeque<>();
    private boolean started;
    private boolean awake = true;

    /** @param clock what it does by itself; nothing if it only answers */
    KeeperShift(Optional<KeeperClock> clock) {
        this.clock = clock;
    }

    boolean isAwake() {
        return awake;
    }

    /** Does what has become due. A keeper begins when it first hears the time. */
    void advance(Instant now) {
        if (clock.isEmpty()) {
            return;
        }
        KeeperClock keeper = clock.get();
        if (!started) {
            started = true;
            keeper.start(now);
        }
        while (awake && !keeper.due().at().isAfter(now)) {
            note(keeper.act());
        }
    }

    /** A log-in is about to be written into the list. */
    void called(Instant at) {
        clock.flatMap(keeper -> keeper.called(at)).ifPresent(this::note);
    }

    void sleep() {
        awake = false;
    }

    void wake(Instant now) {
        awake = true;
        clock.ifPresent(keeper -> note(keeper.start(now)));
    }

    /** What is done next, unless it sleeps. */
    Optional<ClockEvent> due() {
        return clock.filter(keeper -> awake && started).map(KeeperClock::due);
    }

    /** What was done since this was last asked: all that changed the list, and the latest. */
    List<ClockEvent> told() {
        List<ClockEvent> told = List.copyOf(done);
        done.clear();
        return told;
    }

    private void note(ClockEvent event) {
        if (!done.isEmpty() && !done.getLast().didSomething()) {
            done.removeLast();
        }
        done.addLast(event);
        if (done.size() > MOST_TOLD) {
            done.removeFirst();
        }
    }
}
