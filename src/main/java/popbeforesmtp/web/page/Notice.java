package popbeforesmtp.web.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import popbeforesmtp.sandbox.world.Answer;
import popbeforesmtp.sandbox.world.World;

/** What is said about a press itself, above the result. The name survives the way from a POST to its page, {@code ?told=old}. */
public enum Notice {
    /** It came from an old page. */
    OLD("notice.step.old"),
    /** The journal is full. */
    FULL("notice.full"),
    /** There was nothing to undo. */
    NOTHING("notice.noundo"),
    /** The world was swept. */
    SWEPT("notice.swept"),
    /** The journal could not be played any more: it starts afresh. */
    AFRESH("notice.afresh"),
    /** It was played again and led elsewhere than before. */
    DIFFERENT("notice.different"),
    /** This machine failed while it was done. */
    BROKEN("notice.again"),
    /** It could not be kept. */
    NOT_KEPT("notice.notkept"),
    /** There was no cookie. */
    COOKIES("notice.cookies"),
    /** It was undone. */
    UNDONE("undone"),
    /** The world started over. */
    RESET("reset.done"),
    /** Something was chosen that does not count yet, and a press would have run without it. */
    CHOSEN("notice.chosen"),
    /** What was chosen is so already. */
    UNCHANGED("notice.unchanged"),
    /** Whoever wanted to be led has arrived. */
    LED("notice.led"),
    /** The learner's progress was cleared. */
    CLEARED("learn.cleared");

    private final String key;

    Notice(String key) {
        this.key = key;
    }

    /** The key of its words. */
    public String key() {
        return key;
    }

    /** The name in addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name, or nothing. */
    public static Optional<Notice> of(String id) {
        return Arrays.stream(values()).filter(told -> told.id().equals(id)).findFirst();
    }

    /**
     * What is said about an answer.
     *
     * @param done what is said if the press was done, if anything
     */
    public static Optional<Notice> of(Answer.Kind kind, Optional<Notice> done) {
        return switch (kind) {
            case DONE, SAME -> done;
            case OLD -> Optional.of(OLD);
            case FULL -> Optional.of(FULL);
            case NOTHING_TO_UNDO -> Optional.of(NOTHING);
            case BROKEN -> Optional.of(BROKEN);
            case NOT_KEPT -> Optional.of(NOT_KEPT);
            case AFRESH -> Optional.of(AFRESH);
        };
    }

    /** What is said about what happened to a world. */
    public static Notice of(World.Mishap mishap) {
        return switch (mishap) {
            case AFRESH -> AFRESH;
            case DIFFERENT -> DIFFERENT;
        };
    }
}
