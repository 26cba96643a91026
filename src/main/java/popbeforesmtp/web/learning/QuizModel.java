package popbeforesmtp.web.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.lesson.course.LearnerRecord;
import popbeforesmtp.lesson.course.Question;
import popbeforesmtp.lesson.course.Quiz;
import popbeforesmtp.web.page.Section;

/**
 * A screen of the quiz, as its template wants it.
 *
 * @param item the question; nothing at the end
 * @param options its answers in the order in which they are shown; not being sure comes last and is no option
 * @param answer the id of the answer that was given, if one was
 * @param right whether it was right
 * @param stops all questions, to go to
 * @param next the address after this one
 */
record QuizModel(
        Quiz.@Nullable Item item,
        List<Question.Option> options,
        @Nullable String answer,
        boolean right,
        List<Stop> stops,
        String next) {

    /** The answer of whoever does not know. */
    static final String UNSURE = "unsure";

    /**
     * A question in the row of all.
     *
     * @param item the question
     * @param state {@code right}, {@code missed} or {@code open}
     * @param current whether it is the one that is shown
     */
    record Stop(Quiz.Item item, String state, boolean current) {}

    static QuizModel of(Quiz quiz, Optional<Quiz.Item> asked, LearnerRecord marks) {
        Optional<String> answer = asked.flatMap(item -> marks.quiz(item.number()));
        List<Stop> stops = quiz.items().stream()
                .map(item -> new Stop(
                        item, state(item, marks), asked.filter(item::equals).isPresent()))
                .toList();
        int next = asked.map(item -> item.number() + 1).orElse(1);
        return new QuizModel(
                asked.orElse(null),
                asked.map(QuizModel::mixed).orElse(List.of()),
                answer.orElse(null),
                asked.filter(item -> answer.filter(item.question()::isRight).isPresent())
                        .isPresent(),
                stops,
                Section.QUIZ + "?q=" + (quiz.find(next).isPresent() ? String.valueOf(next) : "end"));
    }

    private static String state(Quiz.Item item, LearnerRecord marks) {
        return marks.quiz(item.number())
                .map(answer -> item.question().isRight(answer) ? "right" : "missed")
                .orElse("open");
    }

    /** The answers in an order that depends on the number of the question only. */
    private static List<Question.Option> mixed(Quiz.Item item) {
        List<Question.Option> options = new ArrayList<>(item.question().options());
        Collections.rotate(options, item.number());
        if (item.number() % 3 == 0) {
            Collections.reverse(options);
        }
        return options;
    }

    /** How many were answered rightly. */
    public long rights() {
        return stops.stream().filter(stop -> stop.state().equals("right")).count();
    }

    /** The questions that were answered otherwise. */
    public List<Stop> missed() {
        return stops.stream().filter(stop -> stop.state().equals("missed")).toList();
    }

    /** How many have no answer yet. */
    public long unanswered() {
        return stops.stream().filter(stop -> stop.state().equals("open")).count();
    }
}
