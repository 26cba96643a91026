package popbeforesmtp.sandbox.world;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import popbeforesmtp.eventlog.EventLog;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.gate.ListedAddress;
import popbeforesmtp.gate.RelayPolicy;
import popbeforesmtp.mailclient.MailProgram;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.network.PracticeNetwork;
import popbeforesmtp.sandbox.explain.History;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.press.Person;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.Providers;
import popbeforesmtp.sandbox.press.SetUp;

/**
 * A journal being played: the hosts, the network, the clock and the seats of a living world. Everything on it follows from
 * the set-up and the presses. One thread at a time presses; the servers' threads only ask for {@link #host}.
 */
final class LiveWorld {

    private static final int LOG_CAPACITY = 1_000;
    private static final String TARO = "taro";

    final WorldId id;
    final SetUp setUp;
    final PracticeClock clock = new PracticeClock();
    final EventLog log = new EventLog(LOG_CAPACITY);
    final PracticeNetwork network;
    final History history = new History();
    private final Map<String, MailHost> hosts = new ConcurrentHashMap<>();
    private final Map<SeatId, SeatSession> seats = new LinkedHashMap<>();
    private volatile int window;
    private List<ArrivedMail> friendMail = List.of();

    LiveWorld(WorldId id, SetUp setUp, PracticeNetwork.Exterior exterior) {
        this.id = id;
        this.setUp = setUp;
        this.window = setUp.options().window();
        this.network = new PracticeNetwork(id, exterior, log, clock);
        network.centre(setUp.options().centre());
    }

    /** Plays a press at a seat. The first one at a seat is its {@link Press.Begin}. */
    void play(SeatId seatId, Press press) {
        SeatSession seat = seats.computeIfAbsent(seatId, absent -> new SeatSession(absent, setUp));
        new PressExecution(this, seat, press).play();
    }

    /** Whether a seat's open line has ended by itself. */
    boolean wasCut(SeatId seatId) {
        SeatSession seat = seats.get(seatId);
        return seat != null && seat.console.wasCut();
    }

    /** How many lines are open that were called by hand. */
    int lines() {
        return (int)
                seats.values().stream().filter(seat -> seat.console.isOpen()).count();
    }

    /** The latest dialogues at a seat, oldest first. */
    List<RecordedDialogue> runs(SeatId seatId) {
        SeatSession seat = seats.get(seatId);
        return seat == null ? List.of() : List.copyOf(seat.runs);
    }

    /** Closes what is open. */
    void close() {
        seats.values().forEach(seat -> seat.console.close());
    }

    /** The host of that mail domain, made at the first call to it. Called by the servers' threads. */
    Optional<MailHost> host(String domain) {
        return Providers.exists(domain) ? Optional.of(hosts.computeIfAbsent(domain, this::make)) : Optional.empty();
    }

    /** How much memory its log and its mails take, roughly. */
    long keptOctets() {
        return log.keptOctets()
                + hosts.values().stream().mapToLong(MailHost::keptOctets).sum();
    }

    private MailHost make(String domain) {
        Duration opens = Providers.window(domain, window);
        MailHost host = new MailHost(domain, new RelayPolicy(Providers.rule(domain, setUp.open()), opens), log, clock);
        for (String user : Providers.users(domain)) {
            host.addUser(user, SampleMail.PASSWORD);
        }
        if (Providers.INCOMING.contains(domain)) {
            SampleMail.waiting(setUp.mailbox()).forEach(letter -> host.put(Person.HANAKO.user(), letter));
        }
        return host;
    }

    /** The list of a host, empty if nobody has called it yet. */
    List<ListedAddress> list(String domain) {
        MailHost host = hosts.get(domain);
        return host == null ? List.of() : host.gate().list();
    }

    /** Sets the minutes at the host where the learner chooses them. */
    void window(int minutes) {
        window = minutes;
        MailHost host = hosts.get(Providers.CHOSEN_WINDOW);
        if (host != null) {
            host.gate().window(Duration.ofMinutes(minutes));
        }
    }

    /** The mail program on the table of a seat. */
    MailProgram program(SeatSession seat) {
        return new MailProgram((name, port) -> network.dial(seat.id, seat.place, name, port));
    }

    /** The world as one seat sees it. */
    WorldView view(SeatId seatId, String step, boolean canUndo) {
        SeatSession seat = seats.computeIfAbsent(seatId, absent -> new SeatSession(absent, setUp));
        return new WorldView(
                step,
                setUp,
                seat.options,
                seat.place,
                seat.person(),
                sendingAddress(seat),
                clock.instant(),
                seat.presses,
                seat.result,
                rows(seat),
                seat.talk,
                seat.talked,
                friendMail(),
                seat.console.view(),
                canUndo);
    }

    /** The address that the sending port would show. */
    Optional<InetAddress> sendingAddress(SeatSession seat) {
        return network.shownAddress(seat.id, seat.place, MailProgram.SMTP_PORT);
    }

    private List<WorldView.Row> rows(SeatSession seat) {
        Instant now = clock.instant();
        Optional<Result.Row> key = seat.result.flatMap(Result::key).flatMap(Result.Key::row);
        Set<String> shown = new LinkedHashSet<>(List.of(seat.options.incoming()));
        shown.add(seat.options.outgoing());
        List<WorldView.Row> rows = new ArrayList<>();
        for (String host : shown) {
            for (ListedAddress row : list(host)) {
                rows.add(new WorldView.Row(
                        host,
                        row.address(),
                        row.until(),
                        row.isLive(now),
                        row.left(now),
                        key.equals(Optional.of(new Result.Row(host, row.address())))));
            }
        }
        return rows;
    }

    /** What has arrived in taro's mailbox, each mail read once: nobody takes one out. */
    private List<ArrivedMail> friendMail() {
        MailHost friend = hosts.get(Providers.FRIEND);
        if (friend != null) {
            Stream<ArrivedMail> arrived = friend.mailbox(TARO, friendMail.size()).stream()
                    .map(mail ->
                            new ArrivedMail(mail.header(), mail.from(), mail.subject(), mail.text(), mail.octets()));
            friendMail = Stream.concat(friendMail.stream(), arrived).toList();
        }
        return friendMail;
    }
}
