package popbeforesmtp.web;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.lesson.Unexplained;
import popbeforesmtp.sandbox.Run;
import popbeforesmtp.sandbox.World;

/** The learner's last dialogue beside an earlier one of the same button, line by line. Nothing is explained here. */
final class RunsPages {

    static final String SLUG = "/compare-runs";

    private final Views views;
    private final Standings standings;

    RunsPages(Views views, Standings standings) {
        this.views = views;
        this.standings = standings;
    }

    void show(Context ctx) {
        Wording words = views.wording(ctx);
        List<Run> runs = standings.world(ctx).map(World::runs).orElse(List.of());
        Map<String, Object> model = new HashMap<>();
        Optional<Run> last = runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
        Optional<Run> before = last.flatMap(run -> before(runs, run));
        if (last.isPresent() && before.isPresent()) {
            model.put("before", head(before.get(), words));
            model.put("last", head(last.get(), words));
            List<Beside> rows = Beside.of(lines(before.get(), words), lines(last.get(), words));
            model.put("rows", rows);
            model.put("same", rows.stream().allMatch(Beside::same));
        }
        model.put("frame", new Frame(words.language(), SLUG, "", "runs.title"));
        ctx.render("runs", model);
    }

    /** The latest earlier dialogue that came from the same kind of button. */
    private static Optional<Run> before(List<Run> runs, Run last) {
        return runs.subList(0, runs.size() - 1).stream()
                .filter(run -> run.press().getClass() == last.press().getClass())
                .reduce((earlier, later) -> later);
    }

    private static String head(Run run, Wording words) {
        return words.plain(run.press().perform(new ButtonWords())) + " " + words.number(run.number()) + " "
                + words.full(run.at());
    }

    private static List<TalkLine> lines(Run run, Wording words) {
        return TalkLine.unfolded(Unexplained.talk(run.talk()), words);
    }
}
