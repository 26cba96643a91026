package popbeforesmtp.mailserver.session;

import java.util.Optional;
import java.util.stream.Stream;
import popbeforesmtp.eventlog.Protocol;

/** What a listener is for. */
public enum Role {
    /** Receiving. */
    POP3(110, Protocol.POP3, false),
    /** The same, with TLS from the first octet (RFC 8314). */
    POP3S(995, Protocol.POP3, true),
    /** Sending, and mail from other servers: nobody logs in, the gate decides. */
    SMTP(25, Protocol.SMTP, false),
    /** Sending only, and only after a log-in (RFC 6409, 4.3; RFC 5068, 3.1): neither list nor network count here. */
    SUBMISSION(587, Protocol.SMTP, false),
    /** The same, with TLS from the first octet (RFC 8314). */
    SUBMISSIONS(465, Protocol.SMTP, true);

    private final int port;
    private final Protocol protocol;
    private final boolean sealed;

    Role(int port, Protocol protocol, boolean sealed) {
        this.port = port;
        this.protocol = protocol;
        this.sealed = sealed;
    }

    /** The role that is played at a well-known port. */
    public static Optional<Role> at(int port) {
        return Stream.of(values()).filter(role -> role.port == port).findFirst();
    }

    /** The well-known port. */
    public int port() {
        return port;
    }

    /** What is spoken there. */
    public Protocol protocol() {
        return protocol;
    }

    /** Whether nothing is said there before TLS. */
    public boolean isSealed() {
        return sealed;
    }

    /** Whether mail is taken there from members only. */
    public boolean isForMembers() {
        return this == SUBMISSION || this == SUBMISSIONS;
    }
}
