package popbeforesmtp.mailserver;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words after the path of MAIL: SIZE= (RFC 1870), BODY= (RFC 6152) and, where AUTH is offered, AUTH= (RFC 4954). */
enum MailParameters {
    /** All of them are known and within the bounds. */
    FINE,
    /** SIZE= is past the bound. */
    TOO_BIG,
    /** One of them is not offered here. */
    UNKNOWN;

    private static final Pattern SIZE = Pattern.compile("(?i)SIZE=([0-9]{1,20})");
    private static final Pattern BODY = Pattern.compile("(?i)BODY=(?:7BIT|8BITMIME)");
    /** Who first sent the mail; believed of nobody, as RFC 4954, 5 allows. */
    private static final Pattern AUTH = Pattern.compile("(?i)AUTH=(?:<>|(?:[!-*,-<>-~]|\\+[0-9A-F]{2})+)");

    private static final int SURELY_TOO_LONG = 18;

    static MailParameters of(List<String> words, Visit visit) {
        for (String word : words) {
            Matcher size = SIZE.matcher(word);
            boolean auth = visit.role() == Role.SUBMISSION && AUTH.matcher(word).matches();
            if (!size.matches() && !BODY.matcher(word).matches() && !auth) {
                return UNKNOWN;
            }
            if (size.matches() && isTooBig(size.group(1), visit.limits().sizes())) {
                return TOO_BIG;
            }
        }
        return FINE;
    }

    private static boolean isTooBig(String digits, Limits.Sizes limits) {
        return digits.length() > SURELY_TOO_LONG || Long.parseLong(digits) > limits.messageOctets();
    }
}
