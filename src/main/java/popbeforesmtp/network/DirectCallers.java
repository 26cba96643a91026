package popbeforesmtp.network;

import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.eventlog.WorldId;

/**
 * Callers from the real world: everybody is served, by one host of one shared world, and is known by his true address.
 * The same address over IPv4 and over IPv4-mapped IPv6 is one. Safe for any number of threads.
 */
public final class DirectCallers implements Callers {

    private static final int POP3 = 110;

    private final WorldId world;
    private final String host;
    private final AtomicInteger sessions = new AtomicInteger();

    /**
     * @param world the world that all of them share
     * @param host who answers, {@code plala.example}
     */
    public DirectCallers(WorldId world, String host) {
        this.world = world;
        this.host = host;
    }

    @Override
    public Optional<Call> whoIs(Socket socket, int port) {
        String dialled = (port == POP3 ? "pop." : "smtp.") + host;
        InetAddress from = plain(socket.getInetAddress());
        return Optional.of(
                new Call(world, SeatId.FIRST, sessions.incrementAndGet(), from, dialled, socket.getLocalPort(), host));
    }

    /** The address without name and zone; an IPv4-mapped one as the IPv4 address that it is. */
    static InetAddress plain(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of no length", e);
        }
    }
}
