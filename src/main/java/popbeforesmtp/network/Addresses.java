package popbeforesmtp.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Addresses from their written form, without ever asking a name server, and whose share of something they use up. */
public final class Addresses {

    private static final Pattern ZEROS = Pattern.compile("(^|:)0(:0)+(:|$)");

    private Addresses() {}

    /**
     * An IPv4 address.
     *
     * @param dotted four numbers from 0 to 255, {@code 192.0.2.33}
     * @throws IllegalArgumentException if it is anything else
     */
    public static InetAddress of(String dotted) {
        return named(dotted, dotted);
    }

    /**
     * An IPv6 address of those that are kept for examples (RFC 3849), {@code 2001:db8::b}.
     *
     * @param last its last octet
     */
    static InetAddress sixth(int last) {
        byte[] bytes = {0x20, 0x01, 0x0d, (byte) 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) last};
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of no length", e);
        }
    }

    /** An address as people write it: without name and zone, and the longest row of zeros of IPv6 left out (RFC 5952). */
    public static String text(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        String plain = zone < 0 ? text : text.substring(0, zone);
        return address instanceof Inet6Address ? ZEROS.matcher(plain).replaceFirst("::") : plain;
    }

    /** The first address of the network that one line has: an IPv6 line owns 2^64 addresses (a /64), an IPv4 line one. */
    public static InetAddress network(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of no length", e);
        }
    }

    /** The same address carrying a name, so that nobody looks one up. */
    public static InetAddress named(String name, String dotted) {
        String[] parts = dotted.split("\\.", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not an IPv4 address: " + dotted);
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            int part = Integer.parseInt(parts[i]);
            if (part < 0 || part > 255) {
                throw new IllegalArgumentException("not an IPv4 address: " + dotted);
            }
            bytes[i] = (byte) part;
        }
        try {
            return InetAddress.getByAddress(name, bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IPv4 address: " + dotted, e);
        }
    }
}
