package popbeforesmtp.eventlog;

/**
 * Names one seat of a world: the chair that a learner, with one browser, sits on.
 *
 * @param number counted from 1 within its world
 */
public record SeatId(int number) {

    /** The seat of a world that has only one learner. */
    public static final SeatId FIRST = new SeatId(1);

    /** The teacher's desk in a round of a class: nobody mails from there, it moves what all share. */
    public static final SeatId DESK = new SeatId(0);
}
