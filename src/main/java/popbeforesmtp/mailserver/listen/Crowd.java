package popbeforesmtp.mailserver.listen;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.session.Dialogue.Trouble;
import popbeforesmtp.network.Addresses;
import popbeforesmtp.network.Call;

/** Counts the open sessions: in all, at each host, and from each address and network. Safe for any number of threads. */
final class Crowd {

    /** How many addresses of one IPv6 network count as one another's crowd. */
    private static final int ADDRESSES_OF_A_NETWORK = 5;

    private final Limits.Crowds limits;
    private final Map<Host, Integer> atHost = new HashMap<>();
    private final Map<Address, Integer> fromAddress = new HashMap<>();
    private final Map<Address, Integer> fromNetwork = new HashMap<>();
    private int all;
    private int turnedAway;

    private record Host(WorldId world, String host) {
        static Host of(Call call) {
            return new Host(call.world(), call.host());
        }
    }

    private record Address(WorldId world, InetAddress address) {
        static Address of(Call call) {
            return new Address(call.world(), call.from());
        }

        static Address networkOf(Call call) {
            return new Address(call.world(), Addresses.network(call.from()));
        }
    }

    Crowd(Limits.Crowds limits) {
        this.limits = limits;
    }

    /** Counts one more, or says why not. */
    synchronized Optional<Trouble> enter(Call call) {
        Optional<Trouble> trouble = trouble(call);
        if (trouble.isPresent()) {
            turnedAway++;
            return trouble;
        }
        all++;
        atHost.merge(Host.of(call), 1, Integer::sum);
        fromAddress.merge(Address.of(call), 1, Integer::sum);
        fromNetwork.merge(Address.networkOf(call), 1, Integer::sum);
        return Optional.empty();
    }

    private Optional<Trouble> trouble(Call call) {
        int network = fromNetwork.getOrDefault(Address.networkOf(call), 0);
        if (all >= limits.all() - (network == 0 ? 0 : limits.reserved())) {
            return Optional.of(Trouble.CROWD);
        }
        if (atHost.getOrDefault(Host.of(call), 0) >= limits.host()) {
            return Optional.of(Trouble.CROWD_AT_HOST);
        }
        if (fromAddress.getOrDefault(Address.of(call), 0) >= limits.address() || network >= mostOfANetwork(call)) {
            return Optional.of(Trouble.CROWD_FROM_ADDRESS);
        }
        return Optional.empty();
    }

    private int mostOfANetwork(Call call) {
        return call.from() instanceof Inet6Address ? limits.address() * ADDRESSES_OF_A_NETWORK : limits.address();
    }

    /** Counts one less. */
    synchronized void leave(Call call) {
        all--;
        leave(atHost, Host.of(call));
        leave(fromAddress, Address.of(call));
        leave(fromNetwork, Address.networkOf(call));
    }

    private static <K> void leave(Map<K, Integer> counts, K key) {
        counts.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
    }

    synchronized int size() {
        return all;
    }

    synchronized int turnedAway() {
        return turnedAway;
    }
}
