package popbeforesmtp.web.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import popbeforesmtp.network.Addresses;

/**
 * Where a visitor comes from. One address has one form, however it was written: with brackets, with a port, as IPv4 or
 * IPv4-mapped IPv6.
 *
 * @param address nothing if what was written is no address: then it is nobody, and never this machine
 */
public record ClientAddress(Optional<InetAddress> address) {

    public static final String FORWARDED = "X-Forwarded-For";
    static final ClientAddress NOBODY = new ClientAddress(Optional.empty());

    private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?::[0-9]{1,5})?");
    private static final Pattern IPV6 =
            Pattern.compile("\\[?([0-9a-fA-F:.]{2,45})(?:%[0-9A-Za-z]{1,20})?(?:\\](?::[0-9]{1,5})?)?");
    private static final int NETWORK = 8;

    /** RFC 4193: fc00::/7. */
    private static final int UNIQUE_LOCAL = 0xfc;

    private static final int UNIQUE_LOCAL_MASK = 0xfe;

    /** The one that is written; no name server is asked. */
    static ClientAddress of(String written) {
        String text = written.strip();
        Matcher ipv4 = IPV4.matcher(text);
        Matcher ipv6 = IPV6.matcher(text);
        try {
            if (ipv4.matches()) {
                return new ClientAddress(Optional.of(Addresses.of(ipv4.group(1))));
            }
            // In brackets, Java takes it for an address or for a mistake.
            return ipv6.matches()
                    ? new ClientAddress(Optional.of(InetAddress.getByName("[" + ipv6.group(1) + "]")))
                    : NOBODY;
        } catch (IllegalArgumentException | UnknownHostException e) {
            return NOBODY;
        }
    }

    /** Those that are written. */
    public static Set<ClientAddress> all(Set<String> written) {
        return written.stream().map(ClientAddress::of).collect(Collectors.toSet());
    }

    /**
     * Where a request comes from: what a trusted proxy says about it, else the other end of the line. Several lines of
     * X-Forwarded-For are one list (RFC 9110, 5.3), and the last word is the nearest proxy's.
     */
    public static ClientAddress behind(Set<ClientAddress> trustedProxies, String end, List<String> forwarded) {
        ClientAddress peer = of(end);
        if (forwarded.isEmpty()) {
            return peer;
        }
        String[] hops = String.join(",", forwarded).split(",", -1);
        for (int i = hops.length - 1; i >= 0 && trustedProxies.contains(peer); i--) {
            peer = of(hops[i]);
        }
        return peer;
    }

    /** Whether it is one that only machines in the same room or building can have: private, local, or this machine. */
    public boolean isPrivate() {
        return address.filter(it -> it.isSiteLocalAddress()
                        || it.isLoopbackAddress()
                        || it.isLinkLocalAddress()
                        || (it instanceof Inet6Address && (it.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL))
                .isPresent();
    }

    /** Whose share of what is limited by address is used up: an IPv6 line owns 2^64 addresses, and they count as one. */
    public String share() {
        return address.map(ClientAddress::share).orElse("nobody");
    }

    private static String share(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(address.getAddress(), NETWORK)) + "::/64"
                : address.getHostAddress();
    }
}
