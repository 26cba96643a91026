package popbeforesmtp.lesson.course;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.lesson.course.Quiz.Item;
import popbeforesmtp.lesson.reading.Claim;
import popbeforesmtp.sandbox.journal.Progress;

/**
 * What a learner has guessed, seen and answered, by the names that the notes have: {@code lesson.4.a.predicted}, {@code
 * lesson.4.a.seen}, {@code lesson.6.B.cause}, {@code lesson.6.B.proved}, {@code lesson.4.question}, {@code quiz.3}, {@code claim.E6}. Nobody else
 * writes these names.
 *
 * @param progress the notes
 */
public record LearnerRecord(Progress progress) {

    private static final String YES = "yes";

    /** What was guessed in a trial. */
    public Optional<Guess> guess(int lesson, Trial trial) {
        return progress.note(trial(lesson, trial, "predicted")).flatMap(Guess::of);
    }

    /** Notes a guess. */
    public LearnerRecord guessed(int lesson, Trial trial, Guess guess) {
        return with(trial(lesson, trial, "predicted"), guess.id());
    }

    /** Whether a trial has been done. */
    public boolean hasSeen(int lesson, Trial trial) {
        return progress.note(trial(lesson, trial, "seen")).isPresent();
    }

    /** Notes that a trial has been done. */
    public LearnerRecord seen(int lesson, Trial trial) {
        return with(trial(lesson, trial, "seen"), YES);
    }

    /** The cause that was named last for a box. */
    public Optional<String> cause(int lesson, Trial box) {
        return progress.note(trial(lesson, box, "cause"));
    }

    /** Notes the cause that was named for a box. */
    public LearnerRecord caused(int lesson, Trial box, String cause) {
        String line = trial(lesson, box, "line");
        return new LearnerRecord(progress.without(line)).with(trial(lesson, box, "cause"), cause);
    }

    /** How many hints were asked for in a trial. */
    public int hints(int lesson, Trial trial) {
        return progress.note(trial(lesson, trial, "hints"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    /** Notes one hint more. */
    public LearnerRecord hinted(int lesson, Trial trial) {
        return with(trial(lesson, trial, "hints"), String.valueOf(Math.min(9, hints(lesson, trial) + 1)));
    }

    /** The line from which that cause was said to be seen. */
    public Optional<String> line(int lesson, Trial box) {
        return progress.note(trial(lesson, box, "line"));
    }

    /**
     * Notes from which line the cause of a box was said to be seen.
     *
     * @param proved whether it is the right cause, and can be seen from there
     */
    public LearnerRecord evident(int lesson, Trial box, String line, boolean proved) {
        LearnerRecord noted = with(trial(lesson, box, "line"), line);
        return proved ? noted.with(trial(lesson, box, "proved"), YES) : noted;
    }

    /** Whether the cause of a closed box was named rightly, with a line that shows it. */
    public boolean isOpen(int lesson, Puzzle.Box box) {
        return progress.note(trial(lesson, box.trial(), "proved")).isPresent();
    }

    /** What was answered to the question at the end of a lesson. */
    public Optional<String> answer(int lesson) {
        return progress.note("lesson." + lesson + ".question");
    }

    /** Notes an answer. */
    public LearnerRecord answered(int lesson, String option) {
        return with("lesson." + lesson + ".question", option);
    }

    /** What was answered in the quiz. */
    public Optional<String> quiz(int number) {
        return progress.note("quiz." + number);
    }

    /** Notes an answer in the quiz. */
    public LearnerRecord quizzed(int number, String option) {
        return with("quiz." + number, option);
    }

    /** Whether a claim's experiment has been done. */
    public boolean hasSeen(Claim claim) {
        return progress.note("claim." + claim.id()).isPresent();
    }

    /** Notes that a claim's experiment has been done. */
    public LearnerRecord seen(Claim claim) {
        return with("claim." + claim.id(), YES);
    }

    /** Whether everything of a lesson was seen, and its question answered. */
    public boolean isDone(Lesson lesson) {
        return answer(lesson.number()).isPresent()
                && lesson.everything().stream().allMatch(trial -> hasSeen(lesson.number(), trial));
    }

    /** The questions of the quiz that were answered wrongly. */
    public List<Item> missed(Quiz quiz) {
        return quiz.items().stream()
                .filter(item -> quiz(item.number())
                        .filter(option -> !item.question().isRight(option))
                        .isPresent())
                .toList();
    }

    /** Without the answers to these questions of the quiz. */
    public LearnerRecord without(List<Item> items) {
        Map<String, String> notes = new HashMap<>(progress.notes());
        items.forEach(item -> notes.remove("quiz." + item.number()));
        return new LearnerRecord(new Progress(notes));
    }

    /** Nothing any more. */
    public LearnerRecord cleared() {
        return new LearnerRecord(progress.without("lesson.").without("quiz.").without("claim."));
    }

    private LearnerRecord with(String name, String value) {
        return new LearnerRecord(progress.with(name, value));
    }

    private static String trial(int lesson, Trial trial, String what) {
        return "lesson." + lesson + "." + trial.name() + "." + what;
    }
}
