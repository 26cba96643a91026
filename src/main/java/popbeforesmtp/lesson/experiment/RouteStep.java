package popbeforesmtp.lesson.experiment;

import java.util.Optional;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.explain.Deed;
import popbeforesmtp.sandbox.press.Press;

/**
 * One step of an instruction: a pattern over what was really done.
 *
 * @param press the press; options are set as a whole
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
