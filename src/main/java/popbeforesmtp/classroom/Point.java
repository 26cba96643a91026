package popbeforesmtp.classroom;

import java.util.Optional;

/**
 * A point of the plan.
 *
 * @param id its name in texts, {@code neighbour}
 * @param minutes how long it takes
 * @param address where a learner works at it, {@code /try?case=send-only}; empty if at the page of the class itself
 * @param asks whether the class predicts something first
 */
public record Point(String id, int minutes, String address, boolean asks) {

    /** The page of the class, on which it predicts and shares rounds. */
    public static final String CLASS = "/class";

    /** Where 「先生のところへ」 leads. */
    public String start() {
        return asks || address.isEmpty() ? CLASS : address;
    }

    /** Where the learner goes on from the page of the class, if there is such a place. */
    public Optional<String> further() {
        return Optional.of(address).filter(page -> asks && !page.isEmpty());
    }
}
