package popbeforesmtp.sandbox.world;

import java.util.List;

/** The latest dialogues from before the last start, to be compared with those after it. One thread at a time. */
final class FormerRuns {

    private static final int KEPT = 3;

    private List<RecordedDialogue> runs = List.of();
    private List<RecordedDialogue> before = List.of();
    private boolean justBegun;

    List<RecordedDialogue> all() {
        return runs;
    }

    /** The world began anew. */
    void begun(List<RecordedDialogue> latest) {
        before = runs;
        runs = List.copyOf(latest.subList(Math.max(0, latest.size() - KEPT), latest.size()));
        justBegun = true;
    }

    /** A press was done since. */
    void pressed() {
        justBegun = false;
    }

    /** The latest act was undone: the start itself, or a press after it. */
    void undo() {
        runs = justBegun ? before : runs;
        justBegun = false;
    }

    /** How many octets of memory they take, roughly. */
    long octets() {
        return runs.stream().mapToLong(RecordedDialogue::weight).sum()
                + before.stream().mapToLong(RecordedDialogue::weight).sum();
    }
}
