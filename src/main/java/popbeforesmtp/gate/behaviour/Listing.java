package popbeforesmtp.gate.behaviour;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How a log-in comes into the list.
 *
 * @param moment when, within the log-in
 * @param messenger how the list hears of it
 * @param key what a row is about
 * @param prefix how many bits of an IPv4 address stand in a row, 1 to 32; of an IPv6 address all do
 * @param renews whether a further log-in begins the time anew; where it does not, a row ends when the first log-in says
 * @param patience how long a caller is kept waiting for a {@link Keeper} that sleeps
 * @param ipv6 what becomes of a caller with such an address
 */
public record Listing(
        Moment moment, Messenger messenger, Key key, int prefix, boolean renews, Duration patience, OverIpv6 ipv6) {

    /** When within a log-in its address is listed, or the line that lists it is written into the log. */
    public enum Moment {
        /** The password is right; the mailbox was not opened yet, and may turn out to be locked or broken. */
        PASSWORD,
        /** The mailbox is open. */
        LOG_IN
    }

    /** How the list hears of a log-in. */
    public enum Messenger {
        /** The receiving desk writes into the list itself, before its {@code +OK}. */
        NONE,
        /** It calls the daemon and waits for the answer; without one, nobody is listed and the {@code +OK} is late. */
        CALL,
        /** It sends the daemon a packet and waits for nothing; the sending desk asks the daemon, and waits. */
        PACKET,
        /** It writes a line into the mail log, which the watcher reads at its next look. */
        LOG,
        /** The same, and the watcher takes what looks like such a line wherever it stands: CVE-2001-1075. */
        LOOSE_LOG
    }

    /** What a row is about. */
    public enum Key {
        /** An address, and nobody's name. */
        ADDRESS,
        /** An address; whose log-in it was stands beside it. */
        NAMED_ADDRESS,
        /** A mailbox, with the address of its latest log-in. */
        MAILBOX
    }

    /** What becomes of a caller with an IPv6 address. */
    public enum OverIpv6 {
        /** The same as of any other. */
        SAME,
        /** The log-in succeeds, and the list never hears of it. */
        UNHEARD,
        /** The log-in succeeds, and its row is written in a way in which nobody looks it up. */
        MANGLED,
        /** The log-in fails. */
        NO_LOG_IN,
        /** So it does, and the sending desk turns the caller away. */
        NO_GREETING
    }

    private static final int WHOLE = 32;
    private static final Pattern ZEROS = Pattern.compile("(^|:)0(:0)+(:|$)");

    /** Keeps the prefix within an address, and patience with those who have somebody to wait for. */
    public Listing {
        if (prefix < 1 || prefix > WHOLE) {
            throw new IllegalArgumentException("no prefix of " + prefix + " bits");
        }
        boolean waits = messenger == Messenger.CALL || messenger == Messenger.PACKET;
        if (patience.isNegative() || patience.isZero() == waits) {
            throw new IllegalArgumentException("who asks a daemon waits for it, and nobody else does");
        }
    }

    /** Whole addresses, listed at a moment by the receiving desk itself, and renewed. */
    public static Listing at(Moment moment) {
        return new Listing(moment, Messenger.NONE, Key.ADDRESS, WHOLE, true, Duration.ZERO, OverIpv6.SAME);
    }

    /** What is written into the list for a log-in. */
    public String entry(InetAddress from, String mailbox) {
        if (key == Key.MAILBOX) {
            return mailbox;
        }
        return meets(from, OverIpv6.MANGLED) ? sought(from).replace(':', '_') : sought(from);
    }

    /** What is looked for in the list: the address, or the network around it, {@code 198.51.100.0/24}. */
    public String sought(InetAddress address) {
        byte[] octets = address.getAddress();
        if (!(address instanceof Inet4Address) || prefix == WHOLE) {
            return text(octets);
        }
        for (int bit = prefix; bit < WHOLE; bit++) {
            octets[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        return text(octets) + "/" + prefix;
    }

    /** Whether the list hears of log-ins by a log. */
    boolean isLogged() {
        return messenger == Messenger.LOG || messenger == Messenger.LOOSE_LOG;
    }

    /** Whether that becomes of a caller, because of his address. */
    public boolean meets(InetAddress from, OverIpv6 what) {
        return ipv6 == what && from instanceof Inet6Address;
    }

    /** Whether a log-in from that address opens sending from it at all. */
    public boolean canFind(InetAddress from) {
        return ipv6 == OverIpv6.SAME || !(from instanceof Inet6Address);
    }

    /** Without name and zone, and without the zeros of IPv6. */
    private static String text(byte[] octets) {
        try {
            String text = InetAddress.getByAddress(octets).getHostAddress();
            return octets.length == Integer.BYTES ? text : ZEROS.matcher(text).replaceFirst("::");
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of no length", e);
        }
    }
}
