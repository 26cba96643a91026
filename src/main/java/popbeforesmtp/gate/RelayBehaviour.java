package popbeforesmtp.gate;

import java.time.Duration;

/**
 * What the events of a mail server mean to its gate: the habits of a program that keeps the list. Sending never renews a
 * row in any of them.
 *
 * @param id the name in content and links, {@code plain}
 * @param window how long a log-in opens relaying; not negative
 * @param listing how a log-in comes into the list
 * @param voice what the server says when it refuses
 */
public record RelayBehaviour(String id, Duration window, Listing listing, Voice voice) {

    /**
     * This site's own: listed when the mailbox is open and before the {@code +OK} leaves, asked at every RCPT, closed at
     * the nanosecond after the end.
     */
    public static RelayBehaviour plain(Duration window) {
        return new RelayBehaviour("plain", window, Listing.at(Listing.Moment.LOG_IN), Voice.PLAIN);
    }
}
