package popbeforesmtp.lesson.course;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import popbeforesmtp.lesson.course.Puzzle.Asked;
import popbeforesmtp.lesson.course.Puzzle.Box;
import popbeforesmtp.lesson.course.Puzzle.Cause;
import popbeforesmtp.lesson.course.Puzzle.Ending;
import popbeforesmtp.lesson.course.Puzzle.Ladder;
import popbeforesmtp.lesson.course.Puzzle.Rung;
import popbeforesmtp.lesson.course.Puzzle.Today;
import popbeforesmtp.lesson.prose.YamlFields;

/** Reads the puzzle of the last lesson. */
final class PuzzleReader {

    private static final Set<String> BOXES = Set.of("A", "B", "C", "D");
    private static final Set<String> BOX = union(TrialReader.FACTS, Set.of("cause", "evidence"));
    private static final Set<String> BOX_TEXT = union(TrialReader.TEXTS, Set.of("name", "title", "because", "cure"));
    private static final Set<String> TODAY_TEXT = union(TrialReader.TEXTS, Set.of("title", "text", "honest"));
    private static final Set<String> PUZZLE = Set.of("title", "lead", "choose", "right", "wrong", "again");
    private static final Set<String> CAUSE = Set.of("name", "sign");
    private static final Set<String> LADDER = Set.of("title", "lead", "rungs");
    private static final Set<String> RUNG = Set.of("title", "good", "failure");
    private static final Set<String> ENDING = Set.of("title", "text", "more", "ours", "decide");
    private static final Set<String> QUESTIONS = Set.of("title", "S7", "S8");
    private static final Set<String> ASKED = Set.of("asked", "answered");

    private final TrialReader trials;

    PuzzleReader(TrialReader trials) {
        this.trials = trials;
    }

    Puzzle read(YamlFields fact, YamlFields text) {
        List<String> causes = fact.texts("causes");
        if (!fact.texts("ladder").equals(Ladder.RUNGS)) {
            throw fact.at("ladder").bad("the rungs are " + String.join(", ", Ladder.RUNGS));
        }
        return new Puzzle(
                words(text.part("puzzle", PUZZLE)),
                boxes(fact, text, causes),
                causes(text.part("causes", Set.copyOf(causes)), causes),
                ladder(text.part("ladder", LADDER)),
                ending(text),
                today(fact, text));
    }

    private static Puzzle.Words words(YamlFields text) {
        return new Puzzle.Words(
                text.prose("title"),
                text.prose("lead"),
                text.prose("choose"),
                text.prose("right"),
                text.prose("wrong"),
                text.prose("again"));
    }

    private List<Box> boxes(YamlFields fact, YamlFields text, List<String> causes) {
        YamlFields boxes = fact.part("boxes", BOXES);
        YamlFields texts = text.part("boxes", Set.copyOf(boxes.words()));
        return boxes.words().stream()
                .map(name -> box(name, boxes.part(name, BOX), texts.part(name, BOX_TEXT), causes))
                .toList();
    }

    private Box box(String name, YamlFields fact, YamlFields text, List<String> causes) {
        return new Box(
                trials.of(name, fact, text),
                text.prose("name"),
                fact.at("cause").as("cause", word -> Optional.of(word).filter(causes::contains)),
                fact.each("evidence", word -> word.as("evidence", Evidence::of)),
                text.prose("title"),
                text.prose("because"),
                text.prose("cure"));
    }

    private static List<Cause> causes(YamlFields texts, List<String> ids) {
        return ids.stream()
                .map(id -> {
                    YamlFields cause = texts.part(id, CAUSE);
                    return new Cause(id, cause.prose("name"), cause.prose("sign"));
                })
                .toList();
    }

    private static Ladder ladder(YamlFields text) {
        YamlFields rungs = text.part("rungs", Set.copyOf(Ladder.RUNGS));
        return new Ladder(
                text.prose("title"),
                text.prose("lead"),
                Ladder.RUNGS.stream().map(id -> rung(id, rungs.part(id, RUNG))).toList());
    }

    private static Rung rung(String id, YamlFields text) {
        return new Rung(id, text.prose("title"), text.prose("good"), text.prose("failure"));
    }

    private static Ending ending(YamlFields text) {
        YamlFields ending = text.part("ending", ENDING);
        YamlFields questions = text.part("questions", QUESTIONS);
        List<Asked> asked = questions.words().stream()
                .filter(word -> !word.equals("title"))
                .map(claim -> asked(claim, questions.part(claim, ASKED)))
                .toList();
        return new Ending(
                ending.prose("title"),
                ending.prose("text"),
                ending.prose("more"),
                ending.prose("ours"),
                ending.prose("decide"),
                questions.prose("title"),
                asked);
    }

    private static Asked asked(String claim, YamlFields text) {
        return new Asked(claim, text.prose("asked"), text.prose("answered"));
    }

    private Today today(YamlFields fact, YamlFields text) {
        YamlFields words = text.part("today", TODAY_TEXT);
        return new Today(
                trials.of("today", fact.part("today", TrialReader.FACTS), words),
                words.prose("title"),
                words.prose("text"),
                words.prose("honest"));
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
