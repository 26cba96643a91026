package popbeforesmtp.classroom;

import popbeforesmtp.sandbox.press.SetUp;

/**
 * A round of みんなの実験: one world that the whole class shares.
 *
 * @param number counted from 1 within the class
 * @param room whether all sit behind one router, or each has a line of its own
 * @param turn who may press: {@link #ALL}, {@link #NOBODY} or the number of a seat
 */
public record Round(int number, SetUp.Room room, int turn) {

    /** Everybody may press. */
    public static final int ALL = 0;

    /** Nobody may. */
    public static final int NOBODY = -1;

    /** How its world starts. */
    public SetUp setUp() {
        return SetUp.round("round-" + number, room);
    }

    /** Whether a seat may press. */
    public boolean lets(int seat) {
        return turn == ALL || turn == seat;
    }

    /** Whether each seat has a line of its own. */
    public boolean hasOwnLines() {
        return room == SetUp.Room.OWN_LINES;
    }

    Round with(int who) {
        return new Round(number, room, who);
    }
}
