package popbeforesmtp.lesson.experiment;

import java.util.List;
import popbeforesmtp.sandbox.press.SetUp;

/**
 * An experiment: how its world starts, what is pressed, and what must be seen. {@code case.<id>.title} and
 * {@code case.<id>.task} tell it to people.
 *
 * @param id its name in links, content, code and tests alike
 * @param setUp how the world starts
 * @param steps the presses in their order, with what each must lead to
 */
public record Case(String id, SetUp setUp, List<Step> steps) {

    /** Keeps the steps as they are now. */
    public Case {
        steps = List.copyOf(steps);
    }

    /** What its task asks for: all its presses, one after the other. */
    public Route route() {
        return Route.of(this);
    }
}
