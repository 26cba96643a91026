package popbeforesmtp.lesson.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import popbeforesmtp.lesson.source.YamlNode;
import popbeforesmtp.sandbox.press.Press;

/** The cases by their ids, for texts that name them. Never changes. */
public final class CaseIndex {

    private final Map<String, Case> cases;

    public CaseIndex(List<Case> cases) {
        this.cases = cases.stream().collect(Collectors.toUnmodifiableMap(Case::id, Function.identity()));
    }

    /** The case that is named there. */
    public Case experiment(YamlNode id) {
        return id.as("case", name -> Optional.ofNullable(cases.get(name)));
    }

    /** What the case that is named there presses until it ends so. */
    public List<Press> presses(YamlNode id, ExpectedOutcome end) {
        Case played = experiment(id);
        return played.steps().subList(0, step(id, played, end) + 1).stream()
                .map(Step::press)
                .toList();
    }

    /** The number of the step, counted from 0, at which the case that is named there ends so; the first one. */
    public static int step(YamlNode id, Case played, ExpectedOutcome end) {
        List<Step> steps = played.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (end.fits(steps.get(i))) {
                return i;
            }
        }
        throw id.bad(
                "case '" + played.id() + "' never ends with " + end.outcome().kebab()
                        + end.reason().map(reason -> ", " + reason.kebab()).orElse(""));
    }

    /** Whether there is a case of that id. */
    public boolean has(String id) {
        return cases.containsKey(id);
    }
}
