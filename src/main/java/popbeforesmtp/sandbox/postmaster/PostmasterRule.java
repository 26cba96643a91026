package popbeforesmtp.sandbox.postmaster;

import java.time.Duration;
import java.util.List;
import popbeforesmtp.gate.HostRule;
import popbeforesmtp.gate.behaviour.Expiry;
import popbeforesmtp.gate.behaviour.Listing;
import popbeforesmtp.gate.behaviour.Memory;
import popbeforesmtp.gate.behaviour.Reading;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.gate.behaviour.Voice;
import popbeforesmtp.sandbox.hosts.LaidDown;
import popbeforesmtp.sandbox.press.Providers;

/**
 * What a learner lays down as the postmaster of plala.
 *
 * @param minutes how long a log-in opens sending, one of {@link #MINUTES}; 0 if receiving opens nothing
 * @param key what is written down at a log-in
 * @param reads when the sending desk looks into the list; with {@link Key#NAME} always at MAIL
 * @param ownNetwork whether everybody in plala's own network may send
 * @param auth whether members send through port 587 with name and password
 * @param port25 whether customers may send to others through port 25 at all
 * @param everybody whether everybody's mail is taken, as in the old days
 */
public record PostmasterRule(
        int minutes, Key key, Reads reads, boolean ownNetwork, boolean auth, boolean port25, boolean everybody)
        implements LaidDown {

    /** The minutes that can be chosen. */
    public static final List<Integer> MINUTES = List.of(0, 5, 10, 15, 30);

    /** What is written down. */
    public enum Key {
        /** The address alone. */
        ADDRESS,
        /** The member's name, with the address of the latest log-in. */
        NAME
    }

    /** When the sending desk looks. */
    public enum Reads {
        /** When it is called; that holds for the whole session. */
        CONNECT,
        /** At each recipient. */
        RECIPIENT
    }

    /** @throws IllegalArgumentException if there are no such minutes */
    public PostmasterRule {
        if (!MINUTES.contains(minutes)) {
            throw new IllegalArgumentException("no such minutes: " + minutes);
        }
    }

    @Override
    public RelayBehaviour behaviour(String domain, RelayBehaviour usual) {
        return domain.equals(Providers.CHOSEN_WINDOW) ? behaviour() : usual;
    }

    private RelayBehaviour behaviour() {
        Listing plain = Listing.at(Listing.Moment.LOG_IN);
        boolean named = key == Key.NAME;
        Listing listing = new Listing(
                plain.moment(),
                plain.messenger(),
                named ? Listing.Key.MAILBOX : Listing.Key.ADDRESS,
                plain.prefix(),
                plain.renews(),
                plain.patience(),
                plain.ipv6());
        Reading reading = named ? Reading.SENDER : reads == Reads.CONNECT ? Reading.CONNECT : Reading.RECIPIENT;
        return new RelayBehaviour(
                "plain",
                Duration.ofMinutes(minutes),
                listing,
                reading,
                new Expiry(Expiry.By.READER, true),
                Memory.RAM,
                Voice.PLAIN);
    }

    @Override
    public HostRule rule(String domain, HostRule usual) {
        return domain.equals(Providers.CHOSEN_WINDOW)
                ? new HostRule(
                        domain,
                        address -> ownNetwork && port25 && usual.ownNetwork().test(address),
                        minutes > 0 && port25,
                        everybody)
                : usual;
    }
}
