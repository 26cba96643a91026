package popbeforesmtp.lesson.course;

import java.util.List;
import java.util.Optional;
import popbeforesmtp.lesson.experiment.Goal;
import popbeforesmtp.lesson.experiment.RouteStep;
import popbeforesmtp.lesson.experiment.Track;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.WorldView;

/**
 * Something to be guessed, tried and seen: one of the things that a lesson sets beside each other.
 *
 * @param name its name in its lesson: {@code a}, {@code A} for a closed box, {@code today}
 * @param setUp how its world starts; its id is the trial's own, so that no other trial's world is taken for it
 * @param predictOn the step that is guessed, counted from 1
 * @param goal what must be done, and seen
 * @param controls what is shown of the sandbox
 * @param guidance the words
 */
public record Trial(String name, SetUp setUp, int predictOn, Goal goal, Controls controls, Guidance guidance) {

    /**
     * The words of a trial.
     *
     * @param setting where we are, and what is different from the trial before
     * @param task what to do
     * @param predict the question before it
     * @param hint a hint
     * @param bigger a bigger one
     * @param look what to look at when it is done; closed boxes tell that otherwise
     */
    public record Guidance(Prose setting, Prose task, Prose predict, Prose hint, Prose bigger, Optional<Prose> look) {}

    /** The case that is played. */
    public String caseId() {
        return goal.caseId();
    }

    /** What to press, in this order. */
    public List<Press> steps() {
        return goal.presses();
    }

    /** Whether the learner's world is this trial's. */
    public boolean isPlayed(WorldView view) {
        return view.setUp().id().equals(setUp.id());
    }

    /** Whether this world has done it: just these presses, with the endings that they were to have, and nothing since. */
    public boolean isDone(WorldView view) {
        return goal.isReached(view);
    }

    /** How the last press of mail ended in this trial's world, done or not. */
    public Optional<Outcome> seen(WorldView view) {
        return isPlayed(view) ? view.talked().flatMap(Result::outcome) : Optional.empty();
    }

    /** What was guessed beside what is seen; nothing before the trial is done. */
    public Optional<Guess.Match> match(Optional<Guess> guess, WorldView view) {
        return isDone(view)
                ? Optional.of(guess.map(it -> it.against(goal.end().outcome())).orElse(Guess.Match.NONE))
                : Optional.empty();
    }

    /**
     * What to press now, for whoever wants to be led: the next step; the start, if something else was pressed last; nothing
     * when it is done.
     */
    public Optional<Press> next(WorldView view) {
        Track track = goal.track(view);
        if (track.isDone()) {
            return Optional.empty();
        }
        return Optional.of(track.next().map(RouteStep::press).orElseGet(() -> new Press.Begin(setUp)));
    }
}
