package popbeforesmtp.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import popbeforesmtp.gate.ClockEvent.Kind;
import popbeforesmtp.gate.RelayTable.Row;
import popbeforesmtp.gate.behaviour.Expiry;
import popbeforesmtp.gate.behaviour.Memory;
import popbeforesmtp.gate.behaviour.RelayBehaviour;

/**
 * The program that reads the mail log, as pop-before-smtp does: it looks every five seconds, and from the third look in
 * vain on more seldom, every ten at last. Each line of the log is news to it; only some of them tell of a log-in.
 */
final class LogWatcher implements KeeperClock {

    private static final int SOONEST = 5;
    private static final int LATEST = 10;
    private static final int SLOWER = 2;
    private static final int PATIENT_LOOKS = 3;
    private static final int MOST_LINES = 1_000;

    private final RelayTable table;
    private final RelayBehaviour behaviour;
    private final Supplier<Duration> window;
    private final List<Row> log = new ArrayList<>();
    private final List<Row> unread = new ArrayList<>();
    private boolean news;
    private Instant next = Instant.EPOCH;
    private Instant nextCheck = Instant.EPOCH;
    private int pause = SOONEST;
    private int vainLooks;

    LogWatcher(RelayTable table, RelayBehaviour behaviour, Supplier<Duration> window) {
        this.table = table;
        this.behaviour = behaviour;
        this.window = window;
    }

    /** A line is written into the log, whether somebody reads it or not. */
    void logged(Optional<Row> logIn) {
        news = true;
        logIn.ifPresent(row -> {
            unread.add(row);
            log.add(row);
            if (log.size() > MOST_LINES) {
                log.remove(0);
                unread.retainAll(log);
            }
        });
    }

    /** The log-ins that it has not read yet. */
    List<Row> unread() {
        return List.copyOf(unread);
    }

    /**
     * Where the list is made of the log, it is read from the beginning, and each log-in counts from its own time on. Else
     * what was written before is never read.
     */
    @Override
    public ClockEvent start(Instant at) {
        boolean again = behaviour.memory() == Memory.LOG;
        List<String> removed = again ? table.clear() : List.of();
        List<String> read = again ? read(log, at) : List.of();
        nextCheck = log.isEmpty() ? at : nextCheck(at);
        vainLooks = 0;
        done(at, SOONEST);
        return new ClockEvent(
                Kind.START,
                at,
                read,
                removed.stream().filter(entry -> !read.contains(entry)).toList());
    }

    @Override
    public ClockEvent due() {
        return ClockEvent.bare(Kind.LOOK, next);
    }

    @Override
    public ClockEvent act() {
        Instant now = next;
        boolean adds = unread.stream()
                .anyMatch(
                        row -> table.isLive(row, now) && table.find(row.entry()).isEmpty());
        List<String> read = read(unread, now);
        boolean checks = behaviour.expiry().by() == Expiry.By.LOOK || (news && (adds || !now.isBefore(nextCheck)));
        List<String> removed = checks ? table.sweep(now) : List.of();
        nextCheck = checks ? nextCheck(now) : nextCheck;
        vainLooks = news ? 0 : vainLooks + 1;
        done(now, news ? SOONEST : vainLooks < PATIENT_LOOKS ? pause : Math.min(LATEST, pause + SLOWER));
        return new ClockEvent(Kind.LOOK, now, read, removed);
    }

    /** Writes down the log-ins whose time is not up; their entries. */
    private List<String> read(List<Row> lines, Instant now) {
        List<Row> fresh = lines.stream().filter(row -> table.isLive(row, now)).toList();
        fresh.forEach(table::put);
        return fresh.stream().map(Row::entry).distinct().toList();
    }

    /** The log is read to its end. */
    private void done(Instant now, int seconds) {
        unread.clear();
        news = false;
        pause = seconds;
        next = now.plusSeconds(pause);
    }

    /** When it will be time to look through the list again. */
    private Instant nextCheck(Instant now) {
        return now.plusSeconds(window.get().toSeconds() / 2 + 60);
    }
}
