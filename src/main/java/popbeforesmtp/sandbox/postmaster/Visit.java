package popbeforesmtp.sandbox.postmaster;

import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.world.WorldView;

/**
 * A letter that was brought to plala's desk on the day.
 *
 * @param who who brought it, and why: the key of the words
 * @param side whose letter it was
 * @param after the world right after it
 */
public record Visit(String who, Side side, WorldView after) {

    /** Whose letter it is. */
    public enum Side {
        /** A member's, or one for a member: it should be taken. */
        MEMBER,
        /** Somebody else's, for somebody else: it should not. */
        STRANGER
    }

    /** What its press led to. */
    public Result result() {
        return after.result().orElseThrow();
    }

    /** Whether it was taken. */
    public boolean isTaken() {
        return result().outcome().filter(Outcome.SENT::equals).isPresent();
    }

    /** Whether it went as its postmaster should wish. */
    public boolean isRight() {
        return isTaken() == (side == Side.MEMBER);
    }
}
