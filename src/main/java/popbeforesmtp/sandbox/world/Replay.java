package popbeforesmtp.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.hosts.LaidDown;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.journal.JournalEntry;

/**
 * A journal that was played in a live world. If that world is a new one, nobody else sees it until it is asked for.
 *
 * @param stage the live world
 * @param journal the same presses, with what was observed now
 * @param isFaithful whether that is what was observed before
 */
record Replay(LiveWorld stage, Journal journal, boolean isFaithful) {

    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    /** The journal cannot be played. */
    static final class Impossible extends Exception {

        private static final long serialVersionUID = 1L;

        Impossible(RuntimeException cause) {
            super(cause);
        }
    }

    /**
     * Plays a journal from its start to its end.
     *
     * @throws Impossible if a press in it cannot be done; nothing is left open
     * @throws MachineFailedException if this machine failed; nothing is left open
     */
    static Replay of(Journal journal, LiveWorlds live) throws Impossible {
        LiveWorld stage;
        try {
            stage = live.open(journal.setUp());
        } catch (RuntimeException e) {
            throw new Impossible(e);
        }
        boolean done = false;
        Meter.Lap lap = live.plays(journal);
        try {
            Replay replay = on(stage, journal.entries());
            done = true;
            return replay;
        } finally {
            lap.end();
            if (!done) {
                live.close(stage);
            }
        }
    }

    /**
     * Plays on in a world that stands before these presses.
     *
     * @throws Impossible if one of them cannot be done
     * @throws MachineFailedException if this machine failed
     */
    static Replay on(LiveWorld stage, List<JournalEntry> entries) throws Impossible {
        try {
            return play(entries, stage);
        } catch (MachineFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Impossible(e);
        }
    }

    private static Replay play(List<JournalEntry> entries, LiveWorld stage) {
        List<JournalEntry> observed = new ArrayList<>();
        boolean faithful = true;
        for (JournalEntry entry : entries) {
            PressExecution.Played played = stage.play(entry.seat(), entry.press());
            if (played.broken()) {
                throw new MachineFailedException();
            }
            faithful &= entry.digest().isEmpty() || entry.digest().equals(played.digest());
            observed.add(entry.observed(played.digest()));
        }
        return new Replay(stage, new Journal(observed), faithful);
    }

    /**
     * Plays a journal for looking only.
     *
     * @param laidDown what holds at the hosts in place of what usually does
     * @return the world as that seat saw it after each entry; empty if the journal is, or cannot be played now
     */
    static List<WorldView> apart(Journal journal, SeatId seat, LiveWorlds live, LaidDown laidDown) {
        if (journal.isEmpty()) {
            return List.of();
        }
        List<WorldView> stands = new ArrayList<>();
        LiveWorld apart = live.open(journal.setUp(), laidDown);
        try {
            for (JournalEntry entry : journal.entries()) {
                stands.add(on(apart, List.of(entry)).stage().view(seat, "", false, Optional.empty()));
            }
            return List.copyOf(stands);
        } catch (Impossible | MachineFailedException e) {
            LOG.warn("A journal cannot be played: {}", String.valueOf(e.getCause()));
            return List.of();
        } finally {
            live.close(apart);
        }
    }
}
