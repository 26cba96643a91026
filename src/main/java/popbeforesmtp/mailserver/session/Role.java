package popbeforesmtp.mailserver.session;

import java.util.Optional;
import java.util.stream.Stream;
import popbeforesmtp.eventlog.Protocol;

/** What a listener is for. */
public enum Role {
    /** Receiving. */
    POP3(110, Protocol.POP3),
    /** Sending, and mail from other servers: nobody logs in, the gate decides. */
    SMTP(25, Protocol.SMTP),
    /** Sending only, and only after a log-in (RFC 6409, 4.3; RFC 5068, 3.1): neither list nor network count here. */
    SUBMISSION(587, Protocol.SMTP);

    private final int port;
    private final Protocol protocol;

    Role(int port, Protocol protocol) {
        this.port = port;
        this.protocol = protocol;
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
}
