package popbeforesmtp.lesson.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.lesson.experiment.Route;
import popbeforesmtp.lesson.experiment.RouteStep;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;

/**
 * A lesson: things to guess and to try that differ in one thing, then the rule, a misconception and a question.
 *
 * @param number 1 to 7, its address
 * @param title its heading
 * @param lead how it opens
 * @param example shown and told before the learner tries anything, in one lesson
 * @param trials what to try; in the lesson with the puzzle its boxes stand instead
 * @param puzzle the closed boxes, in the last lesson
 * @param moral what is told afterwards
 */
public record Lesson(
        int number,
        Prose title,
        Prose lead,
        Optional<Example> example,
        List<Trial> trials,
        Optional<Puzzle> puzzle,
        Moral moral) {

    /** How many lessons there are. */
    public static final int LAST = 7;

    /** Keeps the list as it is now. */
    public Lesson {
        trials = List.copyOf(trials);
    }

    /** Everything that is tried: the trials, the boxes of the puzzle, and today's way. */
    public List<Trial> everything() {
        List<Trial> all = new ArrayList<>(trials);
        puzzle.ifPresent(it -> {
            it.boxes().forEach(box -> all.add(box.trial()));
            all.add(it.today().trial());
        });
        return List.copyOf(all);
    }

    /** What is to be pressed in that part, if something is: a trial, a box, or the example. */
    public Optional<Route> route(String part) {
        return find(part)
                .map(trial -> trial.goal().route())
                .or(() -> example.filter(it -> part.equals(Example.NAME)).map(Example::route));
    }

    /** The trial of that name, among all of them. */
    public Optional<Trial> find(String name) {
        return everything().stream().filter(trial -> trial.name().equals(name)).findFirst();
    }

    /**
     * A worked example.
     *
     * @param caseId the case that is played
     * @param route what is pressed, in a world of its own
     * @param title its heading
     * @param steps what is told of each press
     * @param end what is told last
     */
    public record Example(String caseId, Route route, Prose title, List<Prose> steps, Prose end) {

        /** Its name in its lesson. */
        public static final String NAME = "example";

        /** Keeps the list as it is now. */
        public Example {
            steps = List.copyOf(steps);
        }

        /** How its world starts. */
        public SetUp setUp() {
            return route.setUp();
        }

        /** What is pressed. */
        public List<Press> presses() {
            return route.steps().stream().map(RouteStep::press).toList();
        }
    }

    /**
     * What is told when everything was tried.
     *
     * @param why the rule
     * @param misconception what people often believe
     * @param question the question at the end
     */
    public record Moral(Prose why, Misconception misconception, Question question) {}

    /**
     * A common belief.
     *
     * @param belief what people believe
     * @param fact what is true
     * @param evidence where the learner's own dialogue shows it
     */
    public record Misconception(Prose belief, Prose fact, Prose evidence) {}
}
