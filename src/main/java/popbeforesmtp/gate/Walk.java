package popbeforesmtp.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import popbeforesmtp.eventlog.DeskAnswer;
import popbeforesmtp.eventlog.DeskAnswer.Question;

/** The questions that a desk asks itself, one after the other. Used once. */
final class Walk {

    private final Instant now;
    private final List<DeskAnswer> answers = new ArrayList<>(5);

    Walk(Instant now) {
        this.now = now;
    }

    /** Asks the next question and gives its answer back. */
    boolean asks(Question question, boolean yes) {
        answers.add(new DeskAnswer(question, yes, now));
        return yes;
    }

    /** Takes over what was asked before. */
    void remembers(List<DeskAnswer> before) {
        answers.addAll(before);
    }

    List<DeskAnswer> answers() {
        return List.copyOf(answers);
    }
}
