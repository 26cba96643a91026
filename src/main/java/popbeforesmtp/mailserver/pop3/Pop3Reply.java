package popbeforesmtp.mailserver.pop3;

import java.util.EnumSet;
import java.util.Set;
import popbeforesmtp.mailserver.session.Reply;
import popbeforesmtp.mailserver.session.Reply.Next;
import popbeforesmtp.mailserver.session.ReplyText;

/** Everything a POP3 server says but that a mailbox is in use or broken, which is the gate's to word (RFC 1939; the codes in brackets are those of RFC 2449 and 3206). */
public enum Pop3Reply {
    /** The words in brackets are for APOP. */
    GREETING("+OK pop.%s POP3 ready %s"),
    BYE("+OK pop.%s closing", Next.END),
    NAME_TAKEN("+OK Password, please"),
    LOGGED_IN("+OK %s messages (%s octets)"),
    /** All that works here, and nothing else (RFC 2449; the AUTH code is a capability of its own, RFC 3206, 6). */
    CAPABILITIES("+OK This works here\nUSER\nUIDL\nTOP\nRESP-CODES\nAUTH-RESP-CODE\nPIPELINING\n."),
    /** The same before TLS (RFC 2595). */
    UNSEALED_CAPABILITIES("+OK This works here\nUSER\nUIDL\nTOP\nRESP-CODES\nAUTH-RESP-CODE\nPIPELINING\nSTLS\n."),
    SEALED("+OK Begin TLS", Next.TLS),
    TOTAL("+OK %s %s"),
    LISTING("+OK %s messages (%s octets)"),
    UNIQUE_IDS("+OK Unique ids"),
    ONE("+OK %s %s"),
    MAIL("+OK %s octets"),
    TOP("+OK Top of the message"),
    MARKED("+OK Message %s is deleted at QUIT"),
    RESET("+OK Nothing is deleted at QUIT"),
    NOTHING_DONE("+OK Nothing done"),

    /** One text for an unknown name and a wrong password. */
    WRONG_LOG_IN("-ERR [AUTH] Wrong name or password"),
    LAST_WRONG_LOG_IN("-ERR [AUTH] Wrong name or password", Next.END),
    /** What is said instead of looking at a password, right or wrong. */
    WRONG_TOO_OFTEN("-ERR [SYS/TEMP] Too many wrong log-ins from your address, try again later", Next.END),
    /** The program that keeps the list has ended the session; what it tells its own log the caller never hears. */
    NO_LOG_IN("-ERR Log-in failed, closing", Next.END),
    NAME_FIRST("-ERR USER comes first"),
    LOG_IN_FIRST("-ERR Log in first"),
    LOGGED_IN_ALREADY("-ERR Logged in already"),
    SEALED_ALREADY("-ERR TLS is on already"),
    UNKNOWN_COMMAND("-ERR Command not known"),
    BAD_ARGUMENT("-ERR Syntax: %s"),
    NO_SUCH_MAIL("-ERR No such message"),

    LONG_LINE("-ERR Line too long"),
    MALFORMED_LINE("-ERR A line is printable characters up to CR LF"),
    STRAY_BROWSER("-ERR This is a mail server, not a web server, closing", Next.END),
    FLOOD("-ERR Line too long, closing", Next.END),
    SILENCE("-ERR Idle too long, closing", Next.END),
    OVERTIME("-ERR [SYS/TEMP] Session too long, closing", Next.END),
    MISTAKES("-ERR Too many errors, closing", Next.END),
    CROWD("-ERR [SYS/TEMP] Too many connections, try again later", Next.END),
    CROWD_AT_HOST("-ERR [SYS/TEMP] Too many connections to this host, try again later", Next.END),
    CROWD_FROM_ADDRESS("-ERR [SYS/TEMP] Too many connections from your address, try again later", Next.END),
    STOP("-ERR [SYS/TEMP] Server is stopping", Next.END),
    FAULT("-ERR [SYS/TEMP] Server error, closing", Next.END);

    /** The answers to a command that was none, or out of order, or for a mail that is not there. */
    private static final Set<Pop3Reply> MISTAKEN = EnumSet.of(
            NAME_FIRST,
            LOG_IN_FIRST,
            LOGGED_IN_ALREADY,
            SEALED_ALREADY,
            UNKNOWN_COMMAND,
            BAD_ARGUMENT,
            NO_SUCH_MAIL,
            LONG_LINE,
            MALFORMED_LINE);

    @SuppressWarnings("ImmutableEnumChecker") // A text that never changes.
    private final ReplyText text;

    private final Next next;

    Pop3Reply(String text) {
        this(text, Next.COMMAND);
    }

    Pop3Reply(String text, Next next) {
        this.text = new ReplyText(text);
        this.next = next;
    }

    /** The reply, with the words that go into it. */
    public Reply with(Object... words) {
        return new Reply(text.with(words), null, next, MISTAKEN.contains(this));
    }
}
