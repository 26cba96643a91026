package popbeforesmtp.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.eventlog.WorldId;

/**
 * The network of one world. It decides, before a byte flows, what the network of a place does with a call, and puts it
 * through to the loopback listener of the role. Not safe for several threads: a world is pressed by one at a time.
 */
public final class PracticeNetwork {

    /** How long a caller waits for an answer that never comes, in practice time. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int SMTP = 25;
    private static final int POP3 = 110;
    private static final String TOWN = "smtp.town.example";

    private final WorldId world;
    private final Exterior exterior;
    private final Consumer<Event> log;
    private final InstantSource clock;
    private final TelephoneExchange exchange = new TelephoneExchange();
    private CentreNetwork centre = CentreNetwork.NORMAL;
    private int sessions;

    /**
     * What all worlds share: the names, the real listeners behind them, and the table of calls.
     *
     * @param directory the names
     * @param listeners where the real listeners are
     * @param calls where a call is noted before it is made
     */
    public record Exterior(Directory directory, Listeners listeners, CallTable calls) {}

    /**
     * @param world whose network it is
     * @param exterior what all worlds share
     * @param log where failed calls are told
     * @param clock the world's practice clock
     */
    public PracticeNetwork(WorldId world, Exterior exterior, Consumer<Event> log, InstantSource clock) {
        this.world = world;
        this.exterior = exterior;
        this.log = log;
        this.clock = clock;
    }

    /** The telephone exchange of this world. */
    public TelephoneExchange exchange() {
        return exchange;
    }

    /** Changes what the community centre's network does with the next calls. */
    public void centre(CentreNetwork centre) {
        this.centre = centre;
    }

    /**
     * The address that a place's router shows for calls to a port.
     *
     * @return nothing at the telephone without a line
     */
    public Optional<InetAddress> shownAddress(SeatId seat, Place place, int port) {
        return place.isOnPhone() ? exchange.line(seat) : routerShows(place, centre, port);
    }

    /** The address that a place's router shows for calls to a port; nothing at the telephone, which has no router. */
    public static Optional<InetAddress> routerShows(Place place, CentreNetwork centre, int port) {
        if (centre == CentreNetwork.IPV6 && place.isInCentre()) {
            return place.sixth();
        }
        boolean secondExit = place.isInCentre() && centre == CentreNetwork.TWO_EXITS && port != POP3;
        return secondExit ? Optional.of(Place.SECOND_EXIT) : place.outside();
    }

    /**
     * Makes a call. A failed one is logged here; one that is put through is logged by the server that takes it.
     *
     * @param name the name of the machine, as a mail program has it in its settings
     * @param port 110, 25 or 587
     * @throws IllegalStateException if the place has no line
     * @throws ListenerGoneException if this machine does not listen where a server of the practice network would
     */
    public Dialled dial(SeatId seat, Place place, String name, int port) {
        InetAddress from = shownAddress(seat, place, port)
                .orElseThrow(() -> new IllegalStateException("no line at " + place.id()));
        CentreNetwork between = place.isInCentre() ? centre : CentreNetwork.NORMAL;
        Optional<Server> meant = between == CentreNetwork.WEB_ONLY
                ? Optional.empty()
                : exterior.directory().resolve(name);
        if (meant.isEmpty()) {
            return failed(new Dialled.NameUnknown(name), seat, name, port, Reason.NAME_UNKNOWN);
        }
        if (port == SMTP && between == CentreNetwork.PORT_25_CLOSED) {
            return failed(new Dialled.Silence(PATIENCE), seat, name, port, Reason.SILENCE);
        }
        Server server = port == SMTP && between == CentreNetwork.PORT_25_TO_TOWN
                ? exterior.directory().resolve(TOWN).orElseThrow()
                : meant.get();
        if (!server.openPorts().contains(port)) {
            return failed(new Dialled.Refused(port), seat, name, port, Reason.CONNECTION_REFUSED);
        }
        InetSocketAddress listener = exterior.listeners().at(port).orElseThrow(ListenerGoneException::new);
        Call call = new Call(world, seat, ++sessions, from, name, port, server.host());
        return new Dialled.Connected(
                call, meant.get().address(), new DiallingSocketFactory(listener, exterior.calls(), call));
    }

    /**
     * Looks a name up, without a call.
     *
     * @param port the port that the name is wanted for
     * @return nothing if it is not found, which is logged
     */
    public Optional<InetAddress> lookUp(SeatId seat, Place place, String name, int port) {
        boolean webOnly = place.isInCentre() && centre == CentreNetwork.WEB_ONLY;
        Optional<Server> found =
                webOnly ? Optional.empty() : exterior.directory().resolve(name);
        if (found.isEmpty()) {
            failed(new Dialled.NameUnknown(name), seat, name, port, Reason.NAME_UNKNOWN);
        }
        return found.map(Server::address);
    }

    private Dialled failed(Dialled result, SeatId seat, String name, int port, Reason reason) {
        log.accept(new Event.CallFailed(clock.instant(), seat, name, port, reason));
        return result;
    }
}
