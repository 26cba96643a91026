package popbeforesmtp.sandbox.world;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Protocol;
import popbeforesmtp.gate.ClockEvent;
import popbeforesmtp.gate.ListedAddress;
import popbeforesmtp.mailclient.Postcard;
import popbeforesmtp.network.ListenerGoneException;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.explain.Deed;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.OutcomeDigest;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.hosts.Keeping;
import popbeforesmtp.sandbox.hosts.PracticeClock;
import popbeforesmtp.sandbox.press.LadderStep;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;

/**
 * One press being played at one seat: it does what the button says, and gathers what to tell of it. Used once, by one
 * thread.
 */
final class PressExecution implements Press.Acts<PressExecution> {

    private final LiveWorld stage;
    private final LiveSeat seat;
    private final Press press;
    private final MailTurn mailing;
    private final ConsoleTurn typing;
    private final List<Message> messages = new ArrayList<>();
    private int checks;
    private int failedChecks;

    PressExecution(LiveWorld stage, LiveSeat seat, Press press) {
        this.stage = stage;
        this.seat = seat;
        this.press = press;
        this.mailing = new MailTurn(stage, seat);
        this.typing = new ConsoleTurn(stage, seat);
    }

    /**
     * What was observed while a press was played.
     *
     * @param digest the fingerprint of what it led to
     * @param broken whether this machine failed in it: what was seen then is no outcome, and the press does not count
     */
    record Played(String digest, boolean broken) {}

    /** Plays it. */
    Played play() {
        stage.events.take();
        boolean onLine = seat.console.isOpen()
                && (press instanceof Press.Type || press instanceof Press.Close || press instanceof Press.LineCut);
        if (!(press instanceof Press.Begin || press instanceof Press.LineCut)) {
            seat.presses++;
        }
        boolean gone = false;
        try {
            press.perform(this);
            runDueChecks();
            stage.pass(stage.clock.instant(), seat);
        } catch (ListenerGoneException e) {
            gone = true;
        }
        seat.result = press instanceof Press.Begin ? Optional.empty() : Optional.of(result());
        if (!(press instanceof Press.LineCut)) {
            seat.result.ifPresent(led -> seat.deeds.add(Deed.of(seat.place, led)));
        }
        List<Event> events = stage.events.take();
        if (onLine || events.stream().anyMatch(PressExecution::isTalk)) {
            seat.result.ifPresent(led -> seat.said(events, onLine, led));
        } else {
            seat.passed(events.stream().filter(Event.Kept.class::isInstance).toList());
        }
        if (onLine || press instanceof Press.Open || !seat.console.isOpen()) {
            seat.remembersLine();
        }
        return new Played(OutcomeDigest.of(events, seat.result), gone || mailing.isBroken() || typing.isBroken());
    }

    private static boolean isTalk(Event event) {
        return event instanceof Event.SessionOpened || event instanceof Event.CallFailed;
    }

    @Override
    public PressExecution begin(SetUp setUp) {
        if (seat.place.isOnPhone() && !setUp.room().isRound()) {
            stage.network.exchange().dial(seat.id);
        }
        startProgram();
        return this;
    }

    @Override
    public PressExecution receive() {
        return withLine(mailing::receive);
    }

    @Override
    public PressExecution send() {
        return withLine(mailing::send);
    }

    @Override
    public PressExecution sendCard(Postcard card, int to) {
        return withLine(() -> mailing.send(card, to));
    }

    @Override
    public PressExecution sendReceive() {
        return withLine(mailing::sendAndReceive);
    }

    private PressExecution withLine(Runnable act) {
        if (stage.sendingAddress(seat).isEmpty()) {
            return tell(Message.of("phone.noline"));
        }
        act.run();
        return this;
    }

    @Override
    public PressExecution moveTo(Place place) {
        if (place == Place.PHONE && seat.place == Place.NEXT_CALLER) {
            return dial();
        }
        if (place != seat.place) {
            stage.network.exchange().hangUp(seat.id);
            seat.place = place;
            typing.cut();
        }
        tell(Message.of("place.moved").with("place", place.id()));
        return place == Place.PHONE && stage.sendingAddress(seat).isEmpty() ? connect() : this;
    }

    @Override
    public PressExecution dial() {
        return seat.place.isOnPhone() ? connect() : tell(Message.of("phone.elsewhere"));
    }

    private PressExecution connect() {
        Optional<InetAddress> address = stage.network.exchange().dial(seat.id);
        if (address.isEmpty()) {
            return tell(Message.of("phone.busy"));
        }
        seat.place = Place.PHONE;
        typing.cut();
        return tell(Message.of("phone.dialled").with("ip", address.get()));
    }

    @Override
    public PressExecution hangUp() {
        if (!seat.place.isOnPhone()) {
            return tell(Message.of("phone.elsewhere"));
        }
        typing.cut();
        return tell(stage.network
                .exchange()
                .hangUp(seat.id)
                .map(address -> Message.of("phone.hungup").with("ip", address))
                .orElse(Message.of("phone.noline.hangup")));
    }

    @Override
    public PressExecution nextCallerDials() {
        if (!seat.place.isOnPhone()) {
            return tell(Message.of("phone.elsewhere"));
        }
        if (stage.network.exchange().line(seat.id).isPresent()) {
            return tell(Message.of("phone.next.up"));
        }
        Optional<InetAddress> address = stage.network.exchange().nextCallerDials(seat.id);
        if (address.isEmpty()) {
            return tell(Message.of("phone.next.none"));
        }
        seat.place = Place.NEXT_CALLER;
        return tell(Message.of("phone.next").with("ip", address.get()));
    }

    @Override
    public PressExecution advance(Press.ClockMove move) {
        Instant now = stage.clock.instant();
        Optional<Duration> fixed = move.fixed();
        Optional<Instant> target = fixed.map(now::plus).or(() -> target(move, now));
        if (target.isEmpty()) {
            return tell(Message.of(isOfKeeper(move) ? "clock.nokeeper" : "clock.norow"));
        }
        if (!target.get().isAfter(now)) {
            return tell(Message.of("clock.past"));
        }
        if (target.get().isAfter(PracticeClock.BOUND)) {
            return tell(Message.of("clock.bound"));
        }
        runChecksUntil(target.get());
        stage.pass(target.get(), seat);
        return tell(fixed.filter(by -> by.toMinutes() > 0)
                .map(by -> Message.of("clock.moved").with("n", by.toMinutes()))
                .orElseGet(() -> Message.of("clock.moved.to").with("time", target.get())));
    }

    /** Where a move leads that depends on the list or its keeper. */
    private Optional<Instant> target(Press.ClockMove move, Instant now) {
        return switch (move) {
            case BEFORE_END -> liveEnd(now).map(end -> end.minusSeconds(60));
            case NEXT_LOOK -> due(ClockEvent.Kind.LOOK);
            case NEXT_SWEEP -> due(ClockEvent.Kind.SWEEP);
            case TO_FORTY -> due(ClockEvent.Kind.CRON);
            default -> liveEnd(now).map(end -> end.plusSeconds(1));
        };
    }

    private static boolean isOfKeeper(Press.ClockMove move) {
        return move == Press.ClockMove.NEXT_LOOK
                || move == Press.ClockMove.NEXT_SWEEP
                || move == Press.ClockMove.TO_FORTY;
    }

    /** When the keeper of the outgoing host's list does such a thing next. */
    private Optional<Instant> due(ClockEvent.Kind kind) {
        return stage.hosts
                .keeping(seat.options.outgoing())
                .flatMap(Keeping::due)
                .filter(next -> next.kind() == kind)
                .map(ClockEvent::at);
    }

    @Override
    public PressExecution tend(Press.Tending what) {
        boolean done = stage.hosts.tend(what);
        if (what == Press.Tending.RESTART) {
            seat.console.close();
        }
        return tell(Message.of(done ? "keeper." + what.id() + ".done" : "keeper.nothing"));
    }

    /**
     * The end of the live row, at the outgoing host, of the address that the sending port would show; for a class, which has
     * one clock, the last end of all live rows there.
     */
    private Optional<Instant> liveEnd(Instant now) {
        if (stage.setUp.room().isRound()) {
            return stage.hosts.list(seat.options.outgoing()).stream()
                    .filter(row -> row.isLive(now))
                    .map(ListedAddress::until)
                    .max(Comparator.naturalOrder());
        }
        return stage.sendingAddress(seat)
                .flatMap(address -> stage.hosts.list(seat.options.outgoing()).stream()
                        .filter(row -> row.address().equals(address) && row.isLive(now))
                        .findFirst()
                        .map(ListedAddress::until));
    }

    @Override
    public PressExecution choose(Options options) {
        Options was = seat.options;
        if (options.centre() != seat.options.centre() && seat.place.isInCentre()) {
            typing.cut();
        }
        seat.options = options;
        if (stage.setUp.room().isRound()) {
            stage.chooseForAll(options);
        }
        stage.network.centre(options.centre());
        for (Setting setting : Setting.values()) {
            if (!options.answer(setting).equals(was.answer(setting))) {
                tell(Message.of("options.set").with("setting", setting.id()).with("answer", options.answer(setting)));
            }
        }
        if (stage.hosts.choose(options)) {
            seat.console.close();
            tell(Message.of("options.server"));
        }
        if (options.program() != was.program()) {
            startProgram();
        }
        return this;
    }

    @Override
    public PressExecution open(String host, int port) {
        return withLine(() -> typing.open(host, port));
    }

    @Override
    public PressExecution type(String line) {
        typing.type(line);
        return this;
    }

    @Override
    public PressExecution close() {
        typing.close();
        return this;
    }

    @Override
    public PressExecution lineCut() {
        typing.timeOut();
        return this;
    }

    @Override
    public PressExecution climb(LadderStep rung) {
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
            stage.pass(seat.nextCheck, seat);
            seat.nextCheck = seat.nextCheck.plus(seat.options.program().interval());
            if (stage.sendingAddress(seat).isPresent()) {
                checks++;
                failedChecks += mailing.check() ? 0 : 1;
            }
        }
    }

    private PressExecution tell(Message message) {
        messages.add(message);
        return this;
    }

    private Result result() {
        List<Message> told = new ArrayList<>(mailing.messages());
        typing.decided().ifPresent(half -> told.addAll(half.messages()));
        told.addAll(typing.messages());
        told.addAll(messages);
        if (checks > 0) {
            told.add(Message.of("check.ran").with("n", checks));
        }
        if (failedChecks > 0) {
            told.add(Message.of("check.failed"));
        }
        return new Result(
                seat.presses,
                stage.clock.instant(),
                press,
                mailing.received().or(() -> typing.decidedAt(Protocol.POP3)),
                mailing.sent().or(() -> typing.decidedAt(Protocol.SMTP)),
                told,
                mailing.next());
    }
}
