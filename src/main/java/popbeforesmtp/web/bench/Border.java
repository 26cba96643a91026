package popbeforesmtp.web.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.network.Addresses;
import popbeforesmtp.network.CentreNetwork;
import popbeforesmtp.network.PracticeNetwork;
import popbeforesmtp.sandbox.world.WorldView;

/**
 * What stands between the community centre and the outside: the router that puts another address on every call, and the wall
 * with a gate for each port.
 *
 * @param inside the address of the seat in the centre's own network; nothing where every seat has its own in the whole world
 * @param gates one for each port, by number
 */
record Border(@Nullable String inside, List<Gate> gates) {

    private static final List<Integer> PORTS = List.of(25, 110, 587);

    /** Keeps the list as it is now. */
    Border {
        gates = List.copyOf(gates);
    }

    /**
     * A gate in the wall.
     *
     * @param port the port
     * @param state {@code open}, {@code closed}, {@code town} or {@code nameless}
     * @param shown the address that calls have outside
     * @param use what the mail program wants there, {@code in} or {@code out}; nothing if it does not come there
     */
    record Gate(
            int port, String state, String shown, @Nullable String use) {

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
        int receiving = view.options().popPort();
        int sending = view.options().port();
        Set<Integer> ports = new TreeSet<>(PORTS);
        ports.addAll(List.of(receiving, sending));
        List<Gate> gates = new ArrayList<>();
        for (int port : ports) {
            String shown = PracticeNetwork.routerShows(view.place(), centre, port)
                    .map(Addresses::text)
                    .orElse("");
            gates.add(new Gate(
                    port, state(centre, port), shown, port == sending ? "out" : port == receiving ? "in" : null));
        }
        return new Border(inside(view).orElse(null), gates);
    }

    /** The address that the router puts on calls to most ports. */
    public String outside() {
        return gates.stream()
                .filter(gate -> gate.port() == 110)
                .map(Gate::shown)
                .findFirst()
                .orElse("");
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
}
