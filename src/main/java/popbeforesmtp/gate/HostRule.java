package popbeforesmtp.gate;

import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * What a host's administrator has laid down.
 *
 * @param domain the mail domain of the host, in lower case
 * @param ownNetwork whether an address belongs to the provider itself
 * @param keepsList whether a POP log-in opens relaying for a while; a host without a list serves its own network only
 * @param open whether the host relays for everybody, as in the old days
 */
public record HostRule(String domain, Predicate<InetAddress> ownNetwork, boolean keepsList, boolean open) {}
