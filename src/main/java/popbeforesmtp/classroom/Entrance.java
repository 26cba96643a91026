package popbeforesmtp.classroom;

/**
 * How learners come in.
 *
 * @param code six digits
 * @param network whose network it was opened from: an IPv4 address or an IPv6 /64
 * @param nearby whether that is a private one, as in a room
 * @param remote 離れた人も: whether learners elsewhere may come in with the code
 * @param closed 入口を閉める: whether nobody may come in
 */
public record Entrance(String code, String network, boolean nearby, boolean remote, boolean closed) {

    /** Whether somebody from there is in the same network as the teacher; then no code is needed. */
    public boolean isSameNetwork(String other, boolean otherNearby) {
        return network.equals(other) || (nearby && otherNearby);
    }

    Entrance remote(boolean now) {
        return new Entrance(code, network, nearby, now, closed);
    }

    Entrance closed(boolean now) {
        return new Entrance(code, network, nearby, remote, now);
    }
}
