package popbeforesmtp.lesson.course;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import popbeforesmtp.lesson.course.Trial.Guidance;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.experiment.CaseIndex;
import popbeforesmtp.lesson.experiment.CaseReader;
import popbeforesmtp.lesson.experiment.ExpectedOutcome;
import popbeforesmtp.lesson.experiment.Goal;
import popbeforesmtp.lesson.prose.YamlFields;
import popbeforesmtp.lesson.source.YamlNode;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;

/** Reads what is to be tried in a lesson, and sees that its case ends as it is to end and that it can be pressed. */
final class TrialReader {

    /** The words of a trial's facts. */
    static final Set<String> FACTS = Set.of("case", "steps", "predict_on", "expect", "controls");

    /** The words of a trial's texts. */
    static final Set<String> TEXTS = Set.of("setting", "task", "predict", "hint", "bigger", "look");

    private final CaseIndex index;
    private final int lesson;

    /** @param lesson the number of the lesson */
    TrialReader(CaseIndex index, int lesson) {
        this.index = index;
        this.lesson = lesson;
    }

    /** How the world of a trial starts: as its case, under the trial's own name. */
    static SetUp setUp(Case played, int lesson, String name) {
        return played.setUp().named("lesson-" + lesson + "-" + name.toLowerCase(Locale.ROOT));
    }

    /** Reads the trial of that name. */
    Trial read(String name, YamlFields facts, YamlFields texts) {
        return of(name, facts.part(name, FACTS), texts.part(name, TEXTS));
    }

    /** Reads a trial that has more words than that. */
    Trial of(String name, YamlFields fact, YamlFields text) {
        YamlNode id = fact.at("case");
        Controls controls = Controls.read(fact.at("controls"));
        ExpectedOutcome end = expectation(fact.at("expect"));
        int predictOn = fact.at("predict_on").parsed("number", Integer::valueOf);
        Case played = index.experiment(id);
        SetUp setUp = setUp(played, lesson, name);
        List<Press> steps = CaseReader.presses(fact.at("steps"), setUp.options());
        steps.stream().filter(press -> !controls.allow(press)).findFirst().ifPresent(press -> {
            throw fact.at("controls").bad("no control for " + press);
        });
        if (predictOn != steps.size()) {
            throw fact.at("predict_on").bad("the last step is guessed, number " + steps.size());
        }
        int unused = CaseIndex.step(id, played, end);
        return new Trial(name, setUp, predictOn, Goal.of(played, setUp, steps, end), controls, guidance(text));
    }

    private static ExpectedOutcome expectation(YamlNode outline) {
        return ExpectedOutcome.read(outline, outline.entries(ExpectedOutcome.WORDS));
    }

    private static Guidance guidance(YamlFields text) {
        return new Guidance(
                text.prose("setting"),
                text.prose("task"),
                text.prose("predict"),
                text.prose("hint"),
                text.prose("bigger"),
                text.find("look").map(look -> text.prose("look")));
    }
}
