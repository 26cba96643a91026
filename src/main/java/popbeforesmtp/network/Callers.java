package popbeforesmtp.network;

import java.net.Socket;
import java.util.Optional;

/** Says who is calling. Asked once a connection, on the one thread that accepts: it must be quick. */
@FunctionalInterface
public interface Callers {

    /**
     * The call behind a connection that was just accepted.
     *
     * @param port the well-known port of the service that was called, 110, 25 or 587
     * @return nothing if the caller is not to be served
     */
    Optional<Call> whoIs(Socket socket, int port);
}
