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
     * No name, no password, nothing that might be one, and no letter. Only what a server understands is kept whole, and
     * what stands behind a command in any other way is not: a line that begins with no command may be a password that came
     * a line too late, and one that begins with a command may be a line of a letter whose DATA was refused.
     */
    REAL_PEOPLE {
        @Override
        String line(String line) {
            int space = line.indexOf(' ');
            String word = space < 0 ? line : line.substring(0, space);
            if (line.isBlank()) {
                return NONE.line(line);
            }
            if (!isCommand(word)) {
                return MASK;
            }
            return space < 0 || isHarmless(word, line.substring(space + 1)) ? NONE.line(line) : word + " " + MASK;
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

    private static boolean isSecretive(String word) {
        return SECRETIVE.stream().anyMatch(word::equalsIgnoreCase);
    }

    private static boolean isCommand(String word) {
        return isSecretive(word)
                || Pop3Verb.of(word).isPresent()
                || SmtpVerb.of(word).isPresent();
    }

    /** Whether the command takes such an argument, and it is no secret. */
    private static boolean isHarmless(String word, String argument) {
        return !isSecretive(word)
                && (Pop3Verb.of(word).flatMap(verb -> verb.numbers(argument)).isPresent()
                        || SmtpVerb.of(word)
                                .filter(verb -> isHarmless(verb, argument.strip()))
                                .isPresent());
    }

    private static boolean isHarmless(SmtpVerb verb, String argument) {
        return switch (verb) {
            case HELO, EHLO -> SmtpDialogue.HELLO_NAME.matcher(argument).matches();
            case MAIL -> isPath("FROM:", argument);
            case RCPT -> isPath("TO:", argument);
            case DATA, RSET, NOOP, VRFY, QUIT -> argument.isEmpty();
            case AUTH -> false;
        };
    }

    private static boolean isPath(String before, String argument) {
        if (!argument.regionMatches(true, 0, before, 0, before.length())) {
            return false;
        }
        MailPath path = MailPath.of(argument.substring(before.length()));
        boolean read = switch (path.form()) {
            case ADDRESS, EMPTY -> true;
            case LOCAL_PART -> path.address().equalsIgnoreCase("postmaster");
            case NO_BRACKETS, SOURCE_ROUTE, MALFORMED -> false;
        };
        return read && path.parameters().stream().allMatch(MailParameters::isKnown);
    }
}
