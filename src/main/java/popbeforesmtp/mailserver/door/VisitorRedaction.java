package popbeforesmtp.mailserver.door;

import java.util.Optional;
import java.util.Set;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.pop3.Pop3Verb;
import popbeforesmtp.mailserver.session.Keyword;
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
        if (isSecretive(word)) {
            return space < 0 ? NONE.line(line) : word + " " + MASK;
        }
        Optional<SmtpVerb> smtp = SmtpVerb.of(word);
        Optional<Pop3Verb> pop3 = Pop3Verb.of(word);
        if (smtp.isEmpty() && pop3.isEmpty()) {
            return MASK;
        }
        return space < 0 ? NONE.line(line) : word + " " + kept(smtp, pop3, line.substring(space + 1));
    }

    @Override
    public String beginning(Letter letter) {
        return "";
    }

    private static boolean isSecretive(String word) {
        return SECRETIVE.contains(Keyword.of(word));
    }

    /** What is kept of what stands behind a command: all of it if one of the two takes such an argument. */
    private static String kept(Optional<SmtpVerb> smtp, Optional<Pop3Verb> pop3, String argument) {
        if (pop3.isPresent() && pop3.get().numbers(argument).isPresent()) {
            return NONE.line(argument);
        }
        if (smtp.isEmpty()) {
            return MASK;
        }
        return switch (smtp.get()) {
            case HELO, EHLO -> name(argument.strip());
            case MAIL -> isPath("FROM:", argument.strip()) ? NONE.line(argument) : MASK;
            case RCPT -> isPath("TO:", argument.strip()) ? NONE.line(argument) : MASK;
            case DATA, RSET, NOOP, VRFY, HELP, QUIT, STARTTLS -> argument.isBlank() ? argument : MASK;
            case AUTH -> MASK;
        };
    }

    /** A name of one word, in plain letters; several words may be anything. */
    private static String name(String argument) {
        return HelloName.isOneWord(argument) ? HelloName.escaped(argument) : MASK;
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
