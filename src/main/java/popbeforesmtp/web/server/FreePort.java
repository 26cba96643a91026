package popbeforesmtp.web.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** A port that nobody listens at, and that this process may have. */
public final class FreePort {

    private FreePort() {}

    /**
     * The first of them that can be had at all addresses of this machine now.
     *
     * @param wanted the dearest first
     * @return 0 if none can be had: any other one then
     */
    public static int first(List<Integer> wanted) {
        return wanted.stream().filter(FreePort::canBeHad).findFirst().orElse(0);
    }

    private static boolean canBeHad(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
