package popbeforesmtp.sandbox.run;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.sandbox.world.Worlds;

/**
 * Keeps runs and plays them for those who look. A run is kept as a world of its own in which nobody presses, so all that holds
 * for worlds holds for runs: how many there may be, whose go first, how long a store keeps them. Safe for any number of
 * threads.
 */
public final class Runs {

    /** How much memory the played runs may take, roughly, in octets. */
    private static final long MOST = 4 << 20;

    private final Worlds worlds;
    private final Map<RunId, Run> played = new LinkedHashMap<>(16, 0.75f, true);
    private long octets;

    public Runs(Worlds worlds) {
        this.worlds = worlds;
    }

    /**
     * Keeps what a learner has pressed since the last start. Kept twice it is the same run.
     *
     * @param secret the learner's
     * @param owner where the learner comes from, as for {@link Worlds#make}
     * @return nothing if nothing was pressed, or others have pressed in that world, too
     * @throws popbeforesmtp.sandbox.journal.JournalStore.Unavailable if it cannot be kept now
     */
    public Optional<RunId> keep(String secret, SeatId seat, String owner) {
        Optional<Journal> journal = worlds.find(secret)
                .map(world -> world.seat(seat).journal())
                .filter(it -> it.length() > 1 && it.isOf(seat));
        return journal.map(pressed -> {
            RunId id = RunId.of(secret, pressed);
            worlds.make(id.key(), owner).seat(seat).adopt(pressed);
            return id;
        });
    }

    /** Forgets a run that its learner wants to keep no longer. */
    public void forget(RunId id) {
        worlds.end(id.key());
        synchronized (this) {
            Run gone = played.remove(id);
            octets -= gone == null ? 0 : gone.octets();
        }
    }

    /** Whether a run need not be played to be looked at. */
    public synchronized boolean isPlayed(RunId id) {
        return played.containsKey(id);
    }

    /** What was pressed in a run; nothing if there is none of that name, or none any more. */
    public Optional<Journal> journal(RunId id) {
        return session(id).map(SeatSession::journal);
    }

    private Optional<SeatSession> session(RunId id) {
        return worlds.find(id.key())
                .map(world -> world.seat(SeatId.FIRST))
                .filter(seat -> !seat.journal().isEmpty());
    }

    /**
     * A run, played on the real servers if it was not looked at lately.
     *
     * @return nothing if there is none of that name, none any more, or it cannot be played
     */
    public Optional<Run> find(RunId id) {
        synchronized (this) {
            Run known = played.get(id);
            if (known != null) {
                return Optional.of(known);
            }
        }
        return session(id).flatMap(seat -> {
            Journal journal = seat.journal();
            SeatId whose = journal.entries().get(0).seat();
            List<WorldView> stands = seat.playedApart(whose);
            return stands.isEmpty() ? Optional.empty() : Optional.of(remember(id, new Run(journal, stands)));
        });
    }

    private synchronized Run remember(RunId id, Run run) {
        Run before = played.put(id, run);
        octets += run.octets() - (before == null ? 0 : before.octets());
        Iterator<Run> oldest = played.values().iterator();
        while (octets > MOST && oldest.hasNext()) {
            octets -= oldest.next().octets();
            oldest.remove();
        }
        return run;
    }
}
