package popbeforesmtp.sandbox.world;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.console.Console;
import popbeforesmtp.sandbox.explain.Deed;
import popbeforesmtp.sandbox.explain.History.Actor;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.explain.SendingExplainer.Judged;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Person;
import popbeforesmtp.sandbox.press.SetUp;

/** What belongs to one learner's chair while a world is played. One thread at a time. */
final class LiveSeat {

    private static final int RUNS = 6;
    private static final long WEIGHT_OF_A_DEED = 150;

    final SeatId id;
    final Console console = new Console();
    Place place;
    Options options;

    /** When the mail program will check by itself next; null if it does not. */
    @Nullable
    Instant nextCheck;

    /** How many presses were played at this seat. */
    int presses;

    /** The dialogue that is shown. */
    Dialogue dialogue = Dialogue.NONE;

    /** What was said on the line that is open by hand, for showing. */
    private Dialogue line = Dialogue.NONE;

    /** What the gate decided on that line, all of it. */
    final List<Judged> judged = new ArrayList<>();

    Optional<Result> result = Optional.empty();

    /** What this seat of a class has fetched from its mailbox, oldest first. */
    final List<ArrivedMail> fetched = new ArrayList<>();

    /** What was pressed here since the start, oldest first. */
    final List<Deed> deeds = new ArrayList<>();

    /** The latest dialogues, oldest first. */
    final Deque<RecordedDialogue> runs = new ArrayDeque<>();

    /** How much memory those take; counted after each press, and asked for much more often. */
    private long weightOfRuns;

    private final boolean inClass;

    /** @param options what is chosen in this world now */
    LiveSeat(SeatId id, SetUp setUp, Options options) {
        this.id = id;
        this.place = setUp.place();
        this.options = options;
        this.inClass = setUp.room().isRound();
    }

    /**
     * Shows what a press has added.
     *
     * @param onLine whether it went on with the line that was open before
     */
    void said(List<Event> events, boolean onLine, Result led) {
        dialogue = (onLine ? line : Dialogue.NONE).with(events, led);
        if (onLine) {
            runs.pollLast();
        }
        runs.addLast(new RecordedDialogue(led.press(), led.number(), led.at(), dialogue));
        if (runs.size() > RUNS) {
            runs.removeFirst();
        }
        weightOfRuns = runs.stream().mapToLong(RecordedDialogue::weight).sum();
    }

    /** Shows what was done while nobody talked. */
    void passed(List<Event> events) {
        dialogue = dialogue.withAside(events);
        if (console.isOpen()) {
            line = line.withAside(events);
        }
    }

    /** To be called after each press that was made by hand. */
    void remembersLine() {
        if (console.isOpen()) {
            line = dialogue;
        } else {
            line = Dialogue.NONE;
            judged.clear();
        }
    }

    /** How many octets of memory it takes, roughly. */
    long keptOctets() {
        return (deeds.size() + fetched.size()) * WEIGHT_OF_A_DEED + weightOfRuns;
    }

    Person person() {
        return inClass ? Person.SEKI : Person.at(place);
    }

    /** The name in this seat's mail address. */
    String user() {
        return person().user(id.number());
    }

    Actor actor() {
        return new Actor(id, person());
    }
}
