package popbeforesmtp.lesson.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import popbeforesmtp.lesson.course.Lesson.Example;
import popbeforesmtp.lesson.course.Lesson.Misconception;
import popbeforesmtp.lesson.course.Lesson.Moral;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.experiment.CaseIndex;
import popbeforesmtp.lesson.experiment.CaseReader;
import popbeforesmtp.lesson.experiment.Route;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.lesson.prose.ProseParser;
import popbeforesmtp.lesson.prose.TranslatedPair;
import popbeforesmtp.lesson.prose.YamlFields;
import popbeforesmtp.lesson.source.YamlNode;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;

/** Reads the lessons. The words are explained for teachers at the top of {@code content/lessons.yml}. */
public final class LessonReader {

    public static final String FACTS = "content/lessons.yml";

    private static final Set<String> FILE_WORDS = Set.of("lessons");
    private static final List<String> TRIALS = List.of("a", "b", "c");
    private static final Set<String> LESSON =
            Set.of("number", "example", "a", "b", "c", "boxes", "causes", "ladder", "today", "question");
    private static final Set<String> TEXT = Set.of(
            "number",
            "title",
            "lead",
            "example",
            "a",
            "b",
            "c",
            "puzzle",
            "boxes",
            "causes",
            "ladder",
            "ending",
            "questions",
            "today",
            "why",
            "misconception",
            "question");
    private static final Set<String> EXAMPLE = Set.of("case", "steps");
    private static final Set<String> EXAMPLE_TEXT = Set.of("title", "steps", "end");
    private static final Set<String> MISCONCEPTION = Set.of("belief", "fact", "evidence");
    private static final Set<String> QUESTION = Set.of("text", "options", "answer", "why", "explanation");
    private static final List<String> OPTIONS = List.of("a", "b", "c", "d");

    private final CaseIndex index;

    private LessonReader(CaseIndex index) {
        this.index = index;
    }

    public static List<Lesson> read(YamlNode facts, YamlNode texts, CaseIndex index, ProseParser parser) {
        LessonReader reader = new LessonReader(index);
        List<Lesson> lessons = new ArrayList<>();
        for (TranslatedPair pair : TranslatedPair.join(
                "number",
                YamlFields.of(facts, FILE_WORDS, parser).parts("lessons", LESSON),
                YamlFields.of(texts, FILE_WORDS, parser).parts("lessons", TEXT),
                texts.file())) {
            Lesson lesson = reader.lesson(pair.shared(), pair.text());
            if (lesson.number() != lessons.size() + 1) {
                throw pair.shared().bad("lesson " + (lessons.size() + 1) + " is expected here");
            }
            lessons.add(lesson);
        }
        if (lessons.size() != Lesson.LAST) {
            throw facts.bad(Lesson.LAST + " lessons are expected");
        }
        return List.copyOf(lessons);
    }

    private Lesson lesson(YamlFields fact, YamlFields text) {
        int number = fact.at("number").parsed("number", Integer::valueOf);
        TrialReader trials = new TrialReader(index, number);
        List<Trial> tried = new ArrayList<>();
        for (String name : TRIALS) {
            if (fact.find(name).isPresent()) {
                tried.add(trials.read(name, fact, text));
            } else if (text.find(name).isPresent()) {
                throw text.at(name).bad("there is no trial '" + name + "' in " + FACTS);
            }
        }
        return new Lesson(
                number,
                text.prose("title"),
                text.prose("lead"),
                fact.find("example").map(example -> example(number, fact, text)),
                tried,
                fact.find("boxes").map(boxes -> new PuzzleReader(trials).read(fact, text)),
                moral(fact, text));
    }

    private Example example(int number, YamlFields fact, YamlFields text) {
        YamlFields example = fact.part("example", EXAMPLE);
        YamlFields words = text.part("example", EXAMPLE_TEXT);
        Case played = index.experiment(example.at("case"));
        SetUp setUp = TrialReader.setUp(played, number, Example.NAME);
        List<Press> presses = CaseReader.presses(example.at("steps"), setUp.options());
        List<Prose> steps = words.proses("steps");
        if (steps.size() != presses.size()) {
            throw words.at("steps").bad("one text a press is expected: " + presses.size());
        }
        return new Example(
                played.id(), Route.of(played, setUp, presses), words.prose("title"), steps, words.prose("end"));
    }

    private static Moral moral(YamlFields fact, YamlFields text) {
        YamlFields belief = text.part("misconception", MISCONCEPTION);
        YamlFields question = text.part("question", QUESTION);
        fact.text("question");
        List<String> ids = question.part("options", Set.copyOf(OPTIONS)).words();
        String right = Question.answer(question.at("answer"), ids);
        return new Moral(
                text.prose("why"),
                new Misconception(belief.prose("belief"), belief.prose("fact"), belief.prose("evidence")),
                new Question(
                        question.prose("text"),
                        Question.options(question, ids, right),
                        right,
                        question.prose("explanation")));
    }
}
