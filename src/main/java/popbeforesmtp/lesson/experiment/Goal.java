package popbeforesmtp.lesson.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.lesson.experiment.StepExpectation.Ending;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.explain.Deed;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.world.WorldView;

/**
 * What must be done in a world, press by press from its start, for something to be shown. Each step is a pattern over what
 * was really done there: which press, where, and with which ending. It is taken from what a case promises, so the site never
 * asks for more than a test has seen, and never says that something was shown which was not.
 *
 * @param caseId the set-up that must be played
 * @param steps in their order; the last one shows it
 * @param end how the last one ends
 */
public record Goal(String caseId, List<RouteStep> steps, ExpectedOutcome end) {

    /** Keeps the list as it is now. */
    public Goal {
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param press the press
     * @param place where it is done; for a move, where it leads
     * @param ending how it must end, as far as that is known beforehand
     */
    public record RouteStep(Press press, Place place, Optional<ExpectedOutcome> ending) {

        /** Whether a deed is this step. */
        public boolean fits(Deed deed) {
            return deed.press().equals(press)
                    && deed.place() == place
                    && ending.map(expected -> expected.fits(deed)).orElse(true);
        }
    }

    /**
     * The goal of doing what a case does up to one of its steps.
     *
     * @param last the number of the step, counted from 0
     */
    static Goal of(Case played, int last, ExpectedOutcome end) {
        List<Step> steps = played.steps().subList(0, last + 1);
        return of(played, steps.stream().map(Step::press).toList(), end);
    }

    /** The goal of pressing this in the set-up of a case, which promises how each ends as far as it presses the same. */
    public static Goal of(Case played, List<Press> presses, ExpectedOutcome end) {
        List<RouteStep> steps = new ArrayList<>();
        Place place = played.setUp().place();
        boolean same = true;
        for (int i = 0; i < presses.size(); i++) {
            Press press = presses.get(i);
            place = place(press, place);
            same &= i < played.steps().size() && played.steps().get(i).press().equals(press);
            Optional<ExpectedOutcome> ending = i == presses.size() - 1
                    ? Optional.of(end)
                    : same ? played.steps().get(i).promise().ending().map(Goal::expected) : Optional.empty();
            steps.add(new RouteStep(press, place, ending));
        }
        return new Goal(played.setUp().id(), steps, end);
    }

    private static ExpectedOutcome expected(Ending ending) {
        return new ExpectedOutcome(ending.outcome(), ending.reason());
    }

    /** Where somebody is after a press. */
    private static Place place(Press press, Place before) {
        if (press instanceof Press.MoveTo move) {
            return move.place();
        }
        if (press instanceof Press.NextCallerDials) {
            return Place.NEXT_CALLER;
        }
        return press instanceof Press.Dial ? Place.PHONE : before;
    }

    /** How far a world is on the way. */
    public Track track(WorldView view) {
        List<Deed> deeds = view.setUp().id().equals(caseId) ? view.deeds() : List.of();
        int done = 0;
        while (done < steps.size() && done < deeds.size() && steps.get(done).fits(deeds.get(done))) {
            done++;
        }
        return new Track(steps, done, deeds.size() - done);
    }

    /** Whether a world has done just this, and nothing since. */
    public boolean isReached(WorldView view) {
        return track(view).isDone();
    }

    /**
     * How far a world is.
     *
     * @param steps the whole way
     * @param done how many of its steps were done, one after the other from the start
     * @param beside how many presses came after these that are not on the way
     */
    public record Track(List<RouteStep> steps, int done, int beside) {

        /** Whether all was done, and nothing since. */
        public boolean isDone() {
            return done == steps.size() && beside == 0;
        }

        /** Whether something else was pressed: from there on, only a new start leads on. */
        public boolean isLost() {
            return beside > 0;
        }

        /** The step that comes next; nothing when all was done, or the way is lost. */
        public Optional<RouteStep> next() {
            return isLost() || done == steps.size() ? Optional.empty() : Optional.of(steps.get(done));
        }
    }
}
