package popbeforesmtp.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import popbeforesmtp.sandbox.Answer;

/** What is said about a press itself, above the result. The name survives the way from a POST to its page, {@code ?told=old}. */
enum Told {
    /** It came from an old page. */
    OLD("notice.step.old"),
    /** The journal is full. */
    FULL("notice.full"),
    /** There was nothing to undo. */
    NOTHING("notice.noundo"),
    /** The world was swept. */
    SWEPT("notice.swept"),
    /** There was no cookie. */
    COOKIES("notice.cookies"),
    /** It was undone. */
    UNDONE("undone"),
    /** The world started over. */
    RESET("reset.done"),
    /** The learner's progress was cleared. */
    CLEARED("learn.cleared");

    private final String key;

    Told(String key) {
        this.key = key;
    }

    /** The key of its words. */
    String key() {
        return key;
    }

    /** The name in addresses. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name, or nothing. */
    static Optional<Told> of(String id) {
        return Arrays.stream(values()).filter(told -> told.id().equals(id)).findFirst();
    }

    /**
     * What is said about an answer.
     *
     * @param done what is said if the press was done, if anything
     */
    static Optional<Told> of(Answer.Kind kind, Optional<Told> done) {
        return switch (kind) {
            case DONE, SAME -> done;
            case OLD -> Optional.of(OLD);
            case FULL -> Optional.of(FULL);
            case NOTHING_TO_UNDO -> Optional.of(NOTHING);
        };
    }
}
