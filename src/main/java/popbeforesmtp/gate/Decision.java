package popbeforesmtp.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.DeskAnswer;
import popbeforesmtp.eventlog.Reason;

/**
 * The gate's answer.
 *
 * @param reason why, among the reasons that a server can know
 * @param row the row that decided, for {@link Reason#LISTED} and {@link Reason#EXPIRED}
 * @param words what the server says to refuse, the whole line without its CRLF; empty if the recipient is taken
 * @param answers the questions that led here, in their order; the last one decided
 */
public record Decision(Reason reason, Optional<ListedAddress> row, String words, List<DeskAnswer> answers) {

    /** Keeps the list as it is now. */
    public Decision {
        answers = List.copyOf(answers);
    }

    /** Whether the recipient is taken. */
    public boolean accepts() {
        return reason.accepts();
    }

    /** The end of the row that decided, for {@link Reason#LISTED} (until) and {@link Reason#EXPIRED} (since); else null. */
    public @Nullable Instant when() {
        return row.map(ListedAddress::until).orElse(null);
    }

    /** The question that decided. */
    public DeskAnswer deciding() {
        return answers.get(answers.size() - 1);
    }
}
