package popbeforesmtp.sandbox.press;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import popbeforesmtp.gate.HostRule;
import popbeforesmtp.network.Subnet;

/** The hosts of the practice internet: who lives there, whose network is trusted, and for how long a log-in counts. */
public final class Providers {

    /** Where hanako can receive. */
    public static final List<String> INCOMING = List.of("plala.example", "dion.example", "yahoo.example");

    /** What hanako can send through. */
    public static final List<String> OUTGOING =
            List.of("plala.example", "dion.example", "yahoo.example", "asahi.example");

    /** The minutes that can be chosen at plala, whose own text gives no number. */
    public static final List<Integer> WINDOWS = List.of(5, 10, 15, 30);

    /** The host whose minutes the learner chooses. */
    public static final String CHOSEN_WINDOW = "plala.example";

    /** The host of taro, outside of every provider. */
    public static final String FRIEND = "friend.example";

    private static final Map<String, Provider> HOSTS = Map.of(
            "plala.example",
            new Provider(Set.of("hanako"), Subnet.of("203.0.113.0/26"), true, 10),
            "dion.example",
            new Provider(Set.of("hanako"), Subnet.NONE, true, 15),
            "yahoo.example",
            new Provider(Set.of("hanako"), Subnet.NONE, true, 5),
            "asahi.example",
            new Provider(Set.of(), Subnet.of("203.0.113.64/26"), false, 0),
            "town.example",
            new Provider(Set.of(), Subnet.NONE, false, 0),
            FRIEND,
            new Provider(Set.of("taro"), Subnet.NONE, false, 0));

    private Providers() {}

    /** Whether there is a host of that mail domain. */
    public static boolean exists(String host) {
        return HOSTS.containsKey(host);
    }

    /** Who lives there besides the postmaster. */
    public static Set<String> users(String host) {
        return provider(host).users;
    }

    /** Whether a log-in at this host opens sending for a while. */
    public static boolean keepsList(String host) {
        return provider(host).keepsList;
    }

    /** The rule of a host's gate. */
    public static HostRule rule(String host, boolean open) {
        Provider provider = provider(host);
        return new HostRule(
                host,
                user -> user.equals("postmaster") || provider.users.contains(user),
                provider.ownNetwork,
                provider.keepsList,
                open);
    }

    /**
     * How long a log-in counts at a host.
     *
     * @param chosen the minutes that the learner chose for plala
     */
    public static Duration window(String host, int chosen) {
        return Duration.ofMinutes(host.equals(CHOSEN_WINDOW) ? chosen : provider(host).minutes);
    }

    private static Provider provider(String host) {
        Provider provider = HOSTS.get(host);
        if (provider == null) {
            throw new IllegalArgumentException("no host " + host);
        }
        return provider;
    }

    private record Provider(Set<String> users, Predicate<InetAddress> ownNetwork, boolean keepsList, int minutes) {}
}
