package popbeforesmtp.sandbox.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.world.Dialogue;
import popbeforesmtp.sandbox.world.WorldView;

/** A world in the middle of a press: of what the press led to there is only what the lines said so far have caused. */
final class Partial {

    private Partial() {}

    /** Whether an event is a line of the dialogue. */
    static boolean isLine(Event event) {
        return event instanceof Event.Said || event instanceof Event.Letter || event instanceof Event.CallFailed;
    }

    /**
     * The world between two of its stands.
     *
     * @param before as it stood before the press
     * @param after as it stood after it
     * @param events how many events of the dialogue after it have happened
     */
    static WorldView of(WorldView before, WorldView after, int events) {
        List<Event> said = after.talk().subList(0, events);
        List<Event> waiting = after.talk().subList(events, after.talk().size());
        Instant now = said.isEmpty()
                ? before.now()
                : later(before.now(), said.get(said.size() - 1).at());
        boolean listed = waiting.stream().noneMatch(Event.Listed.class::isInstance);
        boolean delivered = waiting.stream().noneMatch(Event.Delivered.class::isInstance);
        boolean decided = after.result()
                .flatMap(Result::main)
                .filter(half -> isDecided(half, said))
                .isPresent();
        List<WorldView.Row> rows = listed ? after.list() : before.list();
        return new WorldView(
                new WorldView.Moment(after.step(), after.presses(), now, false, Optional.empty(), before.deeds()),
                after.setUp(),
                after.sitting(),
                after.result().flatMap(led -> reached(led, said)),
                new Dialogue(said, after.dialogue().earlier(), after.dialogue().cause()),
                new WorldView.Records(
                        decided ? rows : undecided(rows),
                        (listed ? after : before).keeping(),
                        (delivered ? after : before).friendMail(),
                        (waiting.isEmpty() ? after : before).fetched()),
                Optional.empty());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /**
     * The halves whose deciding line was said, and of each the first that is to tell: the rest may be about lines that are
     * still to come.
     */
    private static Optional<Result> reached(Result led, List<Event> said) {
        Optional<ExchangeResult> receiving = led.receiving().filter(half -> isDecided(half, said));
        Optional<ExchangeResult> sending = led.sending().filter(half -> isDecided(half, said));
        List<Message> messages = Stream.concat(sending.stream(), receiving.stream())
                .flatMap(half -> half.messages().stream().limit(1))
                .toList();
        return messages.isEmpty()
                ? Optional.empty()
                : Optional.of(new Result(led.number(), led.at(), led.press(), receiving, sending, messages, List.of()));
    }

    private static boolean isDecided(ExchangeResult half, List<Event> said) {
        return half.key()
                .filter(key -> said.stream().anyMatch(event -> event == key.event()))
                .isPresent();
    }

    private static List<WorldView.Row> undecided(List<WorldView.Row> rows) {
        return rows.stream()
                .map(row -> new WorldView.Row(row.host(), row.kept(), row.left(), false, row.writer()))
                .toList();
    }
}
