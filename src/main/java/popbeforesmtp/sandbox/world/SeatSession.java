package popbeforesmtp.sandbox.world;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.console.Console;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Person;
import popbeforesmtp.sandbox.press.SetUp;

/** What belongs to one learner's chair while a world is played. One thread at a time. */
final class SeatSession {

    private static final int RUNS = 6;

    final SeatId id;
    final Console console = new Console();
    Place place;
    Options options;
    /** When the mail program will check by itself next; null if it does not. */
    @Nullable
    Instant nextCheck;
    /** How many presses were played at this seat. */
    int presses;
    /** The events of the latest dialogue. */
    List<Event> talk = List.of();

    /** What the press led to that caused it. */
    Optional<Result> talked = Optional.empty();

    Optional<Result> result = Optional.empty();

    /** The latest dialogues, oldest first. */
    final Deque<RecordedDialogue> runs = new ArrayDeque<>();

    SeatSession(SeatId id, SetUp setUp) {
        this.id = id;
        this.place = setUp.place();
        this.options = setUp.options();
    }

    /** Remembers a dialogue; one that only grew longer takes the place of what it was. */
    void ran(Result result, List<Event> events) {
        RecordedDialogue last = runs.peekLast();
        if (last != null && last.talk().get(0) == events.get(0)) {
            runs.removeLast();
        }
        runs.addLast(new RecordedDialogue(result.press(), result.number(), result.at(), events));
        if (runs.size() > RUNS) {
            runs.removeFirst();
        }
    }

    Person person() {
        return Person.at(place);
    }
}
