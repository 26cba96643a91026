package popbeforesmtp.network;

import java.net.InetAddress;
import java.util.Set;

/**
 * A machine on the practice internet.
 *
 * @param host the host behind it, {@code plala.example}
 * @param address where it is
 * @param openPorts the ports that answer
 */
public record Server(String host, InetAddress address, Set<Integer> openPorts) {}
