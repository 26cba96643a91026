package popbeforesmtp.classroom;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All that is kept of a class. Never changes; whatever happens makes another one.
 *
 * @param entrance how learners come in
 * @param secrets what nobody may guess
 * @param seating the seats
 * @param course where it is in the plan
 * @param round the round that all share, if there is one
 * @param manner how it is taught just now
 * @param used when somebody pressed last, true time
 */
public record ClassState(
        Entrance entrance,
        Secrets secrets,
        Seating seating,
        Course course,
        Optional<Round> round,
        Manner manner,
        Instant used) {

    /**
     * How a class is taught just now.
     *
     * @param held 手を止めて: whether presses change nothing, because the teacher talks
     * @param size of the letters for who has not chosen one, in percent
     * @param furigana which readings are shown to who has not chosen
     */
    public record Manner(boolean held, String size, String furigana) {

        static final Manner USUAL = new Manner(false, "100", "hard");

        Manner held(boolean now) {
            return new Manner(now, size, furigana);
        }
    }

    /** How many have arrived here. */
    public int arrived() {
        String here = course.here().id();
        return (int) seating.taken().stream()
                .filter(seat -> seat.arrived().equals(here))
                .count();
    }

    ClassState with(Entrance other) {
        return new ClassState(other, secrets, seating, course, round, manner, used);
    }

    ClassState with(Seating other) {
        return new ClassState(entrance, secrets, other, course, round, manner, used);
    }

    ClassState with(Secrets other) {
        return new ClassState(entrance, other, seating, course, round, manner, used);
    }

    ClassState with(Course other) {
        return new ClassState(entrance, secrets, seating, other, round, manner, used);
    }

    ClassState with(Round other) {
        return new ClassState(entrance, secrets, seating, course, Optional.of(other), manner, used);
    }

    ClassState with(Manner other) {
        return new ClassState(entrance, secrets, seating, course, round, other, used);
    }

    /** The same after somebody has pressed. */
    ClassState used(Instant now) {
        return new ClassState(entrance, secrets, seating, course, round, manner, now);
    }

    /** The same with a seat changed. */
    ClassState seat(int number, UnaryOperator<Seat> change) {
        return with(seating.with(number, change));
    }
}
