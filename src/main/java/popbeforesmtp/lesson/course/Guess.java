package popbeforesmtp.lesson.course;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import popbeforesmtp.sandbox.explain.Outcome;

/** What a learner thinks will happen. */
public enum Guess {
    /** 送れる. */
    SENT,
    /** 断られる. */
    REFUSED,
    /** わからない. */
    UNSURE;

    /** A guess beside what was seen. */
    public enum Match {
        /** Just as guessed. */
        HIT,
        /** Not as guessed: the important part. */
        MISS,
        /** Nothing was guessed. */
        NONE;

        /** The form used in keys of messages: {@code hit}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The name in forms and notes: {@code sent}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The guess of that name, or nothing. */
    public static Optional<Guess> of(String id) {
        return Arrays.stream(values()).filter(guess -> guess.id().equals(id)).findFirst();
    }

    /** This guess beside what was seen. No answer is not a refusal. */
    public Match against(Outcome seen) {
        return switch (this) {
            case SENT -> seen == Outcome.SENT ? Match.HIT : Match.MISS;
            case REFUSED -> seen == Outcome.REFUSED ? Match.HIT : Match.MISS;
            case UNSURE -> Match.NONE;
        };
    }
}
