package popbeforesmtp.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.mailclient.Ending;
import popbeforesmtp.mailclient.Reply;
import popbeforesmtp.network.Dialled;

/** What both halves of a press share: the ways of not being answered, and looking things up in a session's events. */
final class Failures {

    private Failures() {}

    /** The network ended the call before any server saw it. */
    static Half notConnected(Ending.NotConnected not, List<Event> events) {
        Optional<Result.Key> key =
                first(events, Event.CallFailed.class).map(failed -> new Result.Key(failed, Optional.empty()));
        List<Telling> tellings = new ArrayList<>();
        Outcome outcome;
        Reason reason;
        if (not.why() instanceof Dialled.NameUnknown unknown) {
            outcome = Outcome.NAME_UNKNOWN;
            reason = Reason.NAME_UNKNOWN;
            tellings.add(Telling.of("r.name").with("host", unknown.name()));
        } else if (not.why() instanceof Dialled.Refused refused) {
            outcome = Outcome.CONNECTION_REFUSED;
            reason = Reason.CONNECTION_REFUSED;
            tellings.add(Telling.of("r.rst").with("port", refused.port()));
        } else {
            outcome = Outcome.NO_ANSWER;
            reason = Reason.SILENCE;
            tellings.add(Telling.of("r.timeout"));
            tellings.add(Telling.of("r.silent"));
        }
        return new Half(outcome, "", Optional.of(reason), tellings, List.of(), key);
    }

    /** The connection ended in the middle. */
    static Half lost() {
        return new Half(
                Outcome.LOST,
                "",
                Optional.of(Reason.LINE_CUT),
                List.of(Telling.of("r.lost")),
                List.of(),
                Optional.empty());
    }

    /** The server said no for a reason that has nothing to do with this lesson: it is full, or stopping. */
    static Half busy(Outcome outcome, Reply reply, List<Event> events) {
        Optional<Event> line = events.stream()
                .filter(event -> event instanceof Event.Said said && said.line().equals(reply.line()))
                .reduce((earlier, later) -> later);
        return new Half(
                outcome,
                reply.code(),
                Optional.empty(),
                List.of(Telling.of("r.busy")),
                List.of(),
                line.map(said -> new Result.Key(said, Optional.empty())));
    }

    /** The first event of a kind. */
    static <E extends Event> Optional<E> first(List<Event> events, Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** What the server said right after an event, which is found by identity. */
    static Optional<Event.Said> reply(List<Event> events, Event to) {
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
