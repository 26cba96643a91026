package popbeforesmtp.web.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.DeskAnswer;
import popbeforesmtp.lesson.reading.ServerRoom;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.page.Localizer;

/**
 * What the sending desk asked itself at its latest decision in the dialogue that is shown, in its order: the gate's own
 * answers.
 *
 * @param steps the questions with their answers; the last one decided. Empty before any decision
 * @param taken whether it took the mail
 */
record ThoughtModel(List<Step> steps, boolean taken) {

    /**
     * A question.
     *
     * @param asked its words, plain
     * @param yes what the desk found
     * @param earlier that it had found so before, and when; nothing if it looked at this very moment
     */
    record Step(String asked, boolean yes, @Nullable String earlier) {}

    private static final ThoughtModel NONE = new ThoughtModel(List.of(), false);

    static ThoughtModel of(WorldView view, Localizer words) {
        List<DeskAnswer> walked = walked(view);
        if (walked.isEmpty()) {
            return NONE;
        }
        ServerRoom.Words room = words.room().words();
        DeskAnswer first = walked.get(0);
        List<Step> steps = new ArrayList<>();
        for (DeskAnswer answer : walked) {
            boolean before = answer.at().isBefore(first.at());
            steps.add(new Step(
                    room.question(answer.question()).plain(),
                    answer.yes(),
                    before ? words.plain(Message.of("thought.before").with("time", answer.at())) : null));
        }
        return new ThoughtModel(List.copyOf(steps), isTaken(view));
    }

    /** What it depends on. */
    static List<Object> shown(WorldView view) {
        return List.of(walked(view), isTaken(view));
    }

    private static Optional<ExchangeResult> sending(WorldView view) {
        return view.talked().flatMap(Result::sending);
    }

    private static List<DeskAnswer> walked(WorldView view) {
        return sending(view)
                .flatMap(ExchangeResult::key)
                .map(ExchangeResult.Key::walked)
                .orElse(List.of());
    }

    private static boolean isTaken(WorldView view) {
        return sending(view).filter(half -> half.outcome().succeeded()).isPresent();
    }

    /** The deciding question; nothing before any decision. */
    public @Nullable Step last() {
        return steps.isEmpty() ? null : steps.get(steps.size() - 1);
    }
}
