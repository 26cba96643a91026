package popbeforesmtp.gate.hosts;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import popbeforesmtp.network.Addresses;
import popbeforesmtp.network.Directory;
import popbeforesmtp.network.Server;
import popbeforesmtp.network.Subnet;

/** The hosts of the story. Names, addresses, users, networks and minutes stand here and nowhere else. */
public final class HostTable {

    /** The host that the learner's own provider runs; its own text gives no number of minutes. */
    public static final String PLALA = "plala.example";

    /** The host of taro, outside of every provider. */
    public static final String FRIEND = "friend.example";

    private static final Set<Integer> ALL_DESKS = Set.of(110, 25, 587, 465, 995);
    private static final Set<Integer> SENDING_DESK = Set.of(25);

    private static final Map<String, Host> HOSTS = List.of(
                    provider(PLALA, "192.0.2.130", "203.0.113.0/26", 10),
                    provider("dion.example", "192.0.2.131", "", 15),
                    provider("yahoo.example", "192.0.2.132", "", 5),
                    sender("asahi.example", "192.0.2.133", Set.of(), "203.0.113.64/26"),
                    sender("town.example", "192.0.2.134", Set.of(), ""),
                    sender(FRIEND, "192.0.2.135", Set.of("taro"), ""))
            .stream()
            .collect(Collectors.toMap(Host::domain, host -> host, (one, other) -> one, LinkedHashMap::new));

    private HostTable() {}

    private static Host provider(String domain, String address, String network, int minutes) {
        return host(domain, address, Set.of("hanako"), network, Optional.of(Duration.ofMinutes(minutes)));
    }

    private static Host sender(String domain, String address, Set<String> users, String network) {
        return host(domain, address, users, network, Optional.empty());
    }

    private static Host host(
            String domain, String address, Set<String> users, String network, Optional<Duration> window) {
        return new Host(domain, address, users, network.isEmpty() ? Subnet.NONE : Subnet.of(network), window);
    }

    /** The host of a mail domain in lower case. */
    public static Optional<Host> find(String domain) {
        return Optional.ofNullable(HOSTS.get(domain));
    }

    /**
     * The host of a mail domain that is known to exist.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Host of(String domain) {
        return find(domain).orElseThrow(() -> new IllegalArgumentException("no host " + domain));
    }

    /** Their names: every host is found as {@code smtp.}, and one with a receiving desk as {@code pop.}, too. */
    public static Directory directory() {
        Map<String, Server> servers = new LinkedHashMap<>();
        for (Host host : HOSTS.values()) {
            put(servers, "smtp." + host.domain(), host);
            if (host.keepsList()) {
                put(servers, "pop." + host.domain(), host);
            }
        }
        return new Directory(servers);
    }

    private static void put(Map<String, Server> servers, String name, Host host) {
        Set<Integer> desks = host.keepsList() ? ALL_DESKS : SENDING_DESK;
        servers.put(name, new Server(host.domain(), Addresses.named(name, host.address()), desks));
    }
}
