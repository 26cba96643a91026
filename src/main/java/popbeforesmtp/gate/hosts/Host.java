package popbeforesmtp.gate.hosts;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import popbeforesmtp.gate.HostRule;

/**
 * A host of the practice internet.
 *
 * @param domain its mail domain, {@code plala.example}
 * @param address where its machine is, {@code 192.0.2.130}
 * @param users who lives there besides the postmaster
 * @param ownNetwork the addresses that are trusted without a log-in
 * @param window how long a log-in opens sending; nothing at a host that has no receiving desk, and so keeps no list
 */
public record Host(
        String domain,
        String address,
        Set<String> users,
        Predicate<InetAddress> ownNetwork,
        Optional<Duration> window) {

    /** Whether mail can be received here, which is what opens sending for a while. */
    public boolean keepsList() {
        return window.isPresent();
    }

    /**
     * What its gate applies.
     *
     * @param open whether it relays for everybody, as in the old days
     */
    public HostRule rule(boolean open) {
        return new HostRule(domain, ownNetwork, keepsList(), open);
    }
}
