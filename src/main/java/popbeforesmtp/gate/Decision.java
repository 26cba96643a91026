package popbeforesmtp.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.Reason;

/**
 * The gate's answer.
 *
 * @param reason why, among the reasons that a server can know
 * @param when the end of the row that decided, for {@link Reason#LISTED} (until) and {@link Reason#EXPIRED} (since); else
 *     null
 * @param words what the server says to refuse, the whole line without its CRLF; empty if the recipient is taken
 */
public record Decision(Reason reason, @Nullable Instant when, String words) {

    /** Whether the recipient is taken. */
    public boolean accepts() {
        return reason.accepts();
    }
}
