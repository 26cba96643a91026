package popbeforesmtp.classroom;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A seat: a number and a browser, never a name. Never changes.
 *
 * @param number counted from 1
 * @param holder the hash of what the browser that sits there was given; empty if nobody sits there
 * @param tenancy how often somebody has left it for good: whoever sits there now shares no world with those before
 * @param arrived the point of the plan at which it arrived last; empty if at none
 * @param call that it calls the teacher, if it does
 * @param takenOver whether another browser went on with it
 * @param mark what its latest press led to at this point of the plan
 */
public record Seat(
        int number, String holder, int tenancy, String arrived, Optional<Call> call, boolean takenOver, Mark mark) {

    /** What a press led to. */
    public enum Mark {
        /** There was none yet. */
        NONE,
        /** It received. */
        RECEIVED,
        /** A mail was taken. */
        SENT,
        /** It was refused, or led nowhere. */
        REFUSED;

        /** The name in pages and in the store. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Mark> of(String id) {
            return Arrays.stream(values()).filter(mark -> mark.id().equals(id)).findFirst();
        }
    }

    /** One on which nobody has sat yet. */
    static Seat empty(int number) {
        return new Seat(number, "", 0, "", Optional.empty(), false, Mark.NONE);
    }

    /** Whether somebody sits there. */
    public boolean isTaken() {
        return !holder.isEmpty();
    }

    /** The same with somebody who sits down. */
    Seat taken(String by) {
        return new Seat(number, by, tenancy, "", Optional.empty(), false, Mark.NONE);
    }

    /** The same at another browser: all that was done there goes on. */
    Seat takenOver(String by) {
        return new Seat(number, by, tenancy, arrived, call, true, mark);
    }

    /** The same after somebody left for good. */
    Seat freed() {
        return new Seat(number, "", tenancy + 1, "", Optional.empty(), false, Mark.NONE);
    }

    Seat arrived(String point) {
        return new Seat(number, holder, tenancy, point, call, takenOver, mark);
    }

    Seat calling(Optional<Call> now) {
        return new Seat(number, holder, tenancy, arrived, now, takenOver, mark);
    }

    Seat marked(Mark now) {
        return new Seat(number, holder, tenancy, arrived, call, takenOver, now);
    }
}
