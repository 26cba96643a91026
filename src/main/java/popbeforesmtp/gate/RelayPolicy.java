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
import popbeforesmtp.eventlog.Reason;

/**
 * The gate of one host: RFC 2505, 2.1, with the list of POP before SMTP (RFC 2476, 3.3) as a part of "the calling address
 * may relay". It is asked once a recipient, and told of every successful log-in. Safe for any number of threads.
 *
 * <p>A log-in renews the row of its address; sending never does. HELO and the sender open nothing.
 */
public final class RelayPolicy {

    private static final int MOST_ROWS = 1_000;

    private final HostRule rule;
    private final Map<InetAddress, ListedAddress> list = new LinkedHashMap<>();
    private Duration window;

    /**
     * @param rule what holds here
     * @param window how long a log-in opens relaying, from the next log-in on; not negative
     */
    public RelayPolicy(HostRule rule, Duration window) {
        this.rule = rule;
        this.window = window;
    }

    /** The rule that this gate applies. */
    public HostRule rule() {
        return rule;
    }

    /** Answers whether this recipient is taken from this caller now. Changes nothing. */
    public synchronized Decision ask(Attempt attempt) {
        Optional<String> localUser = localUser(attempt.recipient());
        if (localUser.isPresent()) {
            return Decision.because(
                    rule.hasUser().test(localUser.get()) ? Reason.LOCAL_RECIPIENT : Reason.UNKNOWN_RECIPIENT);
        }
        if (attempt.loggedInAs() != null) {
            return Decision.because(Reason.AUTHENTICATED);
        }
        if (rule.open()) {
            return Decision.because(Reason.OPEN_RELAY);
        }
        if (rule.ownNetwork().test(attempt.from())) {
            return Decision.because(Reason.OWN_NETWORK);
        }
        if (!rule.keepsList()) {
            return Decision.because(Reason.OUTSIDER);
        }
        ListedAddress row = list.get(attempt.from());
        if (row == null) {
            return Decision.because(Reason.NOT_LISTED);
        }
        return new Decision(row.isLive(attempt.now()) ? Reason.LISTED : Reason.EXPIRED, row.until());
    }

    /**
     * Writes the address into the list, or renews its row. To be called when a log-in has succeeded and before the server
     * says so. A list has a thousand rows at the most: then the one whose time is up first makes room.
     *
     * @return the row, or nothing at a host that keeps no list
     */
    public synchronized Optional<ListedAddress> loggedIn(InetAddress from, Instant at) {
        if (!rule.keepsList()) {
            return Optional.empty();
        }
        if (list.size() >= MOST_ROWS && !list.containsKey(from)) {
            list.remove(Collections.min(list.values(), Comparator.comparing(ListedAddress::until))
                    .address());
        }
        ListedAddress row = new ListedAddress(from, at, at.plus(window));
        list.put(from, row);
        return Optional.of(row);
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
