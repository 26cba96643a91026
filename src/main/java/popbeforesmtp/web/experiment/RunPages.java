package popbeforesmtp.web.experiment;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.dialogue.Redaction;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.journal.Progress;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.run.Run;
import popbeforesmtp.sandbox.run.RunId;
import popbeforesmtp.sandbox.run.Runs;
import popbeforesmtp.sandbox.world.Answer;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.bench.PressLabels;
import popbeforesmtp.web.bench.SandboxModel;
import popbeforesmtp.web.http.Form;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.Notice;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.Section;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.PageState;
import popbeforesmtp.web.world.PageStates;
import popbeforesmtp.web.world.Visitors.Visitor;
import popbeforesmtp.web.world.WorldAccess;

/** Runs: one by its short link, stepped through line by line and gone on from; and those that a learner has kept. */
public final class RunPages {

    /** Where one's own runs are, and where one is kept. */
    public static final String MINE = "/runs";

    /** Where a run is. */
    public static final String SLUG = "/run/";

    private final Runs runs;
    private final Library library;
    private final WorldAccess reception;
    private final PageStates standings;
    private final Views views;
    private final ErrorPages errors;
    private final Optional<String> origin;

    public RunPages(
            Runs runs,
            Library library,
            WorldAccess reception,
            PageStates standings,
            Views views,
            ErrorPages errors,
            Optional<String> origin) {
        this.runs = runs;
        this.library = library;
        this.reception = reception;
        this.standings = standings;
        this.views = views;
        this.errors = errors;
        this.origin = origin;
    }

    /** Keeps what the learner has pressed, and leads to its link. */
    public void keep(Context ctx) {
        Optional<Visitor> visitor = reception.visitor(ctx);
        if (visitor.isEmpty()) {
            lead(ctx, MINE + "?told=" + Notice.COOKIES.id());
        } else if (!reception.lets(visitor.get())) {
            errors.tell(ctx, 429, "toofast");
        } else if (!reception.letsMake(ctx)) {
            errors.tell(ctx, 429, "manyworlds");
        } else {
            lead(ctx, kept(ctx, visitor.get()).map(id -> SLUG + id.text()).orElse(MINE + "?told=norun"));
        }
    }

    private Optional<RunId> kept(Context ctx, Visitor visitor) {
        try {
            Optional<SeatSession> world = standings.world(ctx);
            Optional<RunId> id = world.flatMap(seat -> runs.keep(visitor.key(), seat.id(), reception.share(ctx)));
            id.ifPresent(run -> note(world.orElseThrow(), run));
            return id;
        } catch (JournalStore.Unavailable e) {
            return Optional.empty();
        }
    }

    private void note(SeatSession world, RunId id) {
        List<MyRuns.Kept> before = new MyRuns(world.progress()).all();
        WorldView view = world.view();
        Progress now = world.progress(
                progress -> new MyRuns(progress).with(id, RunModel.ended(view)).progress());
        List<MyRuns.Kept> after = new MyRuns(now).all();
        before.stream().filter(kept -> !after.contains(kept)).forEach(gone -> runs.forget(gone.id()));
    }

    /** Shows the learner's own runs. */
    public void mine(Context ctx) {
        Localizer words = views.wording(ctx);
        Optional<SeatSession> world = standings.world(ctx);
        List<Mine> mine = world.map(SeatSession::progress).map(MyRuns::new).map(MyRuns::all).orElse(List.of()).stream()
                .flatMap(kept -> runs.journal(kept.id()).map(journal -> mine(kept, journal, words)).stream())
                .toList();
        String told = Optional.ofNullable(ctx.queryParam("told")).orElse("");
        Map<String, Object> model = new HashMap<>();
        model.put("mine", mine);
        model.put(
                "pressed",
                world.map(SeatSession::journal).filter(it -> it.length() > 1).isPresent());
        model.put(
                "notice",
                told.equals("norun")
                        ? words.html("runs.norun")
                        : Notice.of(told).map(Notice::key).map(words::html).orElse(""));
        model.put("frame", new PageChrome(words.language(), MINE, "", "runs.mine"));
        ctx.render("myruns", model);
    }

    /**
     * One of the learner's runs.
     *
     * @param id its name
     * @param title what was played
     * @param last what was pressed last
     * @param presses how many presses it has
     * @param outcome how its last mail ended, or empty
     */
    record Mine(String id, int number, String title, String last, int presses, String outcome) {}

    private Mine mine(MyRuns.Kept kept, Journal journal, Localizer words) {
        return new Mine(
                kept.id().text(),
                kept.number(),
                words.plain(title(journal.setUp(), words)),
                PressLabels.words(journal.entries().get(journal.length() - 1).press(), words),
                journal.length() - 1,
                kept.ended().map(outcome -> outcome.kebab()).orElse(""));
    }

    /** The key of what a run plays: a case, or just trying. */
    private static String title(SetUp setUp, Localizer words) {
        String key = "case." + setUp.id() + ".title";
        return words.has(key) ? key : "try.title";
    }

    /** Shows a run. */
    public void show(Context ctx) {
        ctx.header("X-Robots-Tag", "noindex");
        Optional<RunId> id = RunId.parse(ctx.pathParam("id"));
        if (id.isPresent() && !runs.isPlayed(id.get()) && !reception.letsMake(ctx)) {
            errors.tell(ctx, 429, "manyworlds");
            return;
        }
        Optional<Run> run = id.flatMap(runs::find);
        if (run.isEmpty()) {
            errors.tell(ctx, 404, "norun");
            return;
        }
        Localizer words = views.wording(ctx);
        int at = number(ctx, "at");
        RunModel model = RunModel.of(id.get(), run.get(), at, number(ctx, "line"), words);
        show(ctx, model, words);
    }

    private void show(Context ctx, RunModel run, Localizer words) {
        String slug = SLUG + run.id().text();
        boolean closed = isClosed(run.run().journal().setUp());
        WorldView view = closed ? Redaction.of(run.view()) : run.view();
        Map<String, Object> model = new HashMap<>();
        model.put("run", run);
        model.put("closed", closed);
        model.put("title", words.html(title(view.setUp(), words)));
        model.put("bench", SandboxModel.of(PageState.showing(slug, view), words));
        model.put("link", origin.orElse(ctx.scheme() + "://" + ctx.host()) + views.link(words.language(), slug));
        model.put(
                "step",
                standings.world(ctx).map(SeatSession::view).map(WorldView::step).orElse(WorldView.UNMADE));
        model.put(
                "notice",
                Optional.ofNullable(ctx.queryParam("told"))
                        .flatMap(Notice::of)
                        .map(Notice::key)
                        .map(words::html)
                        .orElse(""));
        model.put("frame", new PageChrome(words.language(), slug, run.spot().query(), "run.title"));
        ctx.render("run", model);
    }

    /** Without a number it is the end. */
    private static int number(Context ctx, String name) {
        String value = Optional.ofNullable(ctx.queryParam(name)).orElse("");
        return value.matches("\\d{1,6}") ? Integer.parseInt(value) : Integer.MAX_VALUE;
    }

    /** Whether a set-up is that of a closed box, of which nobody may be told the cause. */
    private boolean isClosed(SetUp setUp) {
        return library.in("ja").lessons().stream()
                .flatMap(lesson -> lesson.puzzle().stream())
                .flatMap(puzzle -> puzzle.boxes().stream())
                .anyMatch(box -> box.trial().setUp().id().equals(setUp.id()));
    }

    /** Goes on from a place of a run, in the world of whoever asks. */
    public void goOn(Context ctx) {
        Form form = Form.of(ctx);
        Optional<RunId> id = RunId.parse(ctx.pathParam("id"));
        Optional<Run> run = id.flatMap(runs::find);
        String spot = form.value("at") + "." + form.value("line");
        if (run.isEmpty() || isClosed(run.get().journal().setUp()) || !spot.matches("\\d{1,6}\\.\\d{1,6}")) {
            errors.tell(ctx, run.isEmpty() ? 404 : 400, run.isEmpty() ? "norun" : "badform");
            return;
        }
        Optional<Visitor> visitor = reception.visitor(ctx);
        String slug = SLUG + id.orElseThrow().text();
        if (visitor.isEmpty()) {
            lead(ctx, slug + "?told=" + Notice.COOKIES.id());
        } else if (!reception.lets(visitor.get())) {
            errors.tell(ctx, 429, "toofast");
        } else {
            Optional<SeatSession> world = reception.enter(ctx, visitor.get());
            if (world.isEmpty()) {
                errors.tell(ctx, 429, "manyworlds");
                return;
            }
            int at = Math.min(Integer.parseInt(form.value("at")), run.get().presses());
            Journal pressed = run.get().until(at, Integer.parseInt(form.value("line")));
            Answer answer = world.get().goOn(form.value("step"), slug + " " + spot, pressed);
            reception.playedAgain(visitor.get(), answer);
            lead(
                    ctx,
                    Notice.of(answer.kind(), Optional.empty())
                            .map(told -> slug + "?at=" + at + "&line=" + form.value("line") + "&told=" + told.id())
                            .orElse(address(pressed.setUp(), id.get()) + "#result"));
        }
    }

    /** Where a set-up can be played on: a case by the run that plays it, so that nobody is told what the case asks for. */
    private static String address(SetUp setUp, RunId id) {
        return setUp.equals(SetUp.FREE) ? Section.TRY : Section.TRY + "?run=" + id.text();
    }

    private void lead(Context ctx, String page) {
        ctx.redirect(views.link(Views.language(ctx), page), HttpStatus.SEE_OTHER);
    }
}
