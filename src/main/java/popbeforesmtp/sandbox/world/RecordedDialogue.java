package popbeforesmtp.sandbox.world;

import java.time.Instant;
import popbeforesmtp.sandbox.press.Press;

/**
 * A press that led to a dialogue, to be set beside another one.
 *
 * @param press the press
 * @param number which press of its seat it was
 * @param at the practice time when it was over
 * @param dialogue the dialogue
 */
public record RecordedDialogue(Press press, int number, Instant at, Dialogue dialogue) {

    /** How many octets of memory it takes, roughly. */
    long weight() {
        return 100 + dialogue.weight();
    }
}
