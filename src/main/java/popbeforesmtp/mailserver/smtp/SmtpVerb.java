package popbeforesmtp.mailserver.smtp;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import popbeforesmtp.mailserver.session.Keyword;

/** The SMTP commands that work here; AUTH at a submission port only, STARTTLS where TLS is offered. */
public enum SmtpVerb {
    HELO,
    EHLO,
    MAIL,
    RCPT,
    DATA,
    RSET,
    NOOP,
    VRFY,
    HELP,
    QUIT,
    AUTH,
    STARTTLS;

    private static final Map<String, SmtpVerb> ALL =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(SmtpVerb::name, verb -> verb));
    private static final Set<String> ELSEWHERE =
            Set.of("AUTH", "BDAT", "ETRN", "EXPN", "SAML", "SEND", "SOML", "STARTTLS", "TURN");

    /** The command of that name; upper and lower case are one (RFC 5321, 2.4). */
    public static Optional<SmtpVerb> of(String word) {
        return Optional.ofNullable(ALL.get(Keyword.of(word)));
    }

    /** Whether the command asks for something that a submission port gives nobody it does not know (RFC 4954, 6). */
    boolean isForMembers() {
        return switch (this) {
            case MAIL, RCPT, DATA, VRFY -> true;
            case HELO, EHLO, RSET, NOOP, HELP, QUIT, AUTH, STARTTLS -> false;
        };
    }

    /** Whether other servers, or other ports, know the command. */
    public static boolean isKnownElsewhere(String word) {
        return ELSEWHERE.contains(Keyword.of(word));
    }
}
