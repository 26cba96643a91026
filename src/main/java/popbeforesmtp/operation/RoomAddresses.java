package popbeforesmtp.operation;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
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
            "virbr",
            "hyper-v",
            "vethernet",
            "docker",
            "br-",
            "veth",
            "wsl",
            "tap",
            "tun",
            "vpn",
            "loopback",
            "bluetooth");

    private RoomAddresses() {}

    /**
     * An address of this machine.
     *
     * @param host as it is typed
     * @param isVirtual whether its adapter is one of a virtual machine or a tunnel, so that hardly anybody in the room is there
     */
    public record Found(String host, boolean isVirtual) {}

    /**
     * The IPv4 addresses of this machine now, without loopback and link-local ones; those of virtual adapters come last.
     * Empty if there are none, or they cannot be found out.
     */
    public static List<Found> now() {
        try (Stream<NetworkInterface> adapters = NetworkInterface.networkInterfaces()) {
            return adapters.flatMap(RoomAddresses::of)
                    .sorted(Comparator.comparing(Found::isVirtual))
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static Stream<Found> of(NetworkInterface adapter) {
        boolean virtual = isVirtual(adapter);
        return adapter.inetAddresses()
                .filter(RoomAddresses::isForTheRoom)
                .map(address -> new Found(address.getHostAddress(), virtual));
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
