package popbeforesmtp.network;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.SeatId;

/**
 * The dial-up provider: 192.0.2.33 to .62. A learner's own dial always gets an address that was never used; only the next
 * caller gets the one that was freed last. Not safe for several threads: a world is pressed by one at a time.
 */
public final class TelephoneExchange {

    private static final int FIRST = 33;
    private static final int LAST = 62;

    private final Map<SeatId, InetAddress> lines = new HashMap<>();
    private @Nullable InetAddress freedLast;
    private int next = FIRST;

    /**
     * Puts up a line with a fresh address, hanging up the old one first.
     *
     * @return the address, or nothing when every address was used: the exchange is busy, and nothing has changed
     */
    public Optional<InetAddress> dial(SeatId seat) {
        if (next > LAST) {
            return Optional.empty();
        }
        hangUp(seat);
        InetAddress address = Addresses.of("192.0.2." + next++);
        lines.put(seat, address);
        return Optional.of(address);
    }

    /**
     * Puts up a line for whoever calls next, who gets the address that was freed last.
     *
     * @return the address, or nothing if none is free or the line at this seat is still up
     */
    public Optional<InetAddress> nextCallerDials(SeatId seat) {
        if (freedLast == null || lines.containsKey(seat)) {
            return Optional.empty();
        }
        InetAddress address = freedLast;
        freedLast = null;
        lines.put(seat, address);
        return Optional.of(address);
    }

    /**
     * Puts up a line that is a seat's own for good, in a class in which everybody has one: 192.0.2.33 for seat 1, and so on.
     */
    public void install(SeatId seat) {
        lines.put(seat, Addresses.of("192.0.2." + (FIRST + seat.number() - 1)));
    }

    /**
     * Ends the line.
     *
     * @return the address that is free now, or nothing if there was no line
     */
    public Optional<InetAddress> hangUp(SeatId seat) {
        InetAddress address = lines.remove(seat);
        if (address != null) {
            freedLast = address;
        }
        return Optional.ofNullable(address);
    }

    /** The address of the line at this seat, if one is up. */
    public Optional<InetAddress> line(SeatId seat) {
        return Optional.ofNullable(lines.get(seat));
    }
}
