package popbeforesmtp.lesson.experiment;

import java.util.List;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.WorldView;

/**
 * What must be done in a world, press by press from its start, for something to be shown. So the site never says that
 * something was shown which was not.
 *
 * @param caseId the case that is played
 * @param route the way there; the last step shows it
 * @param end how that one ends
 */
public record Goal(String caseId, Route route, ExpectedOutcome end) {

    /** The goal of pressing this in the set-up of a case, under an id of one's own. */
    public static Goal of(Case played, SetUp setUp, List<Press> presses, ExpectedOutcome end) {
        return new Goal(played.id(), Route.of(played, setUp, presses).endingSo(end), end);
    }

    /** How its world starts. */
    public SetUp setUp() {
        return route.setUp();
    }

    /** The way there, in its order. */
    public List<RouteStep> steps() {
        return route.steps();
    }

    /** What is pressed, in this order. */
    public List<Press> presses() {
        return steps().stream().map(RouteStep::press).toList();
    }

    /** How far a world is on the way. */
    public Track track(WorldView view) {
        return route.track(view);
    }

    /** Whether a world has done just this, and nothing since. */
    public boolean isReached(WorldView view) {
        return track(view).isDone();
    }
}
