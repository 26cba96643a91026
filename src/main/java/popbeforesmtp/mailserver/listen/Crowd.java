package popbeforesmtp.mailserver.listen;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.session.Dialogue.Trouble;
import popbeforesmtp.network.Addresses;
import popbeforesmtp.network.Call;

/** Counts the open sessions: in all, at each host, and from each address and network. Safe for any number of threads. */
final class Crowd {

    /** As many addresses of one IPv6 network may use up what each of them has. */
    private static final int ADDRESSES_OF_A_NETWORK = 3;

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

        /** The network of an IPv6 address; an IPv4 address is one by itself. */
        static Optional<Address> networkOf(Call call) {
            return call.from() instanceof Inet6Address
                    ? Optional.of(new Address(call.world(), Addresses.network(call.from())))
                    : Optional.empty();
        }
    }

    Crowd(Limits.Crowds limits) {
        this.limits = limits;
    }

    /** Counts one more, or says why not. */
    synchronized Optional<Trouble> enter(Call call) {
        Host host = Host.of(call);
        Address address = Address.of(call);
        Optional<Address> network = Address.networkOf(call);
        int here = fromAddress.getOrDefault(address, 0);
        int near = network.map(ipv6 -> fromNetwork.getOrDefault(ipv6, 0)).orElse(here);
        Trouble trouble = trouble(atHost.getOrDefault(host, 0), here, near);
        if (trouble != null) {
            turnedAway++;
            return Optional.of(trouble);
        }
        all++;
        atHost.merge(host, 1, Integer::sum);
        fromAddress.merge(address, 1, Integer::sum);
        network.ifPresent(ipv6 -> fromNetwork.merge(ipv6, 1, Integer::sum));
        return Optional.empty();
    }

    private @Nullable Trouble trouble(int there, int here, int near) {
        if (all >= limits.all() - (near == 0 ? 0 : limits.reserved())) {
            return Trouble.CROWD;
        }
        if (there >= limits.host()) {
            return Trouble.CROWD_AT_HOST;
        }
        boolean crowded = here >= limits.address() || near >= limits.address() * ADDRESSES_OF_A_NETWORK;
        return crowded ? Trouble.CROWD_FROM_ADDRESS : null;
    }

    /** Counts one less. */
    synchronized void leave(Call call) {
        all--;
        leave(atHost, Host.of(call));
        leave(fromAddress, Address.of(call));
        Address.networkOf(call).ifPresent(ipv6 -> leave(fromNetwork, ipv6));
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
