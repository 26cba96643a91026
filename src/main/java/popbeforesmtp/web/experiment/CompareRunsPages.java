package popbeforesmtp.web.experiment;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.lesson.dialogue.Redaction;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.run.Run;
import popbeforesmtp.sandbox.run.RunId;
import popbeforesmtp.sandbox.run.Runs;
import popbeforesmtp.sandbox.world.Dialogue;
import popbeforesmtp.sandbox.world.RecordedDialogue;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.web.bench.PressLabels;
import popbeforesmtp.web.bench.TalkLine;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.PageStates;
import popbeforesmtp.web.world.WorldAccess;

/**
 * Two dialogues beside each other, line by line: the learner's last one and an earlier one of the same button, or those with
 * which two kept runs end. Where both are refusals in the very same words, it is told what differed.
 */
public final class CompareRunsPages {

    public static final String SLUG = "/compare-runs";

    private final Views views;
    private final PageStates standings;
    private final Runs runs;
    private final WorldAccess reception;
    private final ErrorPages errors;

    public CompareRunsPages(Views views, PageStates standings, Runs runs, WorldAccess reception, ErrorPages errors) {
        this.views = views;
        this.standings = standings;
        this.runs = runs;
        this.reception = reception;
        this.errors = errors;
    }

    public void show(Context ctx) {
        String one = Optional.ofNullable(ctx.queryParam("a")).orElse("");
        String other = Optional.ofNullable(ctx.queryParam("b")).orElse("");
        if (one.isEmpty() && other.isEmpty()) {
            List<RecordedDialogue> latest =
                    standings.world(ctx).map(SeatSession::runs).orElse(List.of());
            Optional<RecordedDialogue> last =
                    latest.isEmpty() ? Optional.empty() : Optional.of(latest.get(latest.size() - 1));
            show(ctx, "", last.flatMap(run -> before(latest, run)), last);
            return;
        }
        Optional<RecordedDialogue> before = RunId.parse(one).flatMap(id -> ending(ctx, id));
        Optional<RecordedDialogue> last = RunId.parse(other).flatMap(id -> ending(ctx, id));
        if (before.isEmpty() || last.isEmpty()) {
            errors.tell(ctx, 404, "norun");
        } else {
            show(ctx, "?a=" + one + "&b=" + other, before, last);
        }
    }

    /** The dialogue that a run ends with. */
    private Optional<RecordedDialogue> ending(Context ctx, RunId id) {
        if (!runs.isPlayed(id) && !reception.letsMake(ctx)) {
            return Optional.empty();
        }
        return runs.find(id).flatMap(CompareRunsPages::ending);
    }

    private static Optional<RecordedDialogue> ending(Run run) {
        Dialogue dialogue = run.after(run.presses()).dialogue();
        return dialogue.cause().map(led -> new RecordedDialogue(led.press(), led.number(), led.at(), dialogue));
    }

    private void show(Context ctx, String query, Optional<RecordedDialogue> before, Optional<RecordedDialogue> last) {
        Localizer words = views.wording(ctx);
        Map<String, Object> model = new HashMap<>();
        if (last.isPresent() && before.isPresent()) {
            model.put("before", head(before.get(), words));
            model.put("last", head(last.get(), words));
            List<DialogueDiff> rows = DialogueDiff.of(lines(before.get(), words), lines(last.get(), words));
            boolean same = rows.stream().allMatch(DialogueDiff::same);
            model.put("rows", rows);
            model.put("same", same);
            contrast(before.get(), last.get(), same).ifPresent(why -> model.put("contrast", why));
        }
        model.put("frame", new PageChrome(words.language(), SLUG, query, "runs.title"));
        ctx.render("runs", model);
    }

    /**
     * Why two refusals in the same words were two different ones.
     *
     * @param before the reason of the earlier one, in kebab case
     * @param last the reason of the later one, in kebab case
     * @param whole whether all else was the same, too: then the list alone tells them apart
     */
    record Contrast(String before, String last, boolean whole) {

        /** The key of what is said of them. */
        public String words() {
            return whole ? "runs.contrast" : "runs.contrast.reply";
        }
    }

    /** Two refusals in the same words. */
    private static Optional<Contrast> contrast(RecordedDialogue before, RecordedDialogue last, boolean whole) {
        return refusal(before)
                .flatMap(one -> refusal(last)
                        .filter(other -> other != one && words(before).equals(words(last)))
                        .map(other -> new Contrast(one.kebab(), other.kebab(), whole)));
    }

    /** The line that refused. */
    private static Optional<String> words(RecordedDialogue run) {
        return run.dialogue()
                .cause()
                .flatMap(Result::main)
                .flatMap(ExchangeResult::key)
                .map(ExchangeResult.Key::event)
                .filter(Event.Said.class::isInstance)
                .map(event -> ((Event.Said) event).line());
    }

    private static Optional<Reason> refusal(RecordedDialogue run) {
        return run.dialogue()
                .cause()
                .filter(led -> led.outcome().filter(Outcome.REFUSED::equals).isPresent())
                .flatMap(Result::reason)
                .filter(reason -> reason == Reason.NOT_LISTED || reason == Reason.EXPIRED);
    }

    /** The latest earlier dialogue that came from the same kind of button. */
    private static Optional<RecordedDialogue> before(List<RecordedDialogue> runs, RecordedDialogue last) {
        return runs.subList(0, runs.size() - 1).stream()
                .filter(run -> run.press().getClass() == last.press().getClass())
                .reduce((earlier, later) -> later);
    }

    private static String head(RecordedDialogue run, Localizer words) {
        return words.plain(PressLabels.key(run.press())) + " " + words.number(run.number()) + " "
                + words.full(run.at());
    }

    private static List<TalkLine> lines(RecordedDialogue run, Localizer words) {
        return TalkLine.unfolded(Redaction.talk(run.dialogue().events()), words);
    }
}
