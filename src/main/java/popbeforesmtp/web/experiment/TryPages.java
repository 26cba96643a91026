package popbeforesmtp.web.experiment;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.experiment.Cases;
import popbeforesmtp.lesson.experiment.NextExperiment;
import popbeforesmtp.lesson.experiment.Route;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.run.RunId;
import popbeforesmtp.sandbox.run.Runs;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.bench.BenchParts;
import popbeforesmtp.web.bench.ConsoleModel;
import popbeforesmtp.web.bench.Part;
import popbeforesmtp.web.bench.Parts;
import popbeforesmtp.web.bench.SandboxModel;
import popbeforesmtp.web.bench.StepList;
import popbeforesmtp.web.bench.Surroundings;
import popbeforesmtp.web.http.Form;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.Section;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.PageState;
import popbeforesmtp.web.world.PageStates;
import popbeforesmtp.web.world.WorldPage;

/** The main screen: the learner's world, or how the wanted one will start. */
public final class TryPages implements WorldPage {

    private static final Parts PARTS = new Parts("try", BenchParts.MAP)
            .and(BenchParts.THOUGHT)
            .and(BenchParts.HAND)
            .and(List.of(
                    Part.ofWorld("try", "#title", WorldView::setUp),
                    Part.ofWorld(
                            "try",
                            "#task",
                            view -> List.of(view.setUp(), view.deeds().isEmpty())),
                    BenchParts.AROUND,
                    BenchParts.CLOCK,
                    BenchParts.carried("#at-clock"),
                    BenchParts.carried("#at-press"),
                    BenchParts.BOTH,
                    BenchParts.carried("#at-undo"),
                    BenchParts.OPTIONS,
                    BenchParts.DIFFERENCE,
                    BenchParts.PLACES,
                    BenchParts.WHERE,
                    BenchParts.carried("#at-phone"),
                    BenchParts.KEEPER,
                    BenchParts.carried("#at-keeper"),
                    BenchParts.TALK,
                    BenchParts.MAILS,
                    Part.ofWorld("try", "#scene-link", WorldView::moment)));

    /** The main screen with the set-up of a run. */
    private static final String RUN = Section.TRY + "?run=";

    private final Cases cases;
    private final Runs runs;
    private final Parts parts;
    private final Views views;
    private final PageStates standings;
    private final ErrorPages errors;
    private final StateLinkPages scenes;

    public TryPages(
            Cases cases, Runs runs, Views views, PageStates standings, ErrorPages errors, StateLinkPages scenes) {
        this.cases = cases;
        this.runs = runs;
        this.parts = PARTS.and(List.of(StepList.part(this::route), Part.ofWorld("try", "#onward", this::onward)));
        this.views = views;
        this.standings = standings;
        this.errors = errors;
        this.scenes = scenes;
    }

    public void show(Context ctx) {
        String state = ctx.queryParam("state");
        if (state != null) {
            scenes.show(ctx, state);
            return;
        }
        String run = ctx.queryParam("run");
        if (run != null) {
            Optional<SetUp> played = played(run);
            played.ifPresentOrElse(
                    setUp -> show(ctx, standings.of(ctx, RUN + run, setUp), false),
                    () -> errors.tell(ctx, 404, "norun"));
            return;
        }
        String id = ctx.queryParam("case");
        Optional<SetUp> wanted = cases.setUp(id);
        if (wanted.isEmpty()) {
            errors.tell(ctx, 404, "nocase");
            return;
        }
        String plain = id == null || id.isEmpty() ? Section.TRY : Section.TRY + "?case=" + id;
        String only = ctx.queryParam("only");
        String from = only == null || !only.matches("[a-z,]{0,100}")
                ? plain
                : plain + (plain.equals(Section.TRY) ? "?" : "&") + "only=" + only;
        show(ctx, standings.of(ctx, from, wanted.get()), false);
    }

    /** The set-up that a run plays. */
    private Optional<SetUp> played(String run) {
        return RunId.parse(run).flatMap(runs::journal).map(Journal::setUp);
    }

    @Override
    public Optional<SetUp> wanted(String from, Cases all, Form form) {
        return from.startsWith(RUN) ? played(from.substring(RUN.length())) : WorldPage.super.wanted(from, all, form);
    }

    @Override
    public boolean showsEveryCase() {
        return true;
    }

    @Override
    public void show(Context ctx, PageState standing, boolean part) {
        Localizer words = views.wording(ctx);
        SandboxModel bench = SandboxModel.of(standing, words);
        Map<String, Object> model = new HashMap<>();
        model.put("bench", bench);
        model.put("around", Surroundings.of(standing.shown()));
        route(standing).ifPresent(route -> model.put("steps", StepList.of(route, standing.shown(), words)));
        model.put("prompt", ConsoleModel.of(standing.shown()));
        model.put("scene", scenes.address(ctx, standing).orElse(""));
        onward(standing.shown()).ifPresent(next -> model.put("onward", next));
        Parts shown = parts;
        if (ShownControls.isRestricted(standing.from())) {
            ShownControls controls = ShownControls.of(standing.from());
            model.put("controls", controls);
            shown = controls.of(parts);
        }
        model.put("parts", part ? "" : shown.ids());
        model.put("frame", new PageChrome(words.language(), Section.TRY, standing.query(), bench.titleKey()));
        ctx.render(part ? shown.changed(standing) : "try", model);
    }

    /** What the case that is shown asks for, if it is one; who goes on from a run does what she likes. */
    private Optional<Route> route(PageState standing) {
        WorldView shown = standing.shown();
        return cases.find(shown.setUp().id())
                .filter(played ->
                        played.setUp().equals(shown.setUp()) && !standing.from().startsWith(RUN))
                .map(Case::route);
    }

    /** What to try next, after what was seen. */
    private Optional<NextExperiment> onward(WorldView view) {
        String id = view.setUp().id();
        int steps = cases.find(id).map(played -> played.steps().size()).orElse(0);
        return NextExperiment.after(id, steps, view.deeds());
    }
}
