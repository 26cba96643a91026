package popbeforesmtp.sandbox.explain;

import java.util.Locale;

/** How a half of a press ended, as the page's {@code data-outcome} tells it. */
public enum Outcome {
    /** The log-in succeeded. */
    RECEIVED,
    /** The server refused the log-in. */
    RECEIVE_FAILED,
    /** The server took the mail for at least one recipient. */
    SENT,
    /** The server refused with a 4xx or 5xx reply. */
    REFUSED,
    /** Nobody answered. */
    NO_ANSWER,
    /** The machine answered that the port is not open. */
    CONNECTION_REFUSED,
    /** The name could not be found. */
    NAME_UNKNOWN,
    /** The connection ended in the middle. */
    LOST;

    /** The form used in pages: {@code no-answer}. */
    public String kebab() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it went as wished. */
    public boolean succeeded() {
        return this == RECEIVED || this == SENT;
    }
}
