package popbeforesmtp.network;

import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * A range of IPv4 addresses.
 *
 * @param base its first address
 * @param bits the length of the prefix, 0 to 32
 */
public record Subnet(InetAddress base, int bits) implements Predicate<InetAddress> {

    /** The range that holds no address. */
    public static final Predicate<InetAddress> NONE = Subnet::nobody;

    private static boolean nobody(InetAddress address) {
        return false;
    }

    /** A range in the usual notation, {@code 203.0.113.0/26}. */
    public static Subnet of(String cidr) {
        int slash = cidr.indexOf('/');
        return new Subnet(Addresses.of(cidr.substring(0, slash)), Integer.parseInt(cidr.substring(slash + 1)));
    }

    @Override
    public boolean test(InetAddress address) {
        if (address.getAddress().length != 4) {
            return false;
        }
        long mask = bits == 0 ? 0 : (0xFFFFFFFFL << (32 - bits)) & 0xFFFFFFFFL;
        return (number(address) & mask) == (number(base) & mask);
    }

    private static long number(InetAddress address) {
        long number = 0;
        for (byte part : address.getAddress()) {
            number = (number << 8) | (part & 0xFF);
        }
        return number;
    }
}
