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
import java.util.function.Function;
import java.util.stream.Stream;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.EventRecorder;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.gate.KeptRow;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.mailclient.MailProgram;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.network.Place;
import popbeforesmtp.network.PracticeNetwork;
import popbeforesmtp.sandbox.console.OpenLine;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.History;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.hosts.Keeping;
import popbeforesmtp.sandbox.hosts.LaidDown;
import popbeforesmtp.sandbox.hosts.PracticeClock;
import popbeforesmtp.sandbox.hosts.PracticeHosts;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.Providers;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.StateLink;

/**
 * A journal being played: the hosts, the network, the clock and the seats of a living world. Everything on it follows from
 * the set-up and the presses. One thread at a time presses; the servers' threads only ask for {@link #host}.
 */
final class LiveWorld {

    private static final String TARO = "taro";

    final WorldId id;
    final SetUp setUp;
    final PracticeClock clock = new PracticeClock();
    final EventRecorder events = new EventRecorder();
    final PracticeNetwork network;
    final PracticeHosts hosts;
    final History history;
    private final Map<SeatId, LiveSeat> seats = new LinkedHashMap<>();

    /** What is chosen where a seat has not chosen by itself; in a class, what is chosen for all. */
    private Options options;

    private List<ArrivedMail> friendMail = List.of();

    LiveWorld(
            WorldId id,
            SetUp setUp,
            PracticeNetwork.Exterior exterior,
            Function<String, RelayBehaviour> programs,
            LaidDown laidDown) {
        this.id = id;
        this.setUp = setUp;
        this.hosts = new PracticeHosts(setUp, events, clock, programs, laidDown);
        this.history = new History(hosts);
        this.options = setUp.options();
        this.network = new PracticeNetwork(id, exterior, events::append, clock);
        network.centre(setUp.options().centre());
    }

    /** Plays a press at a seat. The first one of a world is its {@link Press.Begin}. */
    PressExecution.Played play(SeatId seatId, Press press) {
        return new PressExecution(this, seat(seatId), press).play();
    }

    private LiveSeat seat(SeatId seatId) {
        return seats.computeIfAbsent(seatId, this::sitDown);
    }

    private LiveSeat sitDown(SeatId seatId) {
        if (setUp.room() == SetUp.Room.OWN_LINES) {
            network.exchange().install(seatId);
        }
        return new LiveSeat(seatId, setUp, options);
    }

    /** Chooses for everybody in the class, also for those who come later. */
    void chooseForAll(Options chosen) {
        options = chosen;
        seats.values().forEach(seat -> seat.options = chosen);
    }

    /** Whether a server has left an open line of this seat without a word. */
    boolean isBroken(SeatId seatId) {
        return seat(seatId).console.isBroken();
    }

    /** The lines that are open by hand, by seat. */
    Map<SeatId, OpenLine> lines() {
        Map<SeatId, OpenLine> open = new LinkedHashMap<>();
        seats.forEach((id, seat) -> seat.console.view().ifPresent(line -> open.put(id, line)));
        return open;
    }

    /** The latest dialogues at a seat, oldest first. */
    List<RecordedDialogue> runs(SeatId seatId) {
        return List.copyOf(seat(seatId).runs);
    }

    /** Closes what is open. */
    void close() {
        seats.values().forEach(seat -> seat.console.close());
    }

    /** The host of that mail domain, made at the first call to it. Called by the servers' threads. */
    Optional<MailHost> host(String domain) {
        return hosts.find(domain);
    }

    /** How much memory its log and its mails take, roughly. */
    long keptOctets() {
        return seats.values().stream().mapToLong(LiveSeat::keptOctets).sum() + hosts.keptOctets();
    }

    /** Lets the clock go on to that moment, and tells what the keepers of the lists do until then. */
    void pass(Instant moment, LiveSeat seat) {
        clock.moveTo(moment);
        hosts.tell(List.of(seat.options.incoming(), seat.options.outgoing()));
    }

    /** Lets the time pass that callers were kept waiting in these events. */
    void passWaiting(List<Event> told, LiveSeat seat) {
        Duration waited = told.stream()
                .filter(Event.Waited.class::isInstance)
                .map(event -> ((Event.Waited) event).time())
                .reduce(Duration.ZERO, Duration::plus);
        pass(clock.instant().plus(waited), seat);
    }

    /** The mail program on the table of a seat. */
    MailProgram program(LiveSeat seat) {
        return new MailProgram((name, port) -> network.dial(seat.id, seat.place, name, port));
    }

    /** The world as one seat sees it. */
    WorldView view(SeatId seatId, String step, boolean canUndo, Optional<StateLink> link) {
        LiveSeat seat = seat(seatId);
        return new WorldView(
                new WorldView.Moment(step, seat.presses, clock.instant(), canUndo, link, seat.deeds),
                setUp,
                new WorldView.Sitting(seat.place, seat.person(), seat.options, sendingAddress(seat), inside(seat)),
                seat.result,
                seat.dialogue,
                new WorldView.Records(
                        rows(seat),
                        hosts.keeping(seat.options.outgoing()).orElse(Keeping.AT_WORK),
                        friendMail(),
                        seat.fetched),
                seat.console.view());
    }

    private Optional<InetAddress> inside(LiveSeat seat) {
        return setUp.room() == SetUp.Room.SHARED ? Optional.of(Place.seat(seat.id.number())) : seat.place.inside();
    }

    /** The address that the sending port would show. */
    Optional<InetAddress> sendingAddress(LiveSeat seat) {
        return network.shownAddress(seat.id, seat.place, MailProgram.SMTP_PORT);
    }

    /**
     * The rows of the lists of the incoming and the outgoing host; those that decided the last press are marked. A reason may
     * tell of a row at another host than the one that answered: that one has not looked at it.
     */
    private List<WorldView.Row> rows(LiveSeat seat) {
        Instant now = clock.instant();
        Optional<ExchangeResult.Row> main = seat.result
                .flatMap(Result::main)
                .flatMap(half -> half.key()
                        .flatMap(ExchangeResult.Key::row)
                        .filter(row -> half.desk().isOf(row.host())));
        Set<String> shown = new LinkedHashSet<>(List.of(seat.options.incoming()));
        shown.add(seat.options.outgoing());
        List<WorldView.Row> rows = new ArrayList<>();
        for (String host : shown) {
            for (KeptRow row : hosts.kept(host)) {
                ExchangeResult.Row named =
                        new ExchangeResult.Row(host, row.listed().address());
                rows.add(new WorldView.Row(
                        host,
                        row,
                        row.listed().left(now),
                        main.filter(named::equals).isPresent(),
                        history.writer(named).map(History.Actor::seat)));
            }
        }
        return rows;
    }

    /** What has arrived in taro's mailbox, each mail read once: nobody takes one out. */
    private List<ArrivedMail> friendMail() {
        Optional<MailHost> friend = hosts.known(Providers.FRIEND);
        if (friend.isPresent()) {
            Stream<ArrivedMail> arrived =
                    friend.get().mailbox(TARO, friendMail.size()).stream().map(ArrivedMail::of);
            friendMail = Stream.concat(friendMail.stream(), arrived).toList();
        }
        return friendMail;
    }
}
