package popbeforesmtp.network;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names of the practice internet and the machines behind them. There is no other name server.
 *
 * @param servers the machine behind each name, which is in lower case
 */
public record Directory(Map<String, Server> servers) {

    /** Keeps the names as they are now. */
    public Directory {
        servers = Map.copyOf(servers);
    }

    /** The machine behind a name; upper and lower case are one. */
    public Optional<Server> resolve(String name) {
        return Optional.ofNullable(servers.get(name.toLowerCase(Locale.ROOT)));
    }
}
