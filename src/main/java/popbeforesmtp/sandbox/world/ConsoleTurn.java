package popbeforesmtp.sandbox.world;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.mailclient.Ending;
import popbeforesmtp.mailclient.Reply;
import popbeforesmtp.network.Dialled;
import popbeforesmtp.sandbox.console.Console;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.FailureExplainer;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.ReceivingExplainer;
import popbeforesmtp.sandbox.explain.SendingExplainer;
import popbeforesmtp.sandbox.press.LadderStep;

/**
 * What a learner does by hand within one press: calling, typing a line, closing. What is typed counts like what a mail
 * program says. Used once, by one thread.
 */
final class ConsoleTurn {

    private final LiveWorld stage;
    private final SeatSession seat;
    private final List<Message> tellings = new ArrayList<>();
    private Optional<ExchangeResult> half = Optional.empty();
    private String greeting = "";

    ConsoleTurn(LiveWorld stage, SeatSession seat) {
        this.stage = stage;
        this.seat = seat;
    }

    /** What a typed line led to, if it decided something. */
    Optional<ExchangeResult> half() {
        return half;
    }

    /** What else to tell. */
    List<Message> tellings() {
        return tellings;
    }

    void open(String host, int port) {
        seat.console.close();
        long start = stage.log.end();
        String server = Console.server(host, port);
        Dialled dialled = stage.network.dial(seat.id, seat.place, server, port);
        if (!(dialled instanceof Dialled.Connected way)) {
            Ending.NotConnected not = new Ending.NotConnected(dialled);
            Duration waited = not.waited();
            stage.clock.move(waited);
            half = Optional.of(FailureExplainer.notConnected(not, stage.log.since(start)));
            return;
        }
        try {
            Reply said = seat.console.open(way, start);
            greeting = said.code();
            tellings.add(Message.of("console.opened").with("host", server).with("port", port));
            if (!said.isPositive()) {
                seat.console.close();
            }
        } catch (IOException e) {
            seat.console.close();
            half = Optional.of(FailureExplainer.lost());
        }
    }

    /** Climbs up to a rung on a fresh line, as far as there is a yes, and leaves the line. */
    void climb(LadderStep rung) {
        String host = rung.host(seat.options);
        if (rung == LadderStep.NAME) {
            lookUp(Console.server(host, rung.port()), rung.port());
            return;
        }
        open(host, rung.port());
        if (rung == LadderStep.GREETING && seat.console.isOpen()) {
            tellings.clear();
            tellings.add(Message.of("console.answered").with("code", greeting));
        }
        for (String line : rung.lines(seat.person(), seat.options)) {
            if (half.isEmpty() && seat.console.isOpen()) {
                tellings.clear();
                type(line);
            }
        }
        seat.console.close();
    }

    private void lookUp(String server, int port) {
        long start = stage.log.end();
        Optional<InetAddress> found = stage.network.lookUp(seat.id, seat.place, server, port);
        found.ifPresent(address ->
                tellings.add(Message.of("ladder.found").with("host", server).with("ip", address)));
        if (found.isEmpty()) {
            half = Optional.of(FailureExplainer.notConnected(
                    new Ending.NotConnected(new Dialled.NameUnknown(server)), stage.log.since(start)));
        }
    }

    void type(String line) {
        if (!seat.console.isOpen()) {
            tellings.add(Message.of("console.none"));
            return;
        }
        long sessionStart = seat.console.start().orElseThrow();
        long start = stage.log.end();
        try {
            Optional<Reply> reply = seat.console.type(line);
            List<Event> events = stage.log.since(start);
            stage.history.note(seat.person(), events);
            half = decided(events, stage.log.since(sessionStart));
            if (half.isEmpty()) {
                tellings.add(reply.map(said -> Message.of("console.answered").with("code", said.code()))
                        .orElse(Message.of("console.writing")));
            }
            if (!seat.console.isOpen()) {
                tellings.add(Message.of("console.ended"));
            }
        } catch (IOException e) {
            half = Optional.of(FailureExplainer.lost());
        }
    }

    void close() {
        tellings.add(Message.of(seat.console.isOpen() ? "console.closed" : "console.none"));
        seat.console.close();
    }

    /** Cuts an open line because the way it went is gone. */
    void cut() {
        if (seat.console.isOpen()) {
            seat.console.close();
            half = Optional.of(FailureExplainer.lost());
        }
    }

    /** A log-in, a refusal or a mail that was taken; anything else decides nothing. */
    private Optional<ExchangeResult> decided(List<Event> events, List<Event> session) {
        for (Event event : events) {
            if (event instanceof Event.Listed listed) {
                return Optional.of(ReceivingExplainer.loggedIn(listed, events));
            }
            if (event instanceof Event.LogInRefused refused) {
                return Optional.of(logInRefused(refused, events));
            }
            if (event instanceof Event.Decided decided && !decided.reason().accepts()) {
                return new SendingExplainer(stage.history, seat.person(), seat.place, session)
                        .typed(decided, Outcome.REFUSED);
            }
            if (event instanceof Event.Letter && taken(events)) {
                return lastAccepted(session)
                        .flatMap(decided -> new SendingExplainer(stage.history, seat.person(), seat.place, session)
                                .typed(decided, Outcome.SENT));
            }
        }
        return Optional.empty();
    }

    private ExchangeResult logInRefused(Event.LogInRefused refused, List<Event> events) {
        Optional<Event.Said> line = FailureExplainer.reply(events, refused);
        boolean sending = line.filter(said -> !said.line().startsWith("-ERR")).isPresent();
        return sending
                ? new SendingExplainer(stage.history, seat.person(), seat.place, events)
                        .logInRefused(
                                refused, new Reply(List.of(line.orElseThrow().line())))
                : ReceivingExplainer.logInRefused(seat.person(), refused, events);
    }

    private static boolean taken(List<Event> events) {
        return events.stream()
                .anyMatch(
                        event -> event instanceof Event.Said said && said.line().startsWith("250"));
    }

    private static Optional<Event.Decided> lastAccepted(List<Event> session) {
        return session.stream()
                .filter(event -> event instanceof Event.Decided decided
                        && decided.reason().accepts())
                .map(Event.Decided.class::cast)
                .reduce((earlier, later) -> later);
    }
}
