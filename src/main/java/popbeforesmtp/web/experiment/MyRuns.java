package popbeforesmtp.web.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.journal.Progress;
import popbeforesmtp.sandbox.run.RunId;

/**
 * The runs that a learner has kept, noted beside what else is noted of the learner: {@code run.7}, its name and how its last
 * mail ended. Nobody else writes these names.
 *
 * @param progress the notes
 */
record MyRuns(Progress progress) {

    /** How many runs a learner can keep; then the oldest one goes. */
    static final int MOST = 20;

    private static final String NAME = "run.";
    private static final int ID = 22;

    /**
     * A run that was kept.
     *
     * @param number counted from 1 for its learner, never the same twice
     * @param ended how its last mail ended, if it had one
     */
    record Kept(int number, RunId id, Optional<Outcome> ended) {}

    /** All of them, the latest first. */
    List<Kept> all() {
        List<Kept> all = new ArrayList<>();
        for (Map.Entry<String, String> note : progress.notes().entrySet()) {
            if (note.getKey().matches("run\\.\\d{1,9}")) {
                String value = note.getValue();
                RunId.parse(value.substring(0, Math.min(ID, value.length())))
                        .ifPresent(id -> all.add(new Kept(
                                Integer.parseInt(note.getKey().substring(NAME.length())),
                                id,
                                outcome(value.substring(ID)))));
            }
        }
        all.sort(Comparator.comparing(Kept::number).reversed());
        return List.copyOf(all);
    }

    private static Optional<Outcome> outcome(String kebab) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.kebab().equals(kebab))
                .findFirst();
    }

    /** The same with one more, without the oldest if there are too many. */
    MyRuns with(RunId id, Optional<Outcome> ended) {
        List<Kept> all = all();
        if (all.stream().anyMatch(kept -> kept.id().equals(id))) {
            return this;
        }
        int number = all.isEmpty() ? 1 : all.get(0).number() + 1;
        MyRuns fewer = this;
        for (Kept oldest : all.subList(Math.min(MOST - 1, all.size()), all.size())) {
            fewer = fewer.without(oldest);
        }
        String how = ended.map(Outcome::kebab).orElse("");
        return new MyRuns(fewer.progress.with(NAME + number, id.text() + how));
    }

    private MyRuns without(Kept kept) {
        Map<String, String> notes = new HashMap<>(progress.notes());
        notes.remove(NAME + kept.number());
        return new MyRuns(new Progress(notes));
    }
}
