package popbeforesmtp.web.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.network.Addresses;
import popbeforesmtp.network.CentreNetwork;
import popbeforesmtp.network.PracticeNetwork;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.page.OptionGroup;

/**
 * What stands between the community centre and the outside: the router that puts another address on every call, and the wall
 * with a gate for each port.
 *
 * @param inside the address of the seat in the centre's own network; nothing where every seat has its own in the whole world
 * @param gates one for each port
 * @param networks what the centre's network can be, and is
 */
record Border(@Nullable String inside, List<Gate> gates, List<OptionGroup.Item> networks) {

    private static final List<Integer> PORTS = List.of(110, 25, 587);

    /**
     * A gate in the wall.
     *
     * @param port the port
     * @param state {@code open}, {@code closed}, {@code town} or {@code nameless}
     * @param shown the address that calls have outside
     */
    record Gate(int port, String state, String shown) {

        /** The key of its state in words. */
        public String words() {
            return "gate." + state;
        }

        /** The mark of its state. */
        public String mark() {
            return switch (state) {
                case "open" -> "yes";
                case "town" -> "warn";
                default -> "no";
            };
        }
    }

    static Border of(WorldView view) {
        CentreNetwork centre = view.options().centre();
        List<Gate> gates = new ArrayList<>();
        for (int port : PORTS) {
            String shown = PracticeNetwork.routerShows(view.place(), centre, port)
                    .map(Addresses::text)
                    .orElse("");
            gates.add(new Gate(port, state(centre, port), shown));
        }
        return new Border(inside(view).orElse(null), List.copyOf(gates), networks(centre));
    }

    /** The address that a seat has behind the router alone. */
    static Optional<String> inside(WorldView view) {
        boolean ownOutside = view.place().isInCentre() && view.options().centre() == CentreNetwork.IPV6;
        return ownOutside ? Optional.empty() : view.sitting().inside().map(Addresses::text);
    }

    private static String state(CentreNetwork centre, int port) {
        return switch (centre) {
            case NORMAL, TWO_EXITS, IPV6 -> "open";
            case PORT_25_CLOSED -> port == 25 ? "closed" : "open";
            case PORT_25_TO_TOWN -> port == 25 ? "town" : "open";
            case WEB_ONLY -> "nameless";
        };
    }

    private static List<OptionGroup.Item> networks(CentreNetwork now) {
        return Stream.of(CentreNetwork.values())
                .map(each -> new OptionGroup.Item(each.id(), "wall." + each.id(), each == now))
                .toList();
    }
}
