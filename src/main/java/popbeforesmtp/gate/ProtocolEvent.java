package popbeforesmtp.gate;

import java.net.InetAddress;
import java.time.Instant;

/**
 * Something that has happened in a session at a mail server, as its gate is told of it. What it means is the {@link
 * RelayBehaviour}'s business.
 *
 * @param kind what has happened
 * @param session the number of the call; no other session that is open at the host has it
 * @param from the address that the server sees
 * @param name the mailbox, sender, recipient or text that it is about, as {@link Kind} says; else empty
 * @param at when it happened
 */
public record ProtocolEvent(Kind kind, int session, InetAddress from, String name, Instant at) {

    /** What can happen. */
    public enum Kind {
        /** Somebody has called the sending desk, port 25 or 587; told before the greeting leaves. */
        CONNECTED,
        /** A name and its right password were given at the receiving desk; the name is that of the mailbox. */
        PASSWORD_RIGHT,
        /** The mailbox is open; told before the {@code +OK} leaves. */
        LOGGED_IN,
        /** A mail was taken out of the mailbox with RETR. */
        RETRIEVED,
        /** A sender was accepted; the name is the address of MAIL FROM, empty for {@code <>}. */
        SENDER_GIVEN,
        /** A sender was refused for its form, and stands in the server's log; the name is what was written there. */
        SENDER_LOGGED,
        /** A mail was taken for somebody of another host; the name is the recipient. */
        RELAYED,
        /** The session is over, in whatever way. */
        QUIT
    }
}
