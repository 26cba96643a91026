package popbeforesmtp.network;

import java.net.InetAddress;
import java.time.Duration;
import javax.net.SocketFactory;

/** What became of a call. */
public sealed interface Dialled {

    /** The name could not be found. */
    record NameUnknown(String name) implements Dialled {}

    /**
     * No answer came.
     *
     * @param waited how long the caller waited, in practice time
     */
    record Silence(Duration waited) implements Dialled {}

    /** The machine answered that nobody listens on the port. */
    record Refused(int port) implements Dialled {}

    /**
     * The way is free.
     *
     * @param call what the server will know of the caller
     * @param server the practice address of the host that was asked for, carrying the dialled name; no look-up is ever made
     * @param sockets makes the one socket that puts the call through when it is connected, whatever address it is given
     */
    record Connected(Call call, InetAddress server, SocketFactory sockets) implements Dialled {}
}
