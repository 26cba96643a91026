package popbeforesmtp.sandbox.explain;

import java.time.Instant;
import java.util.Optional;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.press.Press;

/**
 * A press that was done at a seat, and what it led to: the shortest account of it, kept from the start of the world on.
 *
 * @param press the press
 * @param place where it was done; for a move, where it led
 * @param at the practice time when it was over
 * @param receiving how its receiving half ended, if it had one
 * @param sending how its sending half ended, if it had one
 */
public record Deed(Press press, Place place, Instant at, Optional<Half> receiving, Optional<Half> sending) {

    /**
     * How a half ended.
     *
     * @param outcome how
     * @param reason why, refined for people, if there is a reason to tell
     * @param reply the first word of the deciding reply, or empty
     */
    public record Half(Outcome outcome, Optional<Reason> reason, String reply) {}

    /** The account of a result. */
    public static Deed of(Place place, Result result) {
        return new Deed(
                result.press(),
                place,
                result.at(),
                result.receiving().map(Deed::half),
                result.sending().map(Deed::half));
    }

    private static Half half(ExchangeResult half) {
        return new Half(half.outcome(), half.reason(), half.reply());
    }

    /** The half that the press was about: the sending one if there was one. */
    public Optional<Half> main() {
        return sending.or(() -> receiving);
    }
}
