package popbeforesmtp.mailserver;

import java.util.Set;

/** How much of what callers say is kept. */
enum Discretion {
    /** Everything, bounded: in practice all is dummy, and the point is to see it. */
    NONE {
        @Override
        String line(String line) {
            return line.length() <= MOST_OF_A_LINE ? line : line.substring(0, MOST_OF_A_LINE);
        }

        @Override
        String beginning(Letter letter) {
            return letter.beginning(MOST_OF_A_LETTER);
        }
    },
    /**
     * No name, no password, nothing that might be one, and no letter. What stands behind a command is kept only where
     * the command is known and takes no secret; a line that begins with no command may be a password that came a line
     * too late.
     */
    REAL_PEOPLE {
        @Override
        String line(String line) {
            int space = line.indexOf(' ');
            String word = space < 0 ? line : line.substring(0, space);
            if (SECRETIVE.stream().anyMatch(word::equalsIgnoreCase)) {
                return space < 0 ? line : line.substring(0, space) + " " + MASK;
            }
            boolean harmless =
                    Pop3Verb.of(word).isPresent() || SmtpVerb.of(word).isPresent();
            return harmless || line.isBlank() ? NONE.line(line) : MASK;
        }

        @Override
        String beginning(Letter letter) {
            return "";
        }
    };

    private static final int MOST_OF_A_LINE = 500;
    private static final int MOST_OF_A_LETTER = 2_000;
    private static final String MASK = "***";
    private static final Set<String> SECRETIVE = Set.of("USER", "PASS", "APOP", "AUTH");

    /** What is kept of a line that a caller has said. */
    abstract String line(String line);

    /** What is kept of a letter besides its size. */
    abstract String beginning(Letter letter);
}
