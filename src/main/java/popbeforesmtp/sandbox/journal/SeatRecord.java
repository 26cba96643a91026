package popbeforesmtp.sandbox.journal;

/**
 * What a seat remembers besides the journal.
 *
 * @param step the step of the page on which its latest act was done; empty before the first
 * @param act the latest act as text; the same act on the same page is a double press
 * @param progress what its learner has predicted, seen and answered; no press and no undoing touches it
 */
public record SeatRecord(String step, String act, Progress progress) {

    /** Nothing yet. */
    public static final SeatRecord NEW = new SeatRecord("", "", Progress.NONE);

    /** The same after an act. */
    public SeatRecord done(String onStep, String what) {
        return new SeatRecord(onStep, what, progress);
    }

    /** The same with other progress. */
    public SeatRecord with(Progress other) {
        return new SeatRecord(step, act, other);
    }

    /** Whether this very act was the latest. */
    public boolean isDone(String onStep, String what) {
        return step.equals(onStep) && act.equals(what);
    }
}
