package popbeforesmtp.lesson.prose;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import popbeforesmtp.lesson.source.BadContent;

/**
 * A link as it is written, {@code [text](word:smtp)}, and its place.
 *
 * @param scheme what kind of thing it leads to
 * @param target which one
 * @param file where it is written
 * @param line counted from 1
 */
public record Reference(Scheme scheme, String target, String file, int line) {

    /** The kinds of things that a text can lead to. Nothing leads out of the site. */
    public enum Scheme {
        CLAIM,
        WORD,
        CASE,
        PAGE;

        /** What comes before the colon. */
        public String prefix() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads a destination, {@code word:smtp}; nothing if it is none of ours. */
    static Optional<Reference> of(String destination, String file, int line) {
        String[] parts = destination.split(":", 2);
        return Arrays.stream(Scheme.values())
                .filter(scheme -> parts.length == 2 && scheme.prefix().equals(parts[0]) && !parts[1].isEmpty())
                .findFirst()
                .map(scheme -> new Reference(scheme, parts[1], file, line));
    }

    /** To be thrown: there is no such target. */
    public BadContent bad(String fault) {
        return new BadContent(file, line, fault);
    }
}
