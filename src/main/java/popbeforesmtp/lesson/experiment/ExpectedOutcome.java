package popbeforesmtp.lesson.experiment;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.lesson.source.YamlNode;
import popbeforesmtp.sandbox.explain.Deed;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.world.WorldView;

/**
 * How a press of mail is to end.
 *
 * @param outcome how
 * @param reason why, if that matters
 */
public record ExpectedOutcome(Outcome outcome, Optional<Reason> reason) {

    /** The words of an expectation in a file. */
    public static final Set<String> WORDS = Set.of("outcome", "reason");

    public static ExpectedOutcome read(YamlNode outline, Map<String, YamlNode> words) {
        return new ExpectedOutcome(
                outline.required(words, "outcome")
                        .as(
                                "outcome",
                                word -> Arrays.stream(Outcome.values())
                                        .filter(outcome -> outcome.kebab().equals(word))
                                        .findFirst()),
                Optional.ofNullable(words.get("reason")).map(ExpectedOutcome::reason));
    }

    private static Reason reason(YamlNode outline) {
        return outline.as(
                "reason",
                word -> Arrays.stream(Reason.values())
                        .filter(reason -> reason.kebab().equals(word))
                        .findFirst());
    }

    /** Whether the press that caused the latest dialogue ended so. */
    public boolean isSeen(WorldView view) {
        return view.talked().filter(this::fits).isPresent();
    }

    /** Whether a press ended so. */
    public boolean fits(Result result) {
        return result.outcome().filter(outcome::equals).isPresent()
                && (reason.isEmpty() || reason.equals(result.reason()));
    }

    /** Whether a press that was done ended so. */
    public boolean fits(Deed deed) {
        return deed.main()
                .filter(half -> half.outcome() == outcome && (reason.isEmpty() || reason.equals(half.reason())))
                .isPresent();
    }

    /** Whether a case promises such an ending for a step. */
    public boolean fits(Step step) {
        return step.promise()
                .ending()
                .filter(ending -> ending.outcome() == outcome && (reason.isEmpty() || reason.equals(ending.reason())))
                .isPresent();
    }
}
