package popbeforesmtp.web.experiment;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.lesson.dialogue.Redaction;
import popbeforesmtp.sandbox.world.RecordedDialogue;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.web.bench.PressLabels;
import popbeforesmtp.web.bench.TalkLine;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.PageStates;

/** The learner's last dialogue beside an earlier one of the same button, line by line. Nothing is explained here. */
public final class CompareRunsPages {

    public static final String SLUG = "/compare-runs";

    private final Views views;
    private final PageStates standings;

    public CompareRunsPages(Views views, PageStates standings) {
        this.views = views;
        this.standings = standings;
    }

    public void show(Context ctx) {
        Localizer words = views.wording(ctx);
        List<RecordedDialogue> runs =
                standings.world(ctx).map(SeatSession::runs).orElse(List.of());
        Map<String, Object> model = new HashMap<>();
        Optional<RecordedDialogue> last = runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
        Optional<RecordedDialogue> before = last.flatMap(run -> before(runs, run));
        if (last.isPresent() && before.isPresent()) {
            model.put("before", head(before.get(), words));
            model.put("last", head(last.get(), words));
            List<DialogueDiff> rows = DialogueDiff.of(lines(before.get(), words), lines(last.get(), words));
            model.put("rows", rows);
            model.put("same", rows.stream().allMatch(DialogueDiff::same));
        }
        model.put("frame", new PageChrome(words.language(), SLUG, "", "runs.title"));
        ctx.render("runs", model);
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
