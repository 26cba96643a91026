package popbeforesmtp.sandbox.world;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.journal.Progress;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.StateLink;

/**
 * One seat of a world: its step, its double presses, its undoing and its learner's progress are its own, and no other seat's
 * press makes its page old. Safe for any number of threads.
 *
 * <p>Every page that is shown carries the seat's step, which no other state of it ever has again. A press from an older page
 * is not done; the same press from the same page gets the answer it already had. So double presses, reloads, the back button
 * and second tabs do nothing twice.
 */
public final class SeatSession {

    private final World world;
    private final SeatId id;

    SeatSession(World world, SeatId id) {
        this.world = world;
        this.id = id;
    }

    /** Which seat it is. */
    public SeatId id() {
        return id;
    }

    /**
     * Does a press, once.
     *
     * @param step what the page carried, {@link WorldView#step}
     * @param wanted the set-up that the page showed; the world begins it first if it plays another one
     * @param press {@link Press.Begin} starts over
     */
    public Answer press(String step, SetUp wanted, Press press) {
        return world.press(id, step, wanted, press);
    }

    /**
     * Takes the learner's last press and all it caused back, also a start; one level deep. Where others have pressed, too,
     * there is nothing to undo.
     *
     * @param step what the page carried
     */
    public Answer undo(String step) {
        return world.undo(id, step);
    }

    /**
     * Makes the world the one of a link, once; undoing brings the former one back.
     *
     * @param step what the page carried
     */
    public Answer restore(String step, StateLink state) {
        return world.restore(id, step, state);
    }

    /**
     * Makes the world one in which all this was pressed from this seat, once; undoing brings the former one back.
     *
     * @param step what the page carried
     * @param act what tells this act from others, at most 100 characters
     */
    public Answer goOn(String step, String act, Journal pressed) {
        return world.goOn(id, step, act, pressed);
    }

    /** What was pressed in the world since its last start. */
    public Journal journal() {
        return world.journal();
    }

    /** Takes a journal over, played or not, unless something was pressed in the world already. */
    public void adopt(Journal journal) {
        world.adopt(journal);
    }

    /**
     * The world as it stood after each press, for whoever was at a seat. It is played apart for that; nobody waits.
     *
     * @return empty if the journal is, or cannot be played
     */
    public List<WorldView> playedApart(SeatId whose) {
        return world.playedApart(whose);
    }

    /** The world as it stands, played again first if it was idle. */
    public WorldView view() {
        return world.view(id);
    }

    /** The latest dialogues, oldest first, also those from before the last start. */
    public List<RecordedDialogue> runs() {
        return world.runs(id);
    }

    /** What happened to the world since the last press that its learner must be told, if anything. */
    public Optional<World.Mishap> mishap() {
        return world.mishap();
    }

    /** What the learner has predicted, seen and answered. */
    public Progress progress() {
        return world.progress(id, UnaryOperator.identity());
    }

    /** Changes what is noted of the learner's progress; presses and undoing never do. */
    public Progress progress(UnaryOperator<Progress> change) {
        return world.progress(id, change);
    }
}
