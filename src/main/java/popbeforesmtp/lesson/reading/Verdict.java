package popbeforesmtp.lesson.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the experiments say to a claim. */
public enum Verdict {
    /** そのとおりでした. */
    AS_TOLD,
    /** 条件つきでした: it holds, with a limit. */
    LIMITED,
    /** 言いすぎでした. */
    TOO_STRONG,
    /** おおまかでした. */
    LOOSE,
    /** A remark, or a question that no experiment can settle: no verdict. */
    NOTE;

    /** The form used in content, pages and keys of messages: {@code too-strong}. */
    public String kebab() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The verdict of that name, or nothing. */
    static Optional<Verdict> of(String word) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.kebab().equals(word))
                .findFirst();
    }
}
