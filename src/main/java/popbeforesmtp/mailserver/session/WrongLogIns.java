package popbeforesmtp.mailserver.session;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.network.Addresses;
import popbeforesmtp.network.Call;

/**
 * Counts the wrong passwords from each address, by the clock of the host that was called. Each one is forgiven after a while.
 * Safe for any number of threads.
 */
public final class WrongLogIns {

    private static final int MOST_ADDRESSES = 1_000;

    private final Limits.LogIns limits;
    /** When the last wrong password of an address is forgiven; the address that was wrong longest ago first. */
    private final Map<Address, Instant> forgiven = new LinkedHashMap<>(16, 0.75f, true);

    private record Address(WorldId world, InetAddress network) {
        static Address of(Call call) {
            return new Address(call.world(), Addresses.network(call.from()));
        }
    }

    WrongLogIns(Limits.LogIns limits) {
        this.limits = limits;
    }

    private boolean isCounted() {
        return limits.address() < Integer.MAX_VALUE;
    }

    /** Whether no password of this caller's address is to be looked at now. */
    public synchronized boolean areTooMany(Call call, Instant now) {
        if (!isCounted()) {
            return false;
        }
        Instant until = forgiven.getOrDefault(Address.of(call), now);
        return Duration.between(now, until).compareTo(limits.again().multipliedBy(limits.address() - 1L)) > 0;
    }

    /** Counts one more. */
    public synchronized void count(Call call, Instant now) {
        if (!isCounted()) {
            return;
        }
        Instant until = forgiven.getOrDefault(Address.of(call), now);
        forgiven.put(Address.of(call), (until.isBefore(now) ? now : until).plus(limits.again()));
        if (forgiven.size() > MOST_ADDRESSES) {
            forgiven.remove(forgiven.keySet().iterator().next());
        }
    }
}
