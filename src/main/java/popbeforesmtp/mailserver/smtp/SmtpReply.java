package popbeforesmtp.mailserver.smtp;

import popbeforesmtp.mailserver.session.Dialogue.Trouble;
import popbeforesmtp.mailserver.session.Reply;
import popbeforesmtp.mailserver.session.Reply.Next;
import popbeforesmtp.mailserver.session.ReplyText;

/**
 * Everything an SMTP server says: the code of RFC 5321, the enhanced code of RFC 3463 (not at the greeting, HELO,
 * EHLO, 334 and 354: RFC 2034, 4), and the words for the wire; only a recipient's refusal is the gate's to word. The words for the learner are not here: a real server knows no
 * more than this.
 */
public enum SmtpReply {
    GREETING("220 smtp.%s ESMTP"),
    HELLO("250 smtp.%s"),
    /** All that works here, and nothing else (RFC 5321, 4.1.1.1). */
    EXTENDED_HELLO("250-smtp.%s\n250-SIZE %s\n250-8BITMIME\n250-PIPELINING\n250 ENHANCEDSTATUSCODES"),
    /** The same at a submission port. */
    SUBMISSION_HELLO(
            "250-smtp.%s\n250-SIZE %s\n250-8BITMIME\n250-PIPELINING\n250-ENHANCEDSTATUSCODES\n250 AUTH PLAIN LOGIN"),
    /** The same before TLS (RFC 3207). */
    UNSEALED_SUBMISSION_HELLO("250-smtp.%s\n250-SIZE %s\n250-8BITMIME\n250-PIPELINING\n250-ENHANCEDSTATUSCODES\n"
            + "250-STARTTLS\n250 AUTH PLAIN LOGIN"),
    /** Before TLS where nothing else leads to a log-in, or none is to be had at all. */
    UNSEALED_HELLO("250-smtp.%s\n250-SIZE %s\n250-8BITMIME\n250-PIPELINING\n250-ENHANCEDSTATUSCODES\n250 STARTTLS"),
    OK("250 2.0.0 Ok"),
    /** A challenge in base64; an empty one too has its space (RFC 4954, 8). */
    ASKED("334 %s"),
    LOGGED_IN("235 2.7.0 Logged in"),
    SENDER_OK("250 2.1.0 <%s>: Sender ok"),
    RECIPIENT_OK("250 2.1.5 <%s>: Recipient ok"),
    SEND_IT("354 End the message with <CRLF>.<CRLF>", Next.DATA),
    TAKEN("250 2.0.0 Message accepted"),
    /** RFC 5321, 4.1.1.8. */
    HELP("214 2.0.0 HELO EHLO%s MAIL RCPT DATA RSET NOOP VRFY HELP QUIT"),
    NOT_VERIFIED("252 2.5.0 Cannot verify, send the mail and see"),
    SEALED("220 2.0.0 Ready to start TLS", Next.TLS),
    BYE("221 2.0.0 smtp.%s closing", Next.END),

    UNKNOWN_COMMAND("500 5.5.1 Command not known"),
    NOT_OFFERED("502 5.5.1 Command not offered"),
    HELLO_FIRST("503 5.5.1 HELO or EHLO comes first"),
    EHLO_FIRST("503 5.5.1 EHLO comes first"),
    SEALED_ALREADY("503 5.5.1 TLS is on already"),
    LOGGED_IN_ALREADY("503 5.5.1 Logged in already"),
    MAIL_FIRST("503 5.5.1 MAIL comes first"),
    RECIPIENT_FIRST("503 5.5.1 No recipient was accepted"),
    SENDER_KNOWN("503 5.5.1 Sender is given already"),

    BAD_ARGUMENT("501 5.5.4 Syntax: %s"),
    NO_BRACKETS("501 5.5.4 Address must stand in angle brackets: %s"),
    BAD_SENDER("501 5.1.7 Bad sender address"),
    BAD_RECIPIENT("501 5.1.3 Bad recipient address"),
    SOURCE_ROUTE("501 5.1.3 Source routes are not accepted"),
    BAD_PARAMETER("501 5.5.4 Parameter is not written as it must be, or given twice"),
    UNKNOWN_PARAMETER("555 5.5.4 Parameter not known"),
    UNKNOWN_MECHANISM("504 5.5.4 Mechanism not known, PLAIN and LOGIN are"),
    BAD_RESPONSE("501 5.5.2 Answer is not the base64 that was asked for"),
    LONG_RESPONSE("500 5.5.6 Answer too long"),
    LOG_IN_CANCELLED("501 5.7.0 Log-in cancelled"),

    /** One text for an unknown name and a wrong password. */
    WRONG_LOG_IN("535 5.7.8 Wrong name or password"),
    LAST_WRONG_LOG_IN("421 4.7.0 smtp.%s Too many wrong log-ins, closing", Next.END),
    /** What is said instead of looking at a password, right or wrong. */
    WRONG_TOO_OFTEN("421 4.7.0 smtp.%s Too many wrong log-ins from your address, try again later", Next.END),
    AUTH_REQUIRED("530 5.7.0 Authentication required"),
    /** Where a log-in takes TLS (RFC 3207, 4; RFC 4954, 6). */
    TLS_REQUIRED("530 5.7.0 Must issue a STARTTLS command first"),
    TLS_REQUIRED_TO_LOG_IN("538 5.7.11 Encryption required, STARTTLS comes first"),

    MAILBOX_FULL("452 4.2.2 <%s>: Mailbox full"),
    MAILBOXES_FULL("452 4.2.2 Mailbox full"),
    NO_ROOM("452 4.3.1 No room for the mail just now, try again later"),
    TOO_MANY_RECIPIENTS("452 4.5.3 Too many recipients"),
    TOO_BIG("552 5.3.4 Message too big, at most %s octets"),

    LONG_LINE("500 5.5.2 Line too long"),
    MALFORMED_LINE("500 5.5.2 A line is printable characters up to CR LF"),
    STRAY_BROWSER("421 4.7.0 smtp.%s This is a mail server, not a web server, closing", Next.END),
    FLOOD("421 4.7.0 smtp.%s Too much, closing", Next.END),
    SILENCE("421 4.4.2 smtp.%s Idle too long, closing", Next.END),
    OVERTIME("421 4.4.2 smtp.%s Session too long, closing", Next.END),
    MISTAKES("421 4.7.0 smtp.%s Too many errors, closing", Next.END),
    CROWD("421 4.3.2 smtp.%s Too many connections, try again later", Next.END),
    CROWD_AT_HOST("421 4.3.2 smtp.%s Too many connections to this host, try again later", Next.END),
    CROWD_FROM_ADDRESS("421 4.7.0 smtp.%s Too many connections from your address, try again later", Next.END),
    STOP("421 4.3.2 smtp.%s Server is stopping", Next.END),
    FAULT("421 4.3.0 smtp.%s Server error, closing", Next.END);

    @SuppressWarnings("ImmutableEnumChecker") // A text that never changes.
    private final ReplyText text;

    private final Next next;

    SmtpReply(String text) {
        this(text, Next.COMMAND);
    }

    SmtpReply(String text, Next next) {
        this.text = new ReplyText(text);
        this.next = next;
    }

    /** What is said to somebody whose session ends, and not because he asked for it. */
    static SmtpReply farewell(Trouble trouble) {
        return switch (trouble) {
            case FLOOD -> FLOOD;
            case SILENCE -> SILENCE;
            case OVERTIME -> OVERTIME;
            case MISTAKES -> MISTAKES;
            case CROWD -> CROWD;
            case CROWD_AT_HOST -> CROWD_AT_HOST;
            case CROWD_FROM_ADDRESS -> CROWD_FROM_ADDRESS;
            case STOP -> STOP;
            case FAULT -> FAULT;
            case LONG_LINE, MALFORMED_LINE, LONG_MAIL, NO_ROOM, FLOOD_OF_A_MAIL ->
                throw new IllegalArgumentException(trouble + " ends no session by itself");
        };
    }

    /** The reply, with the words that go into it. */
    public Reply with(Object... words) {
        return new Reply(text.with(words), null, next, isMistake());
    }

    /** Whether the command was none, or out of order: 50x and 555 (RFC 5321, 4.2.2). */
    private boolean isMistake() {
        return text.startsWith("50") || text.startsWith("555");
    }
}
