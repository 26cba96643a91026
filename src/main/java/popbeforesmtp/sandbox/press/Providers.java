package popbeforesmtp.sandbox.press;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import popbeforesmtp.gate.HostRule;
import popbeforesmtp.gate.hosts.Host;
import popbeforesmtp.gate.hosts.HostTable;

/** What can be chosen among the hosts of the practice internet, and what holds there with that. */
public final class Providers {

    /** Where hanako can receive. */
    public static final List<String> INCOMING = List.of("plala.example", "dion.example", "yahoo.example");

    /** What hanako can send through. */
    public static final List<String> OUTGOING =
            List.of("plala.example", "dion.example", "yahoo.example", "asahi.example");

    /** The minutes that can be chosen at plala, whose own text gives no number. */
    public static final List<Integer> WINDOWS = List.of(5, 10, 15, 30);

    /** The host whose minutes the learner chooses. */
    public static final String CHOSEN_WINDOW = HostTable.PLALA;

    /** This site's own way of keeping a list. */
    public static final String OWN_SERVER = "plain";

    /** The programs that can keep the lists: this site's own, and those of the time; what they do is content. */
    public static final List<String> SERVERS = List.of(
            OWN_SERVER,
            "drac",
            "pop-before-smtp",
            "poprelayd",
            "vpopmail",
            "relay-ctrl",
            "qmail-ldap",
            "xmail",
            "dbmail");

    /** The host of taro, outside of every provider. */
    public static final String FRIEND = HostTable.FRIEND;

    private Providers() {}

    /** Whether there is a host of that mail domain. */
    public static boolean exists(String host) {
        return HostTable.find(host).isPresent();
    }

    /** Who lives there besides the postmaster. */
    public static Set<String> users(String host) {
        return HostTable.of(host).users();
    }

    /** Whether a log-in at this host opens sending for a while. */
    public static boolean keepsList(String host) {
        return HostTable.of(host).keepsList();
    }

    /**
     * The rule of a host's gate.
     *
     * @param open whether it relays for everybody, as in the old days
     */
    public static HostRule rule(String host, boolean open) {
        return HostTable.of(host).rule(open);
    }

    /**
     * How long a log-in counts at a host.
     *
     * @param chosen the minutes that the learner chose for plala
     */
    public static Duration window(String host, int chosen) {
        Host found = HostTable.of(host);
        return host.equals(CHOSEN_WINDOW)
                ? Duration.ofMinutes(chosen)
                : found.window().orElse(Duration.ZERO);
    }
}
