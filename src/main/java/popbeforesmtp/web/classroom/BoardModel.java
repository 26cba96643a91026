package popbeforesmtp.web.classroom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.classroom.ClassState;
import popbeforesmtp.classroom.Question;
import popbeforesmtp.classroom.Seat;

/**
 * What the teacher sees of the class at one moment.
 *
 * @param state the class
 * @param cells the seats
 * @param calls those that call, the longest waiting first
 * @param tally what is predicted here, if something is asked
 */
public record BoardModel(
        ClassState state,
        List<SeatCell> cells,
        List<SeatCell> calls,
        @Nullable TallyModel tally) {

    static BoardModel of(ClassState state, Instant now) {
        List<SeatCell> cells = SeatCell.of(state, 0, now);
        List<SeatCell> calls = state.seating().calling().stream()
                .map(seat -> cells.get(seat.number() - 1))
                .toList();
        TallyModel tally = state.course().question().map(TallyModel::of).orElse(null);
        return new BoardModel(state, cells, calls, tally);
    }

    /** How many have arrived where the class is. */
    public int arrived() {
        return state.arrived();
    }

    /** How many have a seat. */
    public int seated() {
        return state.seating().taken().size();
    }

    /** How many have predicted something here. */
    public int predicted() {
        return state.course()
                .question()
                .map(Question::votes)
                .map(votes -> votes.size())
                .orElse(0);
    }

    /** How many have sent a mail at their latest press. */
    public long sent() {
        return count(Seat.Mark.SENT);
    }

    /** How many were refused at their latest press. */
    public long refused() {
        return count(Seat.Mark.REFUSED);
    }

    private long count(Seat.Mark mark) {
        return state.seating().taken().stream()
                .filter(seat -> seat.mark() == mark)
                .count();
    }

    /** Whether the class predicts something here. */
    public boolean asks() {
        return tally != null;
    }

    /** Whether predictions are no longer taken. */
    public boolean closed() {
        return question().filter(Question::closed).isPresent();
    }

    /** Whether the projector shows the tally. */
    public boolean shown() {
        return question().filter(Question::shown).isPresent();
    }

    private Optional<Question> question() {
        return state.course().question();
    }
}
