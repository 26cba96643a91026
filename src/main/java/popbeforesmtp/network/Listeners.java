package popbeforesmtp.network;

import java.net.InetSocketAddress;
import java.util.Optional;

/** Where the real listeners are: one a role, serving every host of every world. */
@FunctionalInterface
public interface Listeners {

    /**
     * The loopback address of the listener that plays a port.
     *
     * @param port the practice port, 110, 25 or 587
     * @return nothing if no such role is played
     */
    Optional<InetSocketAddress> at(int port);
}
