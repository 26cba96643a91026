package popbeforesmtp.mailserver.smtp;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.session.SessionContext;

/** The words after the path of MAIL: SIZE= (RFC 1870), BODY= (RFC 6152) and, where AUTH is offered, AUTH= (RFC 4954). */
public enum MailParameters {
    /** All of them are known and within the bounds. */
    FINE,
    /** SIZE= is past the bound. */
    TOO_BIG,
    /** One of them is given twice (RFC 5321, 4.1.1.2 has each once), or SIZE or BODY without a value that is one. */
    MALFORMED,
    /** One of them is not offered here (RFC 5321, 4.1.1.11). */
    UNKNOWN;

    /** A parameter that is known. */
    private enum Keyword {
        SIZE("[0-9]+"),
        BODY("[!-<>-~]+"),
        /** Who first sent the mail; believed of nobody, as RFC 4954, 5 allows. */
        AUTH("<>|(?:[!-*,-<>-~]|\\+[0-9A-F]{2})+");

        private final Pattern value;

        Keyword(String value) {
            this.value = Pattern.compile(value);
        }

        static Optional<Keyword> of(String word) {
            return Arrays.stream(values())
                    .filter(keyword -> keyword.name().equalsIgnoreCase(word))
                    .findFirst();
        }
    }

    private static final Set<String> BODIES = Set.of("7BIT", "8BITMIME");

    private static final int SURELY_TOO_LONG = 18;

    static MailParameters of(List<String> words, SessionContext visit) {
        Set<Keyword> seen = new HashSet<>();
        for (String word : words) {
            String value = value(word);
            Optional<Keyword> known = keyword(word)
                    .filter(keyword -> keyword != Keyword.AUTH || visit.role().isForMembers());
            if (known.isEmpty()) {
                return UNKNOWN;
            }
            Keyword keyword = known.get();
            if (!keyword.value.matcher(value).matches() || !seen.add(keyword)) {
                return MALFORMED;
            }
            MailParameters found = judge(keyword, value, visit.limits().sizes());
            if (found != FINE) {
                return found;
            }
        }
        return FINE;
    }

    /** Whether a word is one of the parameters with a value that it can have, here or at another port. */
    public static boolean isKnown(String word) {
        return keyword(word)
                .filter(keyword -> keyword.value.matcher(value(word)).matches())
                .isPresent();
    }

    private static Optional<Keyword> keyword(String word) {
        int equals = word.indexOf('=');
        return Keyword.of(equals < 0 ? word : word.substring(0, equals));
    }

    private static String value(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? "" : word.substring(equals + 1);
    }

    private static MailParameters judge(Keyword keyword, String value, Limits.Sizes limits) {
        return switch (keyword) {
            case SIZE -> isTooBig(value, limits) ? TOO_BIG : FINE;
            case BODY -> BODIES.stream().anyMatch(value::equalsIgnoreCase) ? FINE : UNKNOWN;
            case AUTH -> FINE;
        };
    }

    /** However many digits: a number that fits no long is a mail that fits nowhere. */
    private static boolean isTooBig(String digits, Limits.Sizes limits) {
        String number = digits.replaceFirst("^0+(?=.)", "");
        return number.length() > SURELY_TOO_LONG || Long.parseLong(number) > limits.messageOctets();
    }
}
