package popbeforesmtp.web.classroom;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.classroom.ClassState;
import popbeforesmtp.classroom.Course;
import popbeforesmtp.classroom.Plan;
import popbeforesmtp.classroom.Point;
import popbeforesmtp.lesson.course.LearnerRecord;
import popbeforesmtp.lesson.course.Quiz;

/**
 * What became of one point of the plan, or of one question of the quiz: totals only.
 *
 * @param words the key of its title
 * @param tally what was predicted, if anything was asked
 * @param sent how many presses were taken; for the quiz, which question it is
 * @param refused how many were not
 * @param right how many have answered rightly; nothing if it is no question of the quiz
 * @param answered how many have answered
 */
public record SummaryLine(
        String words,
        @Nullable TallyModel tally,
        int sent,
        int refused,
        @Nullable Integer right,
        int answered) {

    /** @param records what each learner's own world has noted */
    static List<SummaryLine> of(ClassState state, List<LearnerRecord> records, Quiz quiz) {
        List<SummaryLine> lines = new ArrayList<>();
        for (Point point : Plan.POINTS) {
            Course.Score score = state.course().score(point.id());
            TallyModel tally = point.asks() ? TallyModel.of(state.course().question(point.id())) : null;
            lines.add(new SummaryLine("plan." + point.id(), tally, score.sent(), score.refused(), null, 0));
        }
        for (Quiz.Item item : quiz.items()) {
            List<String> answers = records.stream()
                    .flatMap(record -> record.quiz(item.number()).stream())
                    .toList();
            int right = (int) answers.stream().filter(item.question()::isRight).count();
            if (!answers.isEmpty()) {
                lines.add(new SummaryLine("", null, item.number(), 0, right, answers.size()));
            }
        }
        return lines;
    }

    /** The number of the question, if it is one of the quiz. */
    public int question() {
        return right == null ? 0 : sent;
    }
}
