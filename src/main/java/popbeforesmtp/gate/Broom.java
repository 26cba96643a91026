package popbeforesmtp.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import popbeforesmtp.gate.ClockEvent.Kind;

/** Cron, with the line that vpopmail's manual gives as an example: {@code 40 * * * *}. */
final class Broom implements KeeperClock {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(40);

    private final RelayTable table;
    private Instant next = Instant.EPOCH;

    Broom(RelayTable table) {
        this.table = table;
    }

    @Override
    public ClockEvent start(Instant at) {
        Instant thisHour = at.truncatedTo(ChronoUnit.HOURS).plus(MINUTE);
        next = thisHour.isAfter(at) ? thisHour : thisHour.plus(HOUR);
        return ClockEvent.bare(Kind.START, at);
    }

    @Override
    public ClockEvent due() {
        return ClockEvent.bare(Kind.CRON, next);
    }

    @Override
    public ClockEvent act() {
        ClockEvent swept = new ClockEvent(Kind.CRON, next, List.of(), table.sweep(next));
        next = next.plus(HOUR);
        return swept;
    }
}
