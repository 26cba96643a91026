package popbeforesmtp.sandbox.world;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Protocol;
import popbeforesmtp.mailclient.Ending;
import popbeforesmtp.mailclient.MailProgram;
import popbeforesmtp.mailclient.Reply;
import popbeforesmtp.network.Call;
import popbeforesmtp.network.Dialled;
import popbeforesmtp.sandbox.console.Console;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.ExchangeResult.Desk;
import popbeforesmtp.sandbox.explain.FailureExplainer;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.ReceivingExplainer;
import popbeforesmtp.sandbox.explain.SendingExplainer;
import popbeforesmtp.sandbox.explain.SendingExplainer.Judged;
import popbeforesmtp.sandbox.press.LadderStep;

/**
 * What a learner does by hand within one press: calling, typing a line, closing. What is typed counts like what a mail
 * program says. Used once, by one thread.
 */
final class ConsoleTurn {

    private final LiveWorld stage;
    private final LiveSeat seat;
    private final List<Message> messages = new ArrayList<>();
    private Optional<ExchangeResult> decided = Optional.empty();
    private String greeting = "";
    private boolean broken;

    ConsoleTurn(LiveWorld stage, LiveSeat seat) {
        this.stage = stage;
        this.seat = seat;
    }

    /** What was decided, if something was. */
    Optional<ExchangeResult> decided() {
        return decided;
    }

    /** What was decided at a server that speaks so. */
    Optional<ExchangeResult> decidedAt(Protocol protocol) {
        return decided.filter(half -> half.desk().protocol() == protocol);
    }

    /** What else to tell. */
    List<Message> messages() {
        return messages;
    }

    /** Whether a connection was lost, or refused for want of room: this machine failed, and the press does not count. */
    boolean isBroken() {
        return broken;
    }

    void open(String host, int port) {
        seat.console.close();
        seat.judged.clear();
        int mark = stage.events.mark();
        String server = Console.server(host, port);
        Dialled dialled = stage.network.dial(seat.id, seat.place, server, port);
        if (!(dialled instanceof Dialled.Connected way)) {
            Ending.NotConnected not = new Ending.NotConnected(dialled);
            stage.pass(stage.clock.instant().plus(not.waited()), seat);
            decided = Optional.of(FailureExplainer.notConnected(protocol(port), server, not, stage.events.since(mark)));
            return;
        }
        try {
            Reply said = seat.console.open(way);
            stage.passWaiting(stage.events.since(mark), seat);
            greeting = said.code();
            messages.add(Message.of("console.opened").with("host", server).with("port", port));
            if (!said.isPositive()) {
                turnedAway(desk(way.call()), said.code(), stage.events.since(mark));
            }
        } catch (IOException e) {
            broken = true;
            seat.console.close();
        }
    }

    /** The greeting was a no: to the caller's address, or for want of room. */
    private void turnedAway(Desk desk, String code, List<Event> events) {
        Optional<Event.TurnedAway> away = events.stream()
                .filter(Event.TurnedAway.class::isInstance)
                .map(Event.TurnedAway.class::cast)
                .findFirst();
        decided = away.map(
                event -> new SendingExplainer(stage.history, seat.actor(), desk).turnedAway(event, code, events));
        broken = away.isEmpty();
        seat.console.close();
    }

    private static Protocol protocol(int port) {
        return MailProgram.isForReceiving(port) ? Protocol.POP3 : Protocol.SMTP;
    }

    private static Desk desk(Call call) {
        return new Desk(protocol(call.port()), call.dialled(), Optional.of(Console.server(call.host(), call.port())));
    }

    /** Climbs up to a step on a fresh line, as far as there is a yes, and leaves the line. */
    void climb(LadderStep step) {
        String host = step.host(seat.options);
        if (step == LadderStep.NAME) {
            lookUp(Console.server(host, step.port()), step.port());
            return;
        }
        open(host, step.port());
        if (step == LadderStep.GREETING && seat.console.isOpen()) {
            messages.clear();
            messages.add(Message.of("console.answered").with("code", greeting));
        }
        for (String line : step.lines(seat.person(), seat.options)) {
            if (decided.isEmpty() && seat.console.isOpen()) {
                messages.clear();
                type(line);
            }
        }
        seat.console.close();
    }

    private void lookUp(String server, int port) {
        int mark = stage.events.mark();
        Optional<InetAddress> found = stage.network.lookUp(seat.id, seat.place, server, port);
        found.ifPresent(address ->
                messages.add(Message.of("ladder.found").with("host", server).with("ip", address)));
        if (found.isEmpty()) {
            Ending.NotConnected not = new Ending.NotConnected(new Dialled.NameUnknown(server));
            decided = Optional.of(FailureExplainer.notConnected(protocol(port), server, not, stage.events.since(mark)));
        }
    }

    void type(String line) {
        Optional<Call> call = seat.console.call();
        if (call.isEmpty()) {
            messages.add(Message.of("console.none"));
            return;
        }
        int mark = stage.events.mark();
        try {
            Optional<Reply> reply = seat.console.type(line);
            List<Event> events = stage.events.since(mark);
            stage.history.note(seat.actor(), events);
            stage.passWaiting(events, seat);
            decided = decided(desk(call.get()), events);
            if (decided.isEmpty()) {
                messages.add(reply.map(said -> Message.of("console.answered").with("code", said.code()))
                        .orElse(Message.of("console.writing")));
            }
            if (!seat.console.isOpen()) {
                messages.add(Message.of("console.ended"));
            }
        } catch (IOException e) {
            broken = true;
        }
    }

    void close() {
        messages.add(Message.of(seat.console.isOpen() ? "console.closed" : "console.none"));
        seat.console.close();
    }

    /** The server ends a line on which nothing was said for too long. */
    void timeOut() {
        if (seat.console.isOpen()) {
            seat.console.timeOut();
            messages.add(Message.of("console.timedout"));
        }
    }

    /** Cuts an open line because the way it went is gone. */
    void cut() {
        Optional<Call> call = seat.console.call();
        if (call.isPresent()) {
            seat.console.close();
            decided = Optional.of(FailureExplainer.lost(desk(call.get())));
        }
    }

    /** A log-in, a refusal or a mail that was taken; anything else decides nothing. */
    private Optional<ExchangeResult> decided(Desk desk, List<Event> events) {
        SendingExplainer sending = new SendingExplainer(stage.history, seat.actor(), desk);
        seat.judged.addAll(sending.judged(events));
        if (desk.protocol() == Protocol.POP3) {
            Optional<ExchangeResult> away = ReceivingExplainer.turnedAway(seat.actor(), desk, events);
            if (away.isPresent()) {
                return away;
            }
        }
        for (Event event : events) {
            if (event instanceof Event.Listed || event instanceof Event.Logged) {
                Optional<ExchangeResult> logIn = logIn(desk, event, events);
                if (logIn.isPresent()) {
                    return logIn;
                }
            }
            if (event instanceof Event.LogInRefused refused) {
                return Optional.of(logInRefused(desk, sending, refused, events));
            }
            if (event instanceof Event.Decided && !latest().isTaken()) {
                return Optional.of(sending.typed(Outcome.REFUSED, latest()));
            }
            if (event instanceof Event.Letter && isTaken(events)) {
                return lastTaken().map(taken -> sending.typed(Outcome.SENT, taken));
            }
        }
        return Optional.empty();
    }

    /** A password that was right; a line that only pretends to tell of one is no log-in. */
    private Optional<ExchangeResult> logIn(Desk desk, Event told, List<Event> events) {
        if (desk.protocol() != Protocol.POP3) {
            return Optional.empty();
        }
        return Optional.of(
                told instanceof Event.Listed listed
                        ? ReceivingExplainer.loggedIn(seat.actor(), desk, listed, events)
                        : ReceivingExplainer.unlisted(desk, events));
    }

    private ExchangeResult logInRefused(
            Desk desk, SendingExplainer sending, Event.LogInRefused refused, List<Event> events) {
        if (desk.protocol() == Protocol.POP3) {
            return ReceivingExplainer.logInRefused(seat.actor(), desk, refused, events);
        }
        String code = FailureExplainer.reply(events, refused)
                .map(said -> said.line().substring(0, Math.min(3, said.line().length())))
                .orElse("");
        return sending.logInRefused(refused, code, events);
    }

    private static boolean isTaken(List<Event> events) {
        return events.stream()
                .anyMatch(
                        event -> event instanceof Event.Said said && said.line().startsWith("250"));
    }

    private Judged latest() {
        return seat.judged.get(seat.judged.size() - 1);
    }

    private Optional<Judged> lastTaken() {
        return seat.judged.stream().filter(Judged::isTaken).reduce((earlier, later) -> later);
    }
}
