package popbeforesmtp.sandbox.world;

import java.time.Instant;
import java.util.List;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.sandbox.press.Press;

/**
 * A press that led to a dialogue, to be set beside another one.
 *
 * @param press the press
 * @param number which press of its world it was
 * @param at the practice time when it was over
 * @param talk the dialogue
 */
public record RecordedDialogue(Press press, int number, Instant at, List<Event> talk) {

    /** Keeps the dialogue as it is now. */
    public RecordedDialogue {
        talk = List.copyOf(talk);
    }

    /** How much memory it takes, roughly. */
    long weight() {
        return 100 + talk.stream().mapToLong(Event::weight).sum();
    }
}
