package popbeforesmtp.network;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of the practice internet and the machines behind them. There is no other name server. */
public final class Directory {

    private final Map<String, Server> servers;

    private Directory(Map<String, Server> servers) {
        this.servers = servers;
    }

    /** The machines of the story: receiving at 110, sending at 25 and, with a name and a password, at 587. */
    public static Directory ofTheStory() {
        Map<String, Server> servers = new LinkedHashMap<>();
        put(servers, "plala.example", "192.0.2.130", true);
        put(servers, "dion.example", "192.0.2.131", true);
        put(servers, "yahoo.example", "192.0.2.132", true);
        put(servers, "asahi.example", "192.0.2.133", false);
        put(servers, "town.example", "192.0.2.134", false);
        put(servers, "friend.example", "192.0.2.135", false);
        return new Directory(servers);
    }

    private static void put(Map<String, Server> servers, String host, String address, boolean pop) {
        Set<Integer> ports = pop ? Set.of(110, 25, 587) : Set.of(25);
        String smtp = "smtp." + host;
        servers.put(smtp, new Server(host, Addresses.named(smtp, address), ports));
        if (pop) {
            String name = "pop." + host;
            servers.put(name, new Server(host, Addresses.named(name, address), ports));
        }
    }

    /** The machine behind a name; upper and lower case are one. */
    public Optional<Server> resolve(String name) {
        return Optional.ofNullable(servers.get(name.toLowerCase(Locale.ROOT)));
    }
}
