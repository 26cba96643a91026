package popbeforesmtp.sandbox.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.Reason;

/**
 * One half of a press: a receiving or a sending, and what to tell of it.
 *
 * @param outcome how it ended
 * @param reply the first word of the deciding reply, or empty
 * @param reason why, refined for people
 * @param tellings most important first
 * @param recipients what became of each recipient, if there were several
 * @param key what decided
 */
public record ExchangeResult(
        Outcome outcome,
        String reply,
        Optional<Reason> reason,
        List<Message> tellings,
        List<Result.RecipientResult> recipients,
        Optional<Result.Key> key) {

    /** The same with more to tell. */
    ExchangeResult telling(List<Message> more) {
        List<Message> told = new ArrayList<>(tellings);
        told.addAll(more);
        return new ExchangeResult(outcome, reply, reason, told, recipients, key);
    }
}
