package popbeforesmtp.gate;

import java.net.InetAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The question put to the gate at every RCPT. Address and recipient decide; the rest is there to show that it does not.
 *
 * @param session the number of the call, as in {@link ProtocolEvent}
 * @param from the address that the server sees
 * @param now the time of the question
 * @param helo what the caller called itself, empty before HELO
 * @param sender the address of MAIL FROM, empty for the null sender {@code <>}
 * @param recipient the mailbox of RCPT TO, {@code local@domain}, or a bare {@code postmaster}
 * @param loggedInAs the user of a successful AUTH, null without
 */
public record Attempt(
        int session,
        InetAddress from,
        Instant now,
        String helo,
        String sender,
        String recipient,
        @Nullable String loggedInAs) {}
