package popbeforesmtp.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import popbeforesmtp.gate.ClockEvent.Kind;

/**
 * The daemon that waits for calls, as rpc.dracd does: a tenth of the window without a call, and it sweeps; a call begins
 * that wait anew, and sweeps first if a tenth has passed since the last sweep. So a row may stay for nearly two tenths.
 */
final class Sweeper implements KeeperClock {

    private static final int PART = 10;

    private final RelayTable table;
    private final Supplier<Duration> window;
    private Instant quietSince = Instant.EPOCH;
    private Instant nextAtACall = Instant.EPOCH;

    Sweeper(RelayTable table, Supplier<Duration> window) {
        this.table = table;
        this.window = window;
    }

    @Override
    public ClockEvent start(Instant at) {
        quietSince = at;
        nextAtACall = at.plus(tenth());
        return ClockEvent.bare(Kind.START, at);
    }

    @Override
    public ClockEvent due() {
        return ClockEvent.bare(Kind.SWEEP, quietSince.plus(tenth()));
    }

    @Override
    public ClockEvent act() {
        return sweep(due().at());
    }

    @Override
    public Optional<ClockEvent> called(Instant at) {
        Optional<ClockEvent> swept = at.isBefore(nextAtACall) ? Optional.empty() : Optional.of(sweep(at));
        quietSince = at;
        return swept;
    }

    private ClockEvent sweep(Instant at) {
        quietSince = at;
        nextAtACall = at.plus(tenth());
        return new ClockEvent(Kind.SWEEP, at, List.of(), table.sweep(at));
    }

    /** Whole seconds, one at least. */
    private Duration tenth() {
        return Duration.ofSeconds(Math.max(1, window.get().toSeconds() / PART));
    }
}
