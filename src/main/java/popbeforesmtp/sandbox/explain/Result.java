package popbeforesmtp.sandbox.explain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.sandbox.press.Press;

/**
 * What a press led to. Which of its halves ran is a field of its own, set by the part that ran it.
 *
 * @param number which press it was at its seat, counted from 1 after the start of the world
 * @param at the practice time when it was over
 * @param press the press
 * @param receiving the receiving half: pressed, typed or climbed; nothing if nothing was decided at a receiving server
 * @param sending the sending half, in the same way
 * @param messages what to tell of the whole, most important first
 * @param next what to do next, if the mail was refused and something is known to help
 */
public record Result(
        int number,
        Instant at,
        Press press,
        Optional<ExchangeResult> receiving,
        Optional<ExchangeResult> sending,
        List<Message> messages,
        List<Message> next) {

    /** Keeps the lists as they are now. */
    public Result {
        messages = List.copyOf(messages);
        next = List.copyOf(next);
    }

    /** The half that the press is about: the sending one if there was one. */
    public Optional<ExchangeResult> main() {
        return sending.or(() -> receiving);
    }

    /** How it ended; nothing for a press without mail. */
    public Optional<Outcome> outcome() {
        return main().map(ExchangeResult::outcome);
    }

    /** How the receiving half ended, if one press did both halves. */
    public Optional<Outcome> receive() {
        return sending.isPresent() ? receiving.map(ExchangeResult::outcome) : Optional.empty();
    }

    /** The first word of the deciding reply, or empty. */
    public String reply() {
        return main().map(ExchangeResult::reply).orElse("");
    }

    /** Why, refined for people, if there is a reason to tell. */
    public Optional<Reason> reason() {
        return main().flatMap(ExchangeResult::reason);
    }

    /** What became of each recipient, if there were several. */
    public List<ExchangeResult.RecipientResult> recipients() {
        return main().map(ExchangeResult::recipients).orElse(List.of());
    }

    /** What decided, if something did. */
    public Optional<ExchangeResult.Key> key() {
        return main().flatMap(ExchangeResult::key);
    }
}
