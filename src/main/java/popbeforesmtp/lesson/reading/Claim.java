package popbeforesmtp.lesson.reading;

import java.util.List;
import java.util.Optional;
import popbeforesmtp.lesson.experiment.Goal;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.sandbox.world.WorldView;

/**
 * Something that an explanation says.
 *
 * @param id its name in links and content, {@code E6}
 * @param source the slug of the explanation that says it
 * @param verdict what the experiments say to it
 * @param proofs the experiments and what they come to; the first is the one to begin with
 * @param history the place on the history page, where only history can show it
 * @param words what is told of it
 */
public record Claim(
        String id, String source, Verdict verdict, List<Goal> proofs, Optional<String> history, Words words) {

    /**
     * What is told of a claim.
     *
     * @param label a very short form of it
     * @param press what to press
     * @param seen what was seen, set against what was claimed
     */
    public record Words(Prose label, Prose press, Prose seen) {}

    /** Keeps the list as it is now. */
    public Claim {
        proofs = List.copyOf(proofs);
    }

    /** A very short form of it. */
    public Prose label() {
        return words.label();
    }

    /** What to press. */
    public Prose press() {
        return words.press();
    }

    /** What was seen, set against what was claimed. */
    public Prose seen() {
        return words.seen();
    }

    /** The experiment to begin with, the id of a case. */
    public Optional<String> experiment() {
        return proofs.stream().map(Goal::caseId).findFirst();
    }

    /** What must be done in this experiment, the id of a case, to show it. */
    public Optional<Goal> proof(String caseId) {
        return proofs.stream().filter(goal -> goal.caseId().equals(caseId)).findFirst();
    }

    /** Whether one of the experiments is being played and has come to what shows the claim. */
    public boolean isSeen(WorldView view) {
        return proofs.stream().anyMatch(proof -> proof.isReached(view));
    }
}
