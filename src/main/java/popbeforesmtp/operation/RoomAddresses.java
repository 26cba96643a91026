package popbeforesmtp.operation;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** At which addresses the other PCs in a room may reach this machine, as they have to be written on the whiteboard. */
public final class RoomAddresses {

    /** What adapters of virtual machines and tunnels are called; nobody in the room is behind one. */
    private static final List<String> VIRTUAL = List.of(
            "virtual",
            "vmware",
            "vmnet",
            "vbox",
            "hyper-v",
            "vethernet",
            "docker",
            "br-",
            "veth",
            "wsl",
            "tap",
            "tun",
            "vpn",
            "bluetooth");

    private RoomAddresses() {}

    /**
     * The IPv4 addresses of this machine now, without loopback and link-local ones; those of virtual adapters come last.
     * Empty if there are none, or they cannot be found out.
     */
    public static List<InetAddress> now() {
        try (Stream<NetworkInterface> adapters = NetworkInterface.networkInterfaces()) {
            List<InetAddress> addresses = new ArrayList<>();
            adapters.sorted(Comparator.comparing(RoomAddresses::isVirtual))
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(RoomAddresses::isForTheRoom)
                    .forEach(addresses::add);
            return List.copyOf(addresses);
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static boolean isForTheRoom(InetAddress address) {
        return address instanceof Inet4Address && !address.isLoopbackAddress() && !address.isLinkLocalAddress();
    }

    private static boolean isVirtual(NetworkInterface adapter) {
        return adapter.isVirtual() || isVirtual(adapter.getName()) || isVirtual(adapter.getDisplayName());
    }

    /** Whether an adapter of that name is none of this room. */
    static boolean isVirtual(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return VIRTUAL.stream().anyMatch(lower::contains);
    }

    /**
     * What to type into a browser.
     *
     * @param port left away if it is the usual one
     * @param path begins with a slash
     */
    public static String url(String host, int port, String path) {
        return "http://" + host + (port == 80 ? "" : ":" + port) + path;
    }
}
