package popbeforesmtp.gate;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.Reason;

/**
 * The gate of one host: RFC 2505, 2.1, with the list of POP before SMTP (RFC 2476, 3.3) as a part of "the calling address
 * may relay". It hears what happens in the sessions at its host, is asked once a recipient, and nobody overrules it. Safe
 * for any number of threads.
 */
public final class RelayPolicy {

    private static final int MOST_ROWS = 1_000;

    private final HostRule rule;
    private final Predicate<String> hasUser;
    private final RelayBehaviour behaviour;
    private final Map<String, ListedAddress> list = new LinkedHashMap<>();
    private Duration window;

    /**
     * A gate with an empty list.
     *
     * @param rule what holds here
     * @param hasUser whether mail for somebody of that name (in lower case, without domain) is taken here; asked at every
     *     recipient, under the gate's monitor
     * @param behaviour what the events of the sessions mean
     */
    public RelayPolicy(HostRule rule, Predicate<String> hasUser, RelayBehaviour behaviour) {
        this.rule = rule;
        this.hasUser = hasUser;
        this.behaviour = behaviour;
        this.window = behaviour.window();
    }

    /** The rule that this gate applies. */
    public HostRule rule() {
        return rule;
    }

    /**
     * Hears what has happened in a session. A log-in is to be told before the server says that it has succeeded.
     *
     * @return the row that was written or renewed by it
     */
    public synchronized Optional<ListedAddress> hear(ProtocolEvent event) {
        return rule.keepsList() && behaviour.listing().moment().is(event.kind())
                ? Optional.of(write(event.from(), event.at()))
                : Optional.empty();
    }

    /** A list has a thousand rows at the most: then the one whose time is up first makes room. */
    private ListedAddress write(InetAddress from, Instant at) {
        String entry = behaviour.listing().entry(from);
        ListedAddress row = list.get(entry);
        if (row != null && row.isLive(at) && !behaviour.listing().renews()) {
            return row;
        }
        if (row == null && list.size() >= MOST_ROWS) {
            list.values().remove(Collections.min(list.values(), Comparator.comparing(ListedAddress::until)));
        }
        ListedAddress written = new ListedAddress(from, at, at.plus(window));
        list.put(entry, written);
        return written;
    }

    /** Answers whether this recipient is taken from this caller now. Changes nothing. */
    public synchronized Decision ask(Attempt attempt) {
        Optional<String> localUser = localUser(attempt.recipient());
        if (localUser.isPresent()) {
            return hasUser.test(localUser.get())
                    ? taken(Reason.LOCAL_RECIPIENT, null)
                    : refused(attempt, Reason.UNKNOWN_RECIPIENT, null);
        }
        if (attempt.loggedInAs() != null) {
            return taken(Reason.AUTHENTICATED, null);
        }
        if (rule.open()) {
            return taken(Reason.OPEN_RELAY, null);
        }
        if (rule.ownNetwork().test(attempt.from())) {
            return taken(Reason.OWN_NETWORK, null);
        }
        if (!rule.keepsList()) {
            return refused(attempt, Reason.OUTSIDER, null);
        }
        ListedAddress row = list.get(behaviour.listing().entry(attempt.from()));
        if (row == null) {
            return refused(attempt, Reason.NOT_LISTED, null);
        }
        return row.isLive(attempt.now())
                ? taken(Reason.LISTED, row.until())
                : refused(attempt, Reason.EXPIRED, row.until());
    }

    private static Decision taken(Reason reason, @Nullable Instant when) {
        return new Decision(reason, when, "");
    }

    private Decision refused(Attempt attempt, Reason reason, @Nullable Instant when) {
        Voice voice = behaviour.voice();
        String words = reason == Reason.UNKNOWN_RECIPIENT ? voice.nobody() : voice.refused();
        return new Decision(reason, when, Voice.say(words, attempt.recipient(), attempt.from()));
    }

    /** Sets how long coming log-ins open relaying. Rows that are already written keep their end. */
    public synchronized void window(Duration window) {
        this.window = window;
    }

    /** How long a log-in opens relaying. */
    public synchronized Duration window() {
        return window;
    }

    /** The rows, live and expired, in the order in which the addresses first came. */
    public synchronized List<ListedAddress> list() {
        return List.copyOf(list.values());
    }

    /** The user part if the recipient is of this host's own domain ({@code postmaster} alone is: RFC 5321, 4.1.1.3). */
    private Optional<String> localUser(String recipient) {
        int at = recipient.lastIndexOf('@');
        String user = (at < 0 ? recipient : recipient.substring(0, at)).toLowerCase(Locale.ROOT);
        String domain = at < 0 ? rule.domain() : recipient.substring(at + 1).toLowerCase(Locale.ROOT);
        return domain.equals(rule.domain()) ? Optional.of(user) : Optional.empty();
    }
}
