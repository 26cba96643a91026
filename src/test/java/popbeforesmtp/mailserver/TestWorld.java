package popbeforesmtp.mailserver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.EventLog;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.gate.HostRule;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.mailserver.mailbox.Sealing;
import popbeforesmtp.network.Dialled;
import popbeforesmtp.network.Place;
import popbeforesmtp.network.PracticeNetwork;
import popbeforesmtp.network.Subnet;

/** A world with hanako at plala (ten minutes), taro at friend (no list), and nobody but postmaster at asahi. */
public final class TestWorld {

    static final RelayBehaviour PLAIN = RelayBehaviour.plain(Duration.ofMinutes(10));

    public final EventLog log = new EventLog(10_000);
    final TurnedClock clock = new TurnedClock();
    final PracticeNetwork network;
    public final MailHost plala;
    public final MailHost friend;
    final MailHost asahi;
    private final Sealing sealing;
    private final Map<String, MailHost> hosts = new ConcurrentHashMap<>();

    public TestWorld(WorldId id, PracticeNetwork.Exterior exterior) {
        this(id, exterior, PLAIN, Sealing.FOR_MEMBERS);
    }

    /** The same, where plala has the habits of another program. */
    TestWorld(WorldId id, PracticeNetwork.Exterior exterior, RelayBehaviour behaviour, Sealing sealing) {
        this.sealing = sealing;
        network = new PracticeNetwork(id, exterior, log::append, clock);
        plala = host("plala.example", "203.0.113.0/26", true, Set.of("hanako"), behaviour);
        friend = host("friend.example", "203.0.113.192/26", false, Set.of("taro"), PLAIN);
        asahi = host("asahi.example", "203.0.113.64/26", false, Set.of(), PLAIN);
    }

    private MailHost host(
            String domain, String network, boolean keepsList, Set<String> users, RelayBehaviour behaviour) {
        HostRule rule = new HostRule(domain, Subnet.of(network), keepsList, false);
        MailHost host = new MailHost(rule, behaviour, log::append, clock, sealing);
        users.forEach(user -> host.addUser(user, "sakura"));
        hosts.put(domain, host);
        return host;
    }

    public Optional<MailHost> find(String host) {
        return Optional.ofNullable(hosts.get(host));
    }

    /** Calls plala from the centre. */
    public Line dial(int port) {
        return dial(Place.CENTRE, (port == 110 || port == 995 ? "pop" : "smtp") + ".plala.example", port);
    }

    public Line dial(Place place, String name, int port) {
        Dialled.Connected connected = (Dialled.Connected) network.dial(SeatId.FIRST, place, name, port);
        try {
            Socket socket = connected.sockets().createSocket();
            SocketAddress anywhere = new InetSocketAddress(connected.server(), port);
            socket.connect(anywhere);
            return new Line(socket, connected.call());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Logs in at plala from a place and hangs up. */
    public void logIn(Place place) {
        try (Line line = dial(place, "pop.plala.example", 110)) {
            line.play("""
                    S: +OK ...
                    C: USER hanako
                    S: +OK ...
                    C: PASS sakura
                    S: +OK ...
                    C: QUIT
                    S: +OK ...
                    """);
        }
    }

    public <E extends Event> List<E> events(Class<E> kind) {
        return log.all().stream()
                .flatMap(event -> kind.isInstance(event) ? Stream.of(kind.cast(event)) : Stream.empty())
                .toList();
    }
}
