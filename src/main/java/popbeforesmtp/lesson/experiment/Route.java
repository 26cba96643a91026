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
     * How far these deeds lead. The ladder only looks: trying its rungs leads nobody astray. What is chosen may be chosen one
     * by one: only what is chosen in the end counts.
     *
     * @param all what was done since the start, oldest first
     */
    public Track track(List<Deed> all) {
        List<Deed> deeds = settled(all);
        int done = 0;
        while (done < steps.size() && done < deeds.size() && steps.get(done).fits(deeds.get(done))) {
            done++;
        }
        if (done == deeds.size() - 1 && isOnTheWay(done, deeds)) {
            deeds = deeds.subList(0, done);
        }
        boolean looked = !all.isEmpty() && isLook(all.get(all.size() - 1));
        return new Track(this, done, deeds.subList(done, deeds.size()), looked);
    }

    /** What was done, without looks; of choices that follow each other the last one. */
    private static List<Deed> settled(List<Deed> all) {
        List<Deed> deeds = new ArrayList<>();
        for (Deed deed : all) {
            int last = deeds.size() - 1;
            boolean again = last >= 0
                    && deed.press() instanceof Press.Choose
                    && deeds.get(last).press() instanceof Press.Choose;
            if (again) {
                deeds.remove(last);
            }
            if (!isLook(deed)) {
                deeds.add(deed);
            }
        }
        return deeds;
    }

    /** Whether the latest deed has chosen a part of what the next step wants chosen, and nothing else. */
    private boolean isOnTheWay(int next, List<Deed> deeds) {
        if (next >= steps.size()
                || !(steps.get(next).press() instanceof Press.Choose wanted)
                || !(deeds.get(next).press() instanceof Press.Choose chosen)) {
            return false;
        }
        Options before = options(next);
        return !chosen.options().equals(before)
                && Arrays.stream(Setting.values()).allMatch(setting -> {
                    String answer = chosen.options().answer(setting);
                    return answer.equals(wanted.options().answer(setting)) || answer.equals(before.answer(setting));
                });
    }

    /** What is chosen before a step. */
    private Options options(int step) {
        Options options = setUp.options();
        for (RouteStep each : steps.subList(0, step)) {
            options = each.press() instanceof Press.Choose choose ? choose.options() : options;
        }
        return options;
    }

    private static boolean isLook(Deed deed) {
        return deed.press() instanceof Press.Climb;
    }

    /**
     * How far a world is.
     *
     * @param route the whole way
     * @param done how many of its steps were done, one after the other from the start
     * @param beside what was done after these that is not on the way
     * @param looked whether the latest press only looked
     */
    public record Track(Route route, int done, List<Deed> beside, boolean looked) {

        /** Keeps the list as it is now. */
        public Track {
            beside = List.copyOf(beside);
        }

        /** Whether all was done, whatever came then. */
        public boolean isOver() {
            return done == route.steps.size();
        }

        /** Whether all was done just now: what the page shows is what the last step led to. */
        public boolean isDone() {
            return isOver() && beside.isEmpty() && !looked;
        }

        /** Whether something else was pressed before the end: from there on, only a new start leads on. */
        public boolean isLost() {
            return !isOver() && !beside.isEmpty();
        }

        /** The step that comes next; nothing when all was done, or the way is lost. */
        public Optional<RouteStep> next() {
            return isLost() || isOver() ? Optional.empty() : Optional.of(route.steps.get(done));
        }

        /** What was done last, if it was not on the way. */
        public Optional<Deed> stray() {
            return beside.isEmpty() ? Optional.empty() : Optional.of(beside.get(beside.size() - 1));
        }
    }
}
