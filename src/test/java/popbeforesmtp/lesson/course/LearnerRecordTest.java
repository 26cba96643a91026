package popbeforesmtp.lesson.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import popbeforesmtp.lesson.Edition;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.reading.Claim;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.sandbox.journal.Progress;

/** What a learner did is kept under names that stay. */
class LearnerRecordTest {

    private static final Edition EDITION =
            Library.load(ResourceRoot.live(Path.of(""))).in("ja");
    private static final LearnerRecord NONE = new LearnerRecord(Progress.NONE);

    private final Lesson fourth = EDITION.lesson(4).orElseThrow();
    private final Lesson last = EDITION.lesson(6).orElseThrow();
    private final Trial first = fourth.find("a").orElseThrow();
    private final Trial box = last.find("B").orElseThrow();
    private final Claim claim = EDITION.claims().find("E6").orElseThrow();

    @Test
    void every_note_has_its_name() {
        LearnerRecord marks = NONE.guessed(4, first, Guess.REFUSED)
                .seen(4, first)
                .hinted(4, first)
                .hinted(4, first)
                .answered(4, "a")
                .caused(6, box, "town-server")
                .evident(6, box, "220 smtp.town.example", true)
                .quizzed(3, "b")
                .seen(claim);
        assertThat(marks.progress().notes())
                .containsOnlyKeys(
                        "lesson.4.a.predicted",
                        "lesson.4.a.seen",
                        "lesson.4.a.hints",
                        "lesson.4.question",
                        "lesson.6.B.cause",
                        "lesson.6.B.line",
                        "lesson.6.B.proved",
                        "quiz.3",
                        "claim.E6");
        assertThat(marks.guess(4, first)).contains(Guess.REFUSED);
        assertThat(marks.hasSeen(4, first)).isTrue();
        assertThat(marks.hints(4, first)).isEqualTo(2);
        assertThat(marks.answer(4)).contains("a");
        assertThat(marks.cause(6, box)).contains("town-server");
        assertThat(marks.quiz(3)).contains("b");
        assertThat(marks.hasSeen(claim)).isTrue();
        assertThat(marks.cleared()).isEqualTo(NONE);
    }

    @Test
    void nothing_is_noted_at_first() {
        assertThat(NONE.guess(4, first)).isEmpty();
        assertThat(NONE.hasSeen(4, first)).isFalse();
        assertThat(NONE.hints(4, first)).isZero();
        assertThat(NONE.isDone(fourth)).isFalse();
        assertThat(NONE.missed(EDITION.quiz())).isEmpty();
    }

    @Test
    void a_lesson_is_done_when_all_was_seen_and_the_question_answered() {
        LearnerRecord marks = NONE;
        for (Trial trial : last.everything()) {
            assertThat(marks.isDone(last)).isFalse();
            marks = marks.seen(6, trial);
        }
        assertThat(marks.isDone(last)).isFalse();
        assertThat(marks.answered(6, "c").isDone(last)).isTrue();
    }

    @Test
    void the_missed_questions_of_the_quiz_are_asked_again() {
        LearnerRecord marks = NONE.quizzed(1, "b").quizzed(2, "a").quizzed(10, "c");
        List<Quiz.Item> missed = marks.missed(EDITION.quiz());
        assertThat(missed.stream().map(Quiz.Item::number)).containsExactly(2, 10);
        assertThat(marks.without(missed)).isEqualTo(NONE.quizzed(1, "b"));
    }

    @Test
    void everything_that_can_be_noted_has_room() {
        LearnerRecord marks = NONE;
        for (Lesson lesson : EDITION.lessons()) {
            for (Trial trial : lesson.everything()) {
                marks = marks.guessed(lesson.number(), trial, Guess.SENT)
                        .seen(lesson.number(), trial)
                        .hinted(lesson.number(), trial)
                        .caused(lesson.number(), trial, "port-25-closed")
                        .evident(lesson.number(), trial, "smtp.yahoo.example:25", true);
            }
            marks = marks.answered(lesson.number(), "a");
        }
        for (Quiz.Item item : EDITION.quiz().items()) {
            marks = marks.quizzed(item.number(), "a");
        }
        for (Claim each : EDITION.claims().all()) {
            marks = marks.seen(each);
        }
        LearnerRecord full = marks;
        assertThat(EDITION.claims().all()).allMatch(full::hasSeen);
        assertThat(marks.progress().notes().size()).isLessThan(Progress.BOUND);
    }
}
