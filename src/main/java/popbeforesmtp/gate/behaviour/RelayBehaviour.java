package popbeforesmtp.gate.behaviour;

import java.time.Duration;
import java.util.Optional;

/**
 * What the events of a mail server mean to its gate: the habits of a program that keeps the list. Sending never renews a
 * row in any of them.
 *
 * @param id the name in content and links, {@code plain}
 * @param window how long a log-in opens relaying; not negative
 * @param listing how a log-in comes into the list
 * @param reading when the sending desk looks into it
 * @param expiry how the time of a row ends
 * @param memory where the list lies
 * @param voice what the servers say
 */
public record RelayBehaviour(
        String id, Duration window, Listing listing, Reading reading, Expiry expiry, Memory memory, Voice voice) {

    /**
     * Sees that the parts go together.
     *
     * @throws IllegalArgumentException if they do not; the message says what is missing
     */
    public RelayBehaviour {
        boolean logged = listing.isLogged();
        demand(!window.isNegative(), "a window is not negative");
        demand(
                expiry.by() != Expiry.By.SWEEP || listing.messenger() == Listing.Messenger.CALL,
                "a daemon that sweeps is called");
        demand(
                expiry.by() != Expiry.By.CRON || listing.messenger() == Listing.Messenger.NONE,
                "what cron sweeps is written by the desk");
        demand(
                logged || (expiry.by() != Expiry.By.LOOK && expiry.by() != Expiry.By.BUSY_LOOK),
                "a watcher that looks reads a log");
        demand(logged || memory != Memory.LOG, "what is made of a log is told by one");
        demand(
                (listing.key() == Listing.Key.MAILBOX) == (reading == Reading.SENDER),
                "rows about mailboxes, and no others, are read by the sender");
    }

    private static void demand(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /**
     * This site's own: listed when the mailbox is open and before the {@code +OK} leaves, asked at every RCPT, closed at
     * the nanosecond after the end.
     */
    public static RelayBehaviour plain(Duration window) {
        return new RelayBehaviour(
                "plain",
                window,
                Listing.at(Listing.Moment.LOG_IN),
                Reading.RECIPIENT,
                new Expiry(Expiry.By.READER, true),
                Memory.RAM,
                Voice.PLAIN);
    }

    /** The same habits with another window. */
    public RelayBehaviour within(Duration other) {
        return new RelayBehaviour(id, other, listing, reading, expiry, memory, voice);
    }

    /** The process that keeps the list; nothing if the servers do all of it. */
    public Optional<Keeper> keeper() {
        return switch (listing.messenger()) {
            case CALL, PACKET -> Optional.of(Keeper.DAEMON);
            case LOG, LOOSE_LOG -> Optional.of(Keeper.WATCHER);
            case NONE -> Optional.of(Keeper.CRON).filter(cron -> expiry.by() == Expiry.By.CRON);
        };
    }
}
