package popbeforesmtp.sandbox;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.gate.ListedAddress;
import popbeforesmtp.network.Place;

/**
 * One press being played at one seat: it does what the button says, and gathers what to tell of it. Used once, by one
 * thread.
 */
final class Turn implements Press.Acts<Turn> {

    private final Stage stage;
    private final Seat seat;
    private final Press press;
    private final Mailing mailing;
    private final Typing typing;
    private final List<Telling> tellings = new ArrayList<>();
    private int checks;
    private int failedChecks;

    Turn(Stage stage, Seat seat, Press press) {
        this.stage = stage;
        this.seat = seat;
        this.press = press;
        this.mailing = new Mailing(stage, seat);
        this.typing = new Typing(stage, seat);
    }

    void play() {
        long before = stage.log.end();
        boolean byHand = press instanceof Press.Type || press instanceof Press.Close || press instanceof Press.LineCut;
        long start = byHand ? seat.console.start().orElse(before) : before;
        if (!(press instanceof Press.Begin)) {
            seat.presses++;
        }
        press.perform(this);
        runDueChecks();
        seat.result = press instanceof Press.Begin ? Optional.empty() : Optional.of(result());
        List<Event> events = stage.log.since(start);
        if (events.stream().anyMatch(Turn::isTalk)) {
            seat.talk = events;
            seat.talked = seat.result;
            seat.result.ifPresent(result -> seat.ran(result, events));
        }
    }

    private static boolean isTalk(Event event) {
        return event instanceof Event.SessionOpened || event instanceof Event.CallFailed;
    }

    @Override
    public Turn begin(SetUp setUp) {
        if (seat.place.isOnPhone()) {
            stage.network.exchange().dial(seat.id);
        }
        startProgram();
        return this;
    }

    @Override
    public Turn receive() {
        return withLine(mailing::receive);
    }

    @Override
    public Turn send() {
        return withLine(mailing::send);
    }

    @Override
    public Turn sendReceive() {
        return withLine(mailing::sendAndReceive);
    }

    private Turn withLine(Runnable act) {
        if (stage.sendingAddress(seat).isEmpty()) {
            return tell(Telling.of("phone.noline"));
        }
        act.run();
        return this;
    }

    @Override
    public Turn moveTo(Place place) {
        if (place == Place.PHONE && seat.place == Place.NEXT_CALLER) {
            return dial();
        }
        if (place != seat.place) {
            stage.network.exchange().hangUp(seat.id);
            seat.place = place;
            typing.cut();
        }
        tell(Telling.of("place.moved").with("place", place.id()));
        return place == Place.PHONE && stage.sendingAddress(seat).isEmpty() ? connect() : this;
    }

    @Override
    public Turn dial() {
        return seat.place.isOnPhone() ? connect() : tell(Telling.of("phone.elsewhere"));
    }

    private Turn connect() {
        Optional<InetAddress> address = stage.network.exchange().dial(seat.id);
        if (address.isEmpty()) {
            return tell(Telling.of("phone.busy"));
        }
        seat.place = Place.PHONE;
        typing.cut();
        return tell(Telling.of("phone.dialled").with("ip", address.get()));
    }

    @Override
    public Turn hangUp() {
        if (!seat.place.isOnPhone()) {
            return tell(Telling.of("phone.elsewhere"));
        }
        typing.cut();
        return tell(stage.network
                .exchange()
                .hangUp(seat.id)
                .map(address -> Telling.of("phone.hungup").with("ip", address))
                .orElse(Telling.of("phone.noline.hangup")));
    }

    @Override
    public Turn nextCallerDials() {
        if (!seat.place.isOnPhone()) {
            return tell(Telling.of("phone.elsewhere"));
        }
        if (stage.network.exchange().line(seat.id).isPresent()) {
            return tell(Telling.of("phone.next.up"));
        }
        Optional<InetAddress> address = stage.network.exchange().nextCallerDials(seat.id);
        if (address.isEmpty()) {
            return tell(Telling.of("phone.next.none"));
        }
        seat.place = Place.NEXT_CALLER;
        return tell(Telling.of("phone.next").with("ip", address.get()));
    }

    @Override
    public Turn advance(Press.ClockMove move) {
        Instant now = stage.clock.instant();
        Optional<Duration> fixed = move.fixed();
        Optional<Instant> target = fixed.map(now::plus).or(() -> liveEnd(now).map(end -> nearEnd(move, end)));
        if (target.isEmpty()) {
            return tell(Telling.of("clock.norow"));
        }
        if (!target.get().isAfter(now)) {
            return tell(Telling.of("clock.past"));
        }
        if (target.get().isAfter(PracticeClock.BOUND)) {
            return tell(Telling.of("clock.bound"));
        }
        runChecksUntil(target.get());
        stage.clock.moveTo(target.get());
        return tell(fixed.map(by -> Telling.of("clock.moved").with("n", by.toMinutes()))
                .orElseGet(() -> Telling.of("clock.moved.to").with("time", target.get())));
    }

    private static Instant nearEnd(Press.ClockMove move, Instant end) {
        return move == Press.ClockMove.BEFORE_END ? end.minusSeconds(60) : end.plusSeconds(1);
    }

    /** The end of the live row, at the outgoing host, of the address that the sending port would show. */
    private Optional<Instant> liveEnd(Instant now) {
        return stage.sendingAddress(seat)
                .flatMap(address -> stage.list(seat.options.outgoing()).stream()
                        .filter(row -> row.address().equals(address) && row.isLive(now))
                        .findFirst()
                        .map(ListedAddress::until));
    }

    @Override
    public Turn choose(Options options) {
        Program before = seat.options.program();
        if (options.centre() != seat.options.centre() && seat.place.isInCentre()) {
            typing.cut();
        }
        seat.options = options;
        stage.network.centre(options.centre());
        stage.window(options.window());
        tell(Telling.of("options.chosen"));
        if (options.program() != before) {
            startProgram();
        }
        return this;
    }

    @Override
    public Turn open(String host, int port) {
        return withLine(() -> typing.open(host, port));
    }

    @Override
    public Turn type(String line) {
        typing.type(line);
        return this;
    }

    @Override
    public Turn close() {
        typing.close();
        return this;
    }

    @Override
    public Turn lineCut() {
        typing.cut();
        return this;
    }

    @Override
    public Turn climb(Rung rung) {
        return withLine(() -> typing.climb(rung));
    }

    /** A program that checks by itself does so when it is started. */
    private void startProgram() {
        seat.nextCheck = seat.options.program().checksByItself() ? stage.clock.instant() : null;
    }

    private void runDueChecks() {
        runChecksUntil(stage.clock.instant());
    }

    /** Runs the automatic checks that are due up to a moment, each at its own instant. */
    private void runChecksUntil(Instant moment) {
        while (seat.nextCheck != null && !seat.nextCheck.isAfter(moment)) {
            stage.clock.moveTo(seat.nextCheck);
            seat.nextCheck = seat.nextCheck.plus(seat.options.program().interval());
            if (stage.sendingAddress(seat).isPresent()) {
                checks++;
                failedChecks += mailing.check() ? 0 : 1;
            }
        }
    }

    private Turn tell(Telling telling) {
        tellings.add(telling);
        return this;
    }

    private Result result() {
        List<Telling> told = new ArrayList<>(mailing.tellings());
        typing.half().ifPresent(half -> told.addAll(half.tellings()));
        told.addAll(typing.tellings());
        told.addAll(tellings);
        if (checks > 0) {
            told.add(Telling.of("check.ran").with("n", checks));
        }
        if (failedChecks > 0) {
            told.add(Telling.of("check.failed"));
        }
        Optional<Half> main = mailing.main().or(typing::half);
        return new Result(
                seat.presses,
                stage.clock.instant(),
                press,
                main.map(Half::outcome),
                mailing.besides(),
                main.map(Half::reply).orElse(""),
                main.flatMap(Half::reason),
                told,
                main.map(Half::recipients).orElse(List.of()),
                main.flatMap(Half::key));
    }
}
