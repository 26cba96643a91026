package popbeforesmtp.network;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Practice addresses from their written form, without ever asking a name server. */
public final class Addresses {

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
