package popbeforesmtp.gate;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * How a log-in comes into the list.
 *
 * @param moment when, within the log-in
 * @param prefix how many bits of an IPv4 address stand in a row, 1 to 32; of an IPv6 address all do
 * @param renews whether a further log-in begins the time anew; where it does not, a row ends when the first log-in says
 */
public record Listing(Moment moment, int prefix, boolean renews) {

    /** When within a log-in its address is listed. */
    public enum Moment {
        /** The password is right; the mailbox was not opened yet, and may turn out to be locked or broken. */
        PASSWORD(ProtocolEvent.Kind.PASSWORD_RIGHT),
        /** The mailbox is open. */
        LOG_IN(ProtocolEvent.Kind.LOGGED_IN);

        private final ProtocolEvent.Kind kind;

        Moment(ProtocolEvent.Kind kind) {
            this.kind = kind;
        }

        boolean is(ProtocolEvent.Kind happened) {
            return kind == happened;
        }
    }

    private static final int WHOLE = 32;

    /** Keeps the prefix within an address. */
    public Listing {
        if (prefix < 1 || prefix > WHOLE) {
            throw new IllegalArgumentException("no prefix of " + prefix + " bits");
        }
    }

    /** Whole addresses, listed at a moment and renewed. */
    public static Listing at(Moment moment) {
        return new Listing(moment, WHOLE, true);
    }

    /** What stands in the list for an address: the address, or the network around it, {@code 198.51.100.0/24}. */
    String entry(InetAddress address) {
        byte[] octets = address.getAddress();
        if (!(address instanceof Inet4Address) || prefix == WHOLE) {
            return text(octets);
        }
        for (int bit = prefix; bit < WHOLE; bit++) {
            octets[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        return text(octets) + "/" + prefix;
    }

    /** Without name and zone. */
    private static String text(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of no length", e);
        }
    }
}
