package popbeforesmtp.mailserver.listen;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.session.Dialogue.Trouble;
import popbeforesmtp.network.Call;

/** Counts the open sessions: in all, at each host, and from each address. Safe for any number of threads. */
final class Crowd {

    private final Limits.Crowds limits;
    private final Map<Host, Integer> atHost = new HashMap<>();
    private final Map<Address, Integer> fromAddress = new HashMap<>();
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
        return Optional.empty();
    }

    private Optional<Trouble> trouble(Call call) {
        if (all >= limits.all()) {
            return Optional.of(Trouble.CROWD);
        }
        if (atHost.getOrDefault(Host.of(call), 0) >= limits.host()) {
            return Optional.of(Trouble.CROWD_AT_HOST);
        }
        return fromAddress.getOrDefault(Address.of(call), 0) >= limits.address()
                ? Optional.of(Trouble.CROWD_FROM_ADDRESS)
                : Optional.empty();
    }

    /** Counts one less. */
    synchronized void leave(Call call) {
        all--;
        atHost.computeIfPresent(Host.of(call), (host, count) -> count == 1 ? null : count - 1);
        fromAddress.computeIfPresent(Address.of(call), (address, count) -> count == 1 ? null : count - 1);
    }

    synchronized int size() {
        return all;
    }

    synchronized int turnedAway() {
        return turnedAway;
    }
}
