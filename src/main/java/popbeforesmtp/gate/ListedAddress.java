package popbeforesmtp.gate;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;

/**
 * A row of the list. It names an address and no person: that is the method's whole strength and weakness.
 *
 * @param address the address that a log-in came from
 * @param since the latest log-in
 * @param until the last instant that is still inside; it stays as written when the window changes
 */
public record ListedAddress(InetAddress address, Instant since, Instant until) {

    /** Whether the row opens relaying at that time: exactly the end is inside, a nanosecond later is not. */
    public boolean isLive(Instant now) {
        return !now.isAfter(until);
    }

    /** What is left at that time, zero when the row has run out. */
    public Duration left(Instant now) {
        return isLive(now) ? Duration.between(now, until) : Duration.ZERO;
    }
}
