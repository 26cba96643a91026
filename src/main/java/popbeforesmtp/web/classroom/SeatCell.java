package popbeforesmtp.web.classroom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.classroom.ClassState;
import popbeforesmtp.classroom.Question;
import popbeforesmtp.classroom.Seat;

/**
 * A seat in the plan of the room.
 *
 * @param number counted from 1
 * @param state {@code empty here predicted received sent refused calling}
 * @param takenOver whether another PC went on with it
 * @param minutes how long it has called, if it does
 * @param own whether it is the reader's
 */
public record SeatCell(
        int number,
        String state,
        boolean takenOver,
        @Nullable Long minutes,
        boolean own) {

    /**
     * All seats of a class.
     *
     * @param own the reader's seat; 0 if there is none
     */
    static List<SeatCell> of(ClassState state, int own, Instant now) {
        Optional<Question> question = state.course().question();
        return state.seating().all().stream()
                .map(seat -> new SeatCell(
                        seat.number(),
                        word(seat, question),
                        seat.takenOver(),
                        seat.call().map(call -> call.minutes(now)).orElse(null),
                        seat.number() == own))
                .toList();
    }

    private static String word(Seat seat, Optional<Question> question) {
        if (!seat.isTaken()) {
            return "empty";
        }
        if (seat.call().isPresent()) {
            return "calling";
        }
        if (seat.mark() != Seat.Mark.NONE) {
            return seat.mark().id();
        }
        boolean predicted = question.flatMap(it -> it.vote(seat.number())).isPresent();
        return predicted ? "predicted" : "here";
    }

    /** The key of the word for it. */
    public String words() {
        return "seat." + state;
    }

    /** The mark beside the word, if there is one. */
    public @Nullable String mark() {
        return switch (state) {
            case "received", "sent" -> "yes";
            case "refused" -> "no";
            case "calling" -> "warn";
            default -> null;
        };
    }
}
