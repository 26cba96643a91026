package popbeforesmtp.sandbox.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.journal.Journal;

/**
 * The latest dialogues from before the last start, to be compared with those after it. They follow from their journals: what
 * was heard here is remembered, what was heard elsewhere is played again when it is wanted. One thread at a time.
 */
final class FormerRuns {

    private static final int KEPT = 3;

    private final Map<Journal, Map<SeatId, List<RecordedDialogue>>> heard = new HashMap<>();

    /** Remembers how a journal ended at a seat. */
    void remember(Journal journal, SeatId seat, List<RecordedDialogue> runs) {
        heard.computeIfAbsent(journal, absent -> new HashMap<>()).put(seat, latest(runs));
    }

    /**
     * The latest dialogues at a seat.
     *
     * @param journals what was played before the last start, oldest first; all others are forgotten
     */
    List<RecordedDialogue> of(List<Journal> journals, SeatId seat, LiveWorlds live) {
        heard.keySet().retainAll(Set.copyOf(journals));
        List<RecordedDialogue> runs = new ArrayList<>();
        for (Journal journal : journals) {
            if (!heard.getOrDefault(journal, Map.of()).containsKey(seat)) {
                remember(journal, seat, play(journal, seat, live));
            }
            runs.addAll(heard.getOrDefault(journal, Map.of()).getOrDefault(seat, List.of()));
        }
        return latest(runs);
    }

    private static List<RecordedDialogue> play(Journal journal, SeatId seat, LiveWorlds live) {
        try {
            LiveWorld stage = Replay.of(journal, live).stage();
            try {
                return stage.runs(seat);
            } finally {
                live.close(stage);
            }
        } catch (Replay.Impossible e) {
            return List.of();
        }
    }

    private static List<RecordedDialogue> latest(List<RecordedDialogue> runs) {
        return List.copyOf(runs.subList(Math.max(0, runs.size() - KEPT), runs.size()));
    }

    /** How many octets of memory they take, roughly. */
    long octets() {
        return heard.values().stream()
                .flatMap(seats -> seats.values().stream())
                .flatMap(List::stream)
                .mapToLong(RecordedDialogue::weight)
                .sum();
    }
}
