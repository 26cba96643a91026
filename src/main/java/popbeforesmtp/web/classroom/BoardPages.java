package popbeforesmtp.web.classroom;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.classroom.ClassState;
import popbeforesmtp.classroom.Classroom;
import popbeforesmtp.classroom.Classrooms;
import popbeforesmtp.classroom.Experiment;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.web.bench.SandboxModel;
import popbeforesmtp.web.http.Form;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.PageState;

/** The teacher's board: where the class is, who is there, who calls; and all that moves it. Helpers may look. */
final class BoardPages {

    static final String SLUG = "/teach/board";

    private final Classrooms classrooms;
    private final TeacherAccess access;
    private final Worlds worlds;
    private final TeachPages.Parts parts;
    private final LiveStream live;
    private final InstantSource clock;

    /** @param clock true time */
    BoardPages(
            Classrooms classrooms,
            TeacherAccess access,
            Worlds worlds,
            TeachPages.Parts parts,
            LiveStream live,
            InstantSource clock) {
        this.classrooms = classrooms;
        this.access = access;
        this.worlds = worlds;
        this.parts = parts;
        this.live = live;
        this.clock = clock;
    }

    /** The class that who asks may look at: as a teacher, or as a helper with the link. */
    private Optional<Classroom> looked(Context ctx) {
        String helper = ctx.queryParam("helper");
        return helper == null ? access.of(ctx) : helped(ctx, helper);
    }

    private Optional<Classroom> helped(Context ctx, String key) {
        return classrooms
                .find(JoinPages.digits(ctx.queryParam("code")))
                .filter(classroom -> classroom.helperKey().equals(key));
    }

    void show(Context ctx) {
        Optional<Classroom> classroom = looked(ctx);
        if (classroom.isEmpty()) {
            redirect(ctx, TeachPages.SLUG);
        } else {
            ctx.render("board", model(ctx, classroom.get()));
        }
    }

    /** The part of the board that moves, whenever it does. */
    void stream(Context ctx) throws Exception {
        Optional<Classroom> classroom = looked(ctx);
        if (classroom.isEmpty()) {
            ctx.status(HttpStatus.NOT_FOUND);
        } else {
            Classroom watched = classroom.get();
            live.stream(
                    ctx,
                    new LiveStream.Watched(
                            watched, () -> parts.views().render("board :: live", model(ctx, watched), ctx)));
        }
    }

    private Map<String, Object> model(Context ctx, Classroom classroom) {
        ClassState state = classroom.state();
        Localizer words = parts.views().wording(ctx);
        Experiment experiment = new Experiment(classroom, worlds);
        Map<String, Object> model = new HashMap<>();
        boolean helps = ctx.queryParam("helper") != null;
        String query = helps ? "?code=" + classroom.code() + "&helper=" + classroom.helperKey() : "";
        model.put("helps", helps);
        model.put("query", query);
        model.put("helperLink", "?code=" + classroom.code() + "&helper=" + classroom.helperKey());
        model.put("code", classroom.code());
        model.put("here", here(state));
        model.put("page", state.course().here().start());
        model.put("board", BoardModel.of(state, clock.instant()));
        model.put("state", state);
        model.put("plan", PointModel.plan(state.course()));
        model.put("step", experiment.step());
        experiment.view(SeatId.DESK).ifPresent(desk -> model.put("bench", bench(desk, words)));
        seat(ctx, state).ifPresent(number -> {
            model.put("chosen", number);
            latest(classroom, experiment, number).ifPresent(view -> model.put("latest", bench(view, words)));
        });
        model.put("still", ctx.queryParam("still") != null);
        model.put("refresh", ctx.queryParam("still") == null);
        model.put("frame", new PageChrome(words.language(), SLUG, query, "board.title"));
        return model;
    }

    private static String here(ClassState state) {
        return state.course().page().isEmpty() ? "plan." + state.course().here().id() : "";
    }

    private static Optional<Integer> seat(Context ctx, ClassState state) {
        String typed = JoinPages.digits(ctx.queryParam("seat"));
        return Optional.of(typed)
                .filter(digits -> digits.matches("[0-9]{1,2}"))
                .map(Integer::valueOf)
                .filter(state.seating()::has);
    }

    /** What a seat has seen last: in the round, else in its own world. */
    private Optional<WorldView> latest(Classroom classroom, Experiment experiment, int seat) {
        return experiment
                .view(new SeatId(seat))
                .filter(view -> view.result().isPresent())
                .or(() -> worlds.find(classroom.worldKey(seat))
                        .map(world -> world.seat(SeatId.FIRST).view()));
    }

    private static SandboxModel bench(WorldView view, Localizer words) {
        return SandboxModel.of(PageState.showing(SLUG, view), words);
    }

    /** Takes whatever the teacher presses on the board or beside the projector's page. */
    void act(Context ctx) {
        Optional<Classroom> classroom = access.of(ctx);
        if (classroom.isEmpty()) {
            parts.errors().tell(ctx, 403, "notteacher");
            return;
        }
        Form form = Form.of(ctx);
        String from = form.value("from").matches("/teach/screen(\\?show=[a-z]{1,10})?") ? form.value("from") : SLUG;
        BoardActs acts = new BoardActs(classrooms, classroom.get(), new Experiment(classroom.get(), worlds));
        if (acts.act(form)) {
            boolean shows = form.value("act").equals("show") && from.startsWith(ScreenPages.SLUG);
            redirect(ctx, shows ? ScreenPages.TALLY : from + (form.value("seat").isEmpty() ? "" : "#seats"));
        } else {
            parts.errors().tell(ctx, 400, "badform");
        }
    }

    private void redirect(Context ctx, String slug) {
        ctx.redirect(parts.views().link(Views.language(ctx), slug), HttpStatus.SEE_OTHER);
    }
}
