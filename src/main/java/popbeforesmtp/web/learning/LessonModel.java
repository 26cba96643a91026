package popbeforesmtp.web.learning;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.lesson.Edition;
import popbeforesmtp.lesson.course.Evidence;
import popbeforesmtp.lesson.course.Guess;
import popbeforesmtp.lesson.course.LadderState;
import popbeforesmtp.lesson.course.LearnerRecord;
import popbeforesmtp.lesson.course.Lesson;
import popbeforesmtp.lesson.course.Puzzle;
import popbeforesmtp.lesson.course.Question;
import popbeforesmtp.lesson.course.Trial;
import popbeforesmtp.lesson.dialogue.Redaction;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.bench.PressLabels;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.world.PageState;

/**
 * A part of a lesson, as its template wants it.
 *
 * @param where which part
 * @param trail what is around it
 * @param attempt what is tried here, if something is
 * @param example the example, if this is it
 * @param box the box, if this is one
 * @param why what the reasons at the end show of the learner, if this is where they stand
 */
record LessonModel(
        Where where,
        Trail trail,
        @Nullable Attempt attempt,
        @Nullable Shown example,
        @Nullable Chest box,
        @Nullable Why why) {

    /** How many hints there are; after the last one, a learner may be led. */
    static final int MOST_HINTS = 2;

    /**
     * A part of a lesson.
     *
     * @param lesson the lesson
     * @param from the address of the page, which its forms carry
     * @param part the name of the part
     */
    record Where(Lesson lesson, String from, String part) {}

    /**
     * The way through the lessons.
     *
     * @param label what the part is called
     * @param lessons all lessons
     * @param parts all parts of this lesson
     * @param onward where it goes on
     */
    record Trail(String label, List<Stop> lessons, List<Stop> parts, Stop onward) {}

    /**
     * A lesson or a part of one, to go to.
     *
     * @param words its short name, plain
     * @param title its whole name, plain
     * @param href where it is
     * @param done whether it was done
     * @param current whether it is this one
     */
    record Stop(String words, String title, String href, boolean done, boolean current) {}

    /**
     * Something tried.
     *
     * @param trial the trial
     * @param guess what was guessed, if anything
     * @param verdict the key of what is said of the guess; nothing before the trial is done, or without a guess
     * @param done whether the world that is shown has done it
     * @param seen whether it was ever done
     * @param hints how many hints were asked for
     * @param next the key of the words on the next button, for whoever wants to be led; nothing when it is done
     */
    record Attempt(
            Trial trial,
            @Nullable String guess,
            @Nullable String verdict,
            boolean done,
            boolean seen,
            int hints,
            @Nullable String next) {

        static Attempt of(Lesson lesson, Trial trial, WorldView view, LearnerRecord marks) {
            Optional<Guess> guess = marks.guess(lesson.number(), trial);
            boolean done = trial.isDone(view);
            return new Attempt(
                    trial,
                    guess.map(Guess::id).orElse(null),
                    guess.flatMap(guessed -> verdict(guessed, trial, view)).orElse(null),
                    done,
                    done || marks.hasSeen(lesson.number(), trial),
                    marks.hints(lesson.number(), trial),
                    trial.next(view).map(PressLabels::key).orElse(null));
        }

        /** Silence is no refusal, but who guessed one was not far off. */
        private static Optional<String> verdict(Guess guess, Trial trial, WorldView view) {
            return trial.match(Optional.of(guess), view).map(match -> {
                boolean silent = view.result()
                        .flatMap(Result::outcome)
                        .filter(Outcome.NO_ANSWER::equals)
                        .isPresent();
                String said = guess == Guess.UNSURE
                        ? Guess.UNSURE.id()
                        : match == Guess.Match.MISS && guess == Guess.REFUSED && silent ? "silent" : match.id();
                return "predict." + said + ".said";
            });
        }

        /** Whether the learner may be led. */
        public boolean isLed() {
            return hints >= MOST_HINTS;
        }

        /** Where to look now, if there is something to say about it. */
        public @Nullable Prose look() {
            return trial.guidance().look().orElse(null);
        }
    }

    /**
     * The example.
     *
     * @param example what is told
     * @param over whether all its presses were done, and nothing since
     */
    record Shown(Lesson.Example example, boolean over) {}

    /**
     * A box of the puzzle.
     *
     * @param box the box; only its name and its trial may be shown while it is closed
     * @param open whether its cause was named, with a line that shows it
     * @param named what was said of its cause last, if anything
     * @param causes the causes that can be named
     * @param lines the lines that can be named then: what others said in the latest dialogue
     * @param ladder its rungs
     */
    record Chest(
            Puzzle.Box box,
            boolean open,
            @Nullable Named named,
            List<Puzzle.Cause> causes,
            List<String> lines,
            Rungs ladder) {

        static Chest of(Lesson lesson, Puzzle.Box box, WorldView view, LearnerRecord marks) {
            Puzzle puzzle = lesson.puzzle().orElseThrow();
            int number = lesson.number();
            Optional<String> line = marks.line(number, box.trial());
            Optional<Named> named = marks.cause(number, box.trial())
                    .flatMap(puzzle::cause)
                    .map(cause -> new Named(cause, line.orElse(null)));
            return new Chest(
                    box,
                    marks.isOpen(number, box),
                    named.orElse(null),
                    puzzle.causes(),
                    named.isPresent() ? lines(view) : List.of(),
                    Rungs.of(puzzle.ladder(), view));
        }

        private static List<String> lines(WorldView view) {
            return view.talk().stream()
                    .flatMap(event -> Evidence.named(event).stream())
                    .distinct()
                    .toList();
        }
    }

    /**
     * What was said of a box.
     *
     * @param cause the cause
     * @param line the line from which it was said to be seen, if one was named
     */
    record Named(Puzzle.Cause cause, @Nullable String line) {}

    /**
     * The ladder of a box.
     *
     * @param all its rungs, from below
     * @param tried the one that was tried just now, if one was
     */
    record Rungs(List<RungShown> all, @Nullable RungShown tried) {

        static Rungs of(Puzzle.Ladder ladder, WorldView view) {
            LadderState state = LadderState.of(view.deeds());
            List<RungShown> all = ladder.rungs().stream()
                    .map(rung -> new RungShown(rung, state.of(rung.id()).orElse(null)))
                    .toList();
            Optional<String> last = view.result()
                    .map(Result::press)
                    .filter(Press.Climb.class::isInstance)
                    .map(Press::argument);
            return new Rungs(
                    all,
                    all.stream()
                            .filter(shown ->
                                    last.filter(shown.rung.id()::equals).isPresent())
                            .findFirst()
                            .orElse(null));
        }
    }

    /**
     * A rung.
     *
     * @param rung what is tried on it
     * @param state what happened to it, as in {@link LadderState}; nothing if it was not tried
     */
    record RungShown(Puzzle.Rung rung, @Nullable String state) {

        /** What it means that it went as it did. */
        public Prose meaning() {
            return "passed".equals(state) ? rung.good() : rung.failure();
        }
    }

    /**
     * What the reasons at the end show of the learner.
     *
     * @param answered what was answered to the question, if anything
     * @param seenTrial the name of the part whose dialogue is shown as evidence, if there is one
     */
    record Why(@Nullable Answered answered, @Nullable String seenTrial) {}

    /**
     * An answered question.
     *
     * @param option the answer that was chosen
     * @param rightly the right one
     */
    record Answered(Question.Option option, Question.Option rightly) {

        static Optional<Answered> of(Question question, LearnerRecord marks, int lesson) {
            return marks.answer(lesson)
                    .flatMap(question::find)
                    .flatMap(option -> question.find(question.answer()).map(rightly -> new Answered(option, rightly)));
        }

        public boolean isRight() {
            return option.equals(rightly);
        }
    }

    /** Whether this is the first part, where the lesson opens. */
    public boolean isFirst() {
        return where.part.equals(LearnAddress.parts(where.lesson).get(0));
    }

    /** What the page says. */
    static LessonModel of(LearnAddress address, Edition edition, PageState standing, Localizer words) {
        LearnerRecord marks = new LearnerRecord(standing.progress());
        Lesson lesson = address.lesson();
        String part = address.part();
        WorldView shown = standing.shown();
        return new LessonModel(
                new Where(lesson, standing.from(), part),
                trail(address, edition, marks, words),
                lesson.find(part)
                        .map(trial -> Attempt.of(lesson, trial, shown, marks))
                        .orElse(null),
                lesson.example()
                        .filter(example -> part.equals(Lesson.Example.NAME))
                        .map(example ->
                                new Shown(example, example.route().track(shown).isDone()))
                        .orElse(null),
                box(lesson, part)
                        .map(box -> Chest.of(lesson, box, shown, marks))
                        .orElse(null),
                part.equals(LearnAddress.WHY) ? why(address, standing, marks, words) : null);
    }

    private static Trail trail(LearnAddress address, Edition edition, LearnerRecord marks, Localizer words) {
        Lesson lesson = address.lesson();
        return new Trail(
                label(address, words),
                edition.lessons().stream()
                        .map(each -> lesson(each, each.number() == lesson.number(), marks, words))
                        .toList(),
                LearnAddress.parts(lesson).stream()
                        .map(name -> part(address.at(name), name.equals(address.part()), marks, words))
                        .toList(),
                onward(address, edition, words));
    }

    private static Why why(LearnAddress address, PageState standing, LearnerRecord marks, Localizer words) {
        Lesson lesson = address.lesson();
        return new Why(
                Answered.of(lesson.moral().question(), marks, lesson.number()).orElse(null),
                played(lesson, standing)
                        .map(trial -> label(address.at(trial.name()), words))
                        .orElse(null));
    }

    /** What is called where one is, for the window. */
    static String title(LearnAddress address, Localizer words) {
        return words.counted("learn.lesson", address.lesson().number()) + " "
                + address.lesson().title().plain() + " " + label(address, words);
    }

    /** The trial of this lesson that the world plays. */
    static Optional<Trial> played(Lesson lesson, PageState standing) {
        return standing.world()
                .flatMap(view -> lesson.everything().stream()
                        .filter(trial -> trial.isPlayed(view))
                        .findFirst());
    }

    /** What may be shown of a world outside the lessons: no reason, while it plays a box that is closed. */
    static WorldView open(WorldView view, Edition edition, LearnerRecord marks) {
        return edition.lessons().stream()
                        .flatMap(lesson -> lesson.puzzle().stream()
                                .flatMap(puzzle -> puzzle.boxes().stream())
                                .filter(box -> box.trial().isPlayed(view) && !marks.isOpen(lesson.number(), box)))
                        .findFirst()
                        .isPresent()
                ? Redaction.of(view)
                : view;
    }

    static Optional<Puzzle.Box> box(Lesson lesson, String name) {
        return lesson.puzzle().flatMap(puzzle -> puzzle.box(name));
    }

    private static String label(LearnAddress address, Localizer words) {
        Lesson lesson = address.lesson();
        int trial = lesson.trials().stream().map(Trial::name).toList().indexOf(address.part());
        return trial >= 0
                ? words.counted("learn.trial", trial + 1)
                : box(lesson, address.part())
                        .map(box -> box.name().plain())
                        .orElseGet(() -> words.plain("learn." + address.part()));
    }

    private static Stop lesson(Lesson lesson, boolean current, LearnerRecord marks, Localizer words) {
        return new Stop(
                String.valueOf(lesson.number()),
                words.counted("learn.lesson", lesson.number()) + " "
                        + lesson.title().plain(),
                "/learn/" + lesson.number(),
                marks.isDone(lesson),
                current);
    }

    private static Stop part(LearnAddress address, boolean current, LearnerRecord marks, Localizer words) {
        int number = address.lesson().number();
        String label = label(address, words);
        boolean done = box(address.lesson(), address.part())
                .map(box -> marks.isOpen(number, box))
                .or(() -> address.lesson().find(address.part()).map(trial -> marks.hasSeen(number, trial)))
                .orElseGet(() -> address.part().equals(LearnAddress.WHY)
                        && marks.answer(number).isPresent());
        return new Stop(label, label, address.address(), done, current);
    }

    private static Stop onward(LearnAddress address, Edition edition, Localizer words) {
        return address.next()
                .map(next -> new Stop(label(next, words), label(next, words), next.start(), false, false))
                .or(() -> edition.lesson(address.lesson().number() + 1)
                        .map(next -> new Stop(
                                words.counted("learn.lesson", next.number()),
                                next.title().plain(),
                                "/learn/" + next.number(),
                                false,
                                false)))
                .orElseGet(() -> new Stop(words.plain("nav.quiz"), words.plain("nav.quiz"), "/quiz", false, false));
    }
}
