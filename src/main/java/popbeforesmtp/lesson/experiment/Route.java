package popbeforesmtp.lesson.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.lesson.experiment.StepExpectation.Ending;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.explain.Deed;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;
import popbeforesmtp.sandbox.world.WorldView;

/**
 * An instruction: what to press from the start of a world on, step by step. It is taken from what a case promises, so the
 * site never asks for more than a test has seen. Whether a step is done is read off the deeds of the learner's seat; what
 * another experiment did never counts. Pure functions.
 *
 * @param setUp how its world starts; its id is the instruction's own
 * @param steps in their order
 */
public record Route(SetUp setUp, List<RouteStep> steps) {

    /** Keeps the list as it is now. */
    public Route {
        steps = List.copyOf(steps);
    }

    /** All presses of a case, with the endings that it promises. */
    public static Route of(Case played) {
        return of(
                played, played.setUp(), played.steps().stream().map(Step::press).toList());
    }

    /** These presses in a world of one's own; the case promises how each ends, as far as it presses the same. */
    public static Route of(Case played, SetUp setUp, List<Press> presses) {
        List<RouteStep> steps = new ArrayList<>();
        Place place = setUp.place();
        boolean same = true;
        for (int i = 0; i < presses.size(); i++) {
            Press press = presses.get(i);
            place = place(press, place);
            same &= i < played.steps().size() && played.steps().get(i).press().equals(press);
            Optional<Ending> promised = same ? played.steps().get(i).promise().ending() : Optional.empty();
            steps.add(new RouteStep(
                    press, place, promised.map(ending -> new ExpectedOutcome(ending.outcome(), ending.reason()))));
        }
        return new Route(setUp, steps);
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

    /** The same way with another ending. */
    Route endingSo(ExpectedOutcome end) {
        int last = steps.size() - 1;
        List<RouteStep> other = new ArrayList<>(steps);
        other.set(last, new RouteStep(steps.get(last).press(), steps.get(last).place(), Optional.of(end)));
        return new Route(setUp, other);
    }

    /** How far a world is on the way. */
    public Track track(WorldView view) {
        return track(view.setUp().id().equals(setUp.id()) ? view.deeds() : List.of());
    }

    /**
     * How far these deeds lead.
     *
     * @param deeds what was done since the start, oldest first
     */
    public Track track(List<Deed> deeds) {
        Track track = Track.start(this);
        for (Deed deed : deeds) {
            track = track.after(deed);
        }
        return track;
    }

    /** Whether a deed chooses a part of what a step wants chosen, and nothing else. */
    boolean isPart(int step, Deed deed) {
        if (!(steps.get(step).press() instanceof Press.Choose wanted)
                || !(deed.press() instanceof Press.Choose chosen)) {
            return false;
        }
        Options before = options(step);
        return !chosen.options().equals(before)
                && Arrays.stream(Setting.values()).allMatch(setting -> {
                    String answer = chosen.options().answer(setting);
                    return answer.equals(wanted.options().answer(setting)) || answer.equals(before.answer(setting));
                });
    }

    /** What is chosen before a step. */
    Options options(int step) {
        Options options = setUp.options();
        for (RouteStep each : steps.subList(0, step)) {
            options = each.press() instanceof Press.Choose choose ? choose.options() : options;
        }
        return options;
    }
}
