package popbeforesmtp.tls;

import java.nio.ByteBuffer;

/** Counts octets that pass one way, and keeps the head of the first record: what it is, and how long. For one thread. */
final class Tally {

    private static final int HEAD = 5;

    private final StringBuilder beginning = new StringBuilder(HEAD * 3);
    private long octets;

    /** Counts the octets of a buffer from an index up to its position. */
    void count(ByteBuffer buffer, int from, int to) {
        for (int at = from; at < to && octets + (at - from) < HEAD; at++) {
            beginning.append(String.format(at == from && octets == 0 ? "%02x" : " %02x", buffer.get(at)));
        }
        octets += to - from;
    }

    /** What has been counted since the last call. */
    Sealed take() {
        Sealed taken = new Sealed(octets, beginning.toString());
        octets = 0;
        beginning.setLength(0);
        return taken;
    }
}
