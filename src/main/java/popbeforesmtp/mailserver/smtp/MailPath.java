package popbeforesmtp.mailserver.smtp;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands after {@code MAIL FROM:} or {@code RCPT TO:}, read strictly (RFC 5321, 4.1.2): nothing is mended and
 * nothing is guessed, because the gate trusts the domain that is read here. Only a space before the bracket is
 * forgiven, as everywhere.
 *
 * @param form what kind of path it is
 * @param address {@code local@domain} or a bare local part, quotes taken off where they change nothing; else empty
 * @param parameters the words after the path
 */
public record MailPath(Form form, String address, List<String> parameters) {

    /** What can stand there. */
    public enum Form {
        /** {@code <local@domain>}. */
        ADDRESS,
        /** {@code <local>}: an address only if it is postmaster (RFC 5321, 4.1.1.3). */
        LOCAL_PART,
        /** {@code <>}. */
        EMPTY,
        /** No angle brackets. */
        NO_BRACKETS,
        /** {@code <@relay:local@domain>}: asks the server to hand the mail on, which it does not (RFC 5321, F.2). */
        SOURCE_ROUTE,
        /** Anything else. */
        MALFORMED
    }

    private static final int MOST = 254;
    private static final int MOST_LOCAL = 64;

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String DOTTED = ATOM + "(?:\\." + ATOM + ")*+";
    private static final String QUOTED = "\"(?:[ !#-\\[\\]-~]++|\\\\[ -~])*+\"";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String DOMAIN = LABEL + "(?:\\." + LABEL + ")*+";
    private static final String LITERAL = "\\[[!-Z^-~]++\\]";
    private static final Pattern ADDRESS =
            Pattern.compile("(" + DOTTED + "|" + QUOTED + ")(?:@(" + DOMAIN + "|" + LITERAL + "))?");
    private static final Pattern NEEDLESSLY_QUOTED = Pattern.compile("\"(" + DOTTED + ")\"");
    private static final Pattern PATH = Pattern.compile("(?s)<((?:" + QUOTED + "|[^\"<>]++)*+)>(?: (.*))?");

    /** Reads a path and what follows it. */
    public static MailPath of(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("<")) {
            return new MailPath(Form.NO_BRACKETS, "", List.of());
        }
        int end = end(stripped);
        if (end < 0) {
            Form form = stripped.indexOf('>') < 0 ? Form.NO_BRACKETS : Form.MALFORMED;
            return new MailPath(form, "", List.of());
        }
        return of(stripped.substring(1, end), words(stripped.substring(end + 1)));
    }

    /** Where the bracket is that closes the first one: at the end, or before a space. -1 if there is none. */
    private static int end(String text) {
        if (text.indexOf('"') >= 0) {
            Matcher path = PATH.matcher(text);
            return path.matches() ? path.end(1) : -1;
        }
        int end = text.indexOf('>');
        boolean another = text.indexOf('<', 1) >= 0 && text.indexOf('<', 1) < end;
        boolean last = end == text.length() - 1 || (end > 0 && text.charAt(end + 1) == ' ');
        return another || !last ? -1 : end;
    }

    private static List<String> words(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static MailPath of(String inside, List<String> parameters) {
        if (inside.isEmpty()) {
            return new MailPath(Form.EMPTY, "", parameters);
        }
        if (inside.startsWith("@")) {
            return new MailPath(Form.SOURCE_ROUTE, "", parameters);
        }
        if (isPlain(inside)) {
            return new MailPath(Form.ADDRESS, inside, parameters);
        }
        Matcher address = ADDRESS.matcher(inside);
        if (inside.length() > MOST || !address.matches() || address.group(1).length() > MOST_LOCAL) {
            return new MailPath(Form.MALFORMED, "", parameters);
        }
        Matcher quoted = NEEDLESSLY_QUOTED.matcher(address.group(1));
        String local = quoted.matches() ? quoted.group(1) : address.group(1);
        return address.group(2) == null
                ? new MailPath(Form.LOCAL_PART, local, parameters)
                : new MailPath(Form.ADDRESS, local + "@" + address.group(2), parameters);
    }

    /**
     * Whether it is an address as nearly all are: short, words of letters and digits with single dots between them, one {@code
     * @}. Only a quick way: whatever is not is looked at by the rule.
     */
    private static boolean isPlain(String inside) {
        int at = inside.indexOf('@');
        boolean sized = at <= MOST_LOCAL && inside.length() - at <= MOST_LOCAL;
        boolean between = true;
        for (int i = 0; i < inside.length(); i++) {
            char letter = inside.charAt(i);
            boolean separator = letter == '.' || i == at;
            if (separator ? between : !isLetterOrDigit(letter)) {
                return false;
            }
            between = separator;
        }
        return at > 0 && sized && !between;
    }

    private static boolean isLetterOrDigit(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    }
}
