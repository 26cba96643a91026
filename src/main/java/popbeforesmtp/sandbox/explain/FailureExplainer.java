package popbeforesmtp.sandbox.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Protocol;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.mailclient.Ending;
import popbeforesmtp.mailclient.Reply;
import popbeforesmtp.network.Dialled;
import popbeforesmtp.sandbox.explain.ExchangeResult.Desk;

/** What both halves share: the ways of not being answered, and looking things up in the events of an exchange. */
public final class FailureExplainer {

    private FailureExplainer() {}

    /** The network ended the call before any server saw it. */
    public static ExchangeResult notConnected(
            Protocol protocol, String dialled, Ending.NotConnected not, List<Event> events) {
        List<Message> messages = new ArrayList<>();
        Outcome outcome;
        Reason reason;
        if (not.why() instanceof Dialled.NameUnknown unknown) {
            outcome = Outcome.NAME_UNKNOWN;
            reason = Reason.NAME_UNKNOWN;
            messages.add(Message.of("r.name").with("host", unknown.name()));
        } else if (not.why() instanceof Dialled.Refused refused) {
            outcome = Outcome.CONNECTION_REFUSED;
            reason = Reason.CONNECTION_REFUSED;
            messages.add(Message.of("r.rst").with("port", refused.port()));
        } else {
            outcome = Outcome.NO_ANSWER;
            reason = Reason.SILENCE;
            messages.add(Message.of("r.timeout"));
            messages.add(Message.of("r.silent"));
        }
        return new ExchangeResult(
                outcome,
                "",
                Optional.of(reason),
                first(events, Event.CallFailed.class).map(ExchangeResult.Key::of),
                new Desk(protocol, dialled, Optional.empty()),
                messages,
                List.of());
    }

    /** The connection ended in the middle. */
    public static ExchangeResult lost(Desk desk) {
        return new ExchangeResult(
                Outcome.LOST,
                "",
                Optional.of(Reason.LINE_CUT),
                Optional.empty(),
                desk,
                List.of(Message.of("r.lost")),
                List.of());
    }

    /** The server said no for a reason that has nothing to do with this lesson: it is full, or stopping. */
    static ExchangeResult busy(Outcome outcome, Desk desk, Reply reply, List<Event> events) {
        Optional<Event> line = events.stream()
                .filter(event -> event instanceof Event.Said said && said.line().equals(reply.line()))
                .reduce((earlier, later) -> later);
        return new ExchangeResult(
                outcome,
                reply.code(),
                Optional.empty(),
                line.map(ExchangeResult.Key::of),
                desk,
                List.of(Message.of("r.busy")),
                List.of());
    }

    /** The server of an exchange, as its events tell: the last one that was reached. */
    public static Desk desk(Protocol protocol, String dialled, List<Event> events) {
        Optional<String> answered = events.stream()
                .filter(event -> event instanceof Event.SessionOpened opened && opened.protocol() == protocol)
                .map(event -> (protocol == Protocol.POP3 ? "pop." : "smtp.") + ((Event.SessionOpened) event).host())
                .reduce((earlier, later) -> later);
        return new Desk(protocol, dialled, answered);
    }

    /** The first event of a kind. */
    static <E extends Event> Optional<E> first(List<Event> events, Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** What the server said right after an event, which is found by identity. */
    public static Optional<Event.Said> reply(List<Event> events, Event to) {
        boolean after = false;
        for (Event event : events) {
            if (after && event instanceof Event.Said said && said.speaker() == Speaker.SERVER) {
                return Optional.of(said);
            }
            after |= event == to;
        }
        return Optional.empty();
    }

    static boolean isQuit(Event event) {
        return event instanceof Event.Said said
                && said.speaker() == Speaker.CLIENT
                && said.line().equals("QUIT");
    }
}
