package popbeforesmtp.lesson;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.sandbox.Outcome;
import popbeforesmtp.sandbox.Result;
import popbeforesmtp.sandbox.View;

/**
 * How a press of mail is to end.
 *
 * @param outcome how
 * @param reason why, if that matters
 */
public record Expectation(Outcome outcome, Optional<Reason> reason) {

    /** The words of an expectation in a file. */
    static final Set<String> WORDS = Set.of("outcome", "reason");

    static Expectation read(Outline outline, Map<String, Outline> words) {
        return new Expectation(
                outline.required(words, "outcome")
                        .as(
                                "outcome",
                                word -> Arrays.stream(Outcome.values())
                                        .filter(outcome -> outcome.kebab().equals(word))
                                        .findFirst()),
                Optional.ofNullable(words.get("reason")).map(Expectation::reason));
    }

    private static Reason reason(Outline outline) {
        return outline.as(
                "reason",
                word -> Arrays.stream(Reason.values())
                        .filter(reason -> reason.kebab().equals(word))
                        .findFirst());
    }

    /** Whether the press that caused the latest dialogue ended so. */
    public boolean isSeen(View view) {
        return view.talked().filter(this::fits).isPresent();
    }

    /** Whether a press ended so. */
    boolean fits(Result result) {
        return result.outcome().filter(outcome::equals).isPresent()
                && (reason.isEmpty() || reason.equals(result.reason()));
    }

    /** Whether a case promises such an ending for a step. */
    boolean fits(Step step) {
        return step.promise()
                .ending()
                .filter(ending -> ending.outcome() == outcome && (reason.isEmpty() || reason.equals(ending.reason())))
                .isPresent();
    }
}
