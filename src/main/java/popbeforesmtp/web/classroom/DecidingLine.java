package popbeforesmtp.web.classroom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.world.WorldView;

/**
 * What a server said that decided, and at how many seats it has; never at which.
 *
 * @param outcome how that ended
 * @param mark the drawing beside it
 * @param line the line as it was said; empty if nobody said anything
 * @param count at how many seats
 */
public record DecidingLine(String outcome, String mark, String line, int count) {

    /** The latest sendings of the seats of a round, by how they ended. A postcard to another seat is none: its line names one. */
    static List<DecidingLine> of(List<WorldView> seats) {
        Map<Outcome, List<ExchangeResult>> ends = new LinkedHashMap<>();
        seats.stream()
                .flatMap(view -> view.result().flatMap(Result::sending).stream())
                .filter(half ->
                        half.reason().filter(Reason.LOCAL_RECIPIENT::equals).isEmpty())
                .forEach(half -> ends.computeIfAbsent(half.outcome(), first -> new ArrayList<>())
                        .add(half));
        return ends.entrySet().stream()
                .map(end -> new DecidingLine(
                        end.getKey().kebab(),
                        end.getKey() == Outcome.SENT ? "yes" : "no",
                        said(end.getValue().get(0)),
                        end.getValue().size()))
                .toList();
    }

    private static String said(ExchangeResult half) {
        Optional<Event> key = half.key().map(ExchangeResult.Key::event);
        return key.filter(Event.Said.class::isInstance)
                .map(event -> ((Event.Said) event).line())
                .orElse("");
    }

    /** The key of the verdict. */
    public String verdict() {
        return "verdict." + outcome;
    }
}
