package popbeforesmtp.mailserver.door;

import java.util.Set;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.pop3.Pop3Verb;
import popbeforesmtp.mailserver.session.LogRedaction;
import popbeforesmtp.mailserver.smtp.HelloName;
import popbeforesmtp.mailserver.smtp.MailParameters;
import popbeforesmtp.mailserver.smtp.MailPath;
import popbeforesmtp.mailserver.smtp.SmtpVerb;

/**
 * What is kept of what real people say: no name, no password, nothing that might be one, and no letter. Only what a server
 * understands is kept whole, and what stands behind a command in any other way is not: a line that begins with no command
 * may be a password that came a line too late, and one that begins with a command may be a line of a letter whose DATA was
 * refused.
 */
public final class VisitorRedaction implements LogRedaction {
    private static final String MASK = "***";
    private static final Set<String> SECRETIVE = Set.of("USER", "PASS", "APOP", "AUTH");

    @Override
    public String line(String line) {
        int space = line.indexOf(' ');
        String word = space < 0 ? line : line.substring(0, space);
        if (line.isBlank()) {
            return NONE.line(line);
        }
        if (!isCommand(word)) {
            return MASK;
        }
        if (space < 0 || isHarmless(word, line.substring(space + 1))) {
            return NONE.line(line);
        }
        return word + " " + (isHello(word) ? name(line.substring(space + 1).strip()) : MASK);
    }

    /** A name of one word, in plain letters; several words may be anything. */
    private static String name(String argument) {
        return HelloName.isOneWord(argument) ? HelloName.escaped(argument) : MASK;
    }

    private static boolean isHello(String word) {
        return SmtpVerb.of(word)
                .filter(verb -> verb == SmtpVerb.HELO || verb == SmtpVerb.EHLO)
                .isPresent();
    }

    @Override
    public String beginning(Letter letter) {
        return "";
    }

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
            case HELO, EHLO -> false;
            case MAIL -> isPath("FROM:", argument);
            case RCPT -> isPath("TO:", argument);
            case DATA, RSET, NOOP, VRFY, HELP, QUIT -> argument.isEmpty();
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
