package popbeforesmtp.web.classroom;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.classroom.ClassState;
import popbeforesmtp.classroom.Classroom;
import popbeforesmtp.classroom.Classrooms;
import popbeforesmtp.classroom.Experiment;
import popbeforesmtp.classroom.Question;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.web.bench.SandboxModel;
import popbeforesmtp.web.http.ClientAddress;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.PageState;

/** The projector's page: one thing at a time, large, and only totals. Whoever may join may look at it. */
final class ScreenPages {

    static final String SLUG = "/teach/screen";

    /** Where 見せる leads. */
    static final String TALLY = SLUG + "?show=tally";

    /** In the order of the keys. */
    private static final List<String> SHOWS = List.of("entrance", "question", "tally", "line", "list", "why");

    private final Classrooms classrooms;
    private final TeacherAccess access;
    private final Worlds worlds;
    private final TeachPages.Parts parts;
    private final LiveStream live;

    ScreenPages(Classrooms classrooms, TeacherAccess access, Worlds worlds, TeachPages.Parts parts, LiveStream live) {
        this.classrooms = classrooms;
        this.access = access;
        this.worlds = worlds;
        this.parts = parts;
        this.live = live;
    }

    private Optional<Classroom> looked(Context ctx) {
        ClientAddress peer = parts.visitors().peer(ctx);
        return access.of(ctx).or(() -> {
            List<Classroom> near = classrooms.near(peer.share(), peer.isPrivate());
            String code = JoinPages.digits(ctx.queryParam("code"));
            return near.stream()
                    .filter(each -> near.size() == 1 || each.code().equals(code))
                    .findFirst();
        });
    }

    void show(Context ctx) {
        Optional<Classroom> classroom = looked(ctx);
        if (classroom.isEmpty()) {
            ctx.redirect(parts.views().link(Views.language(ctx), JoinPages.SLUG), HttpStatus.SEE_OTHER);
        } else {
            ctx.render("screen", model(ctx, classroom.get()));
        }
    }

    void stream(Context ctx) throws Exception {
        Optional<Classroom> classroom = looked(ctx);
        if (classroom.isEmpty()) {
            ctx.status(HttpStatus.NOT_FOUND);
        } else {
            Classroom watched = classroom.get();
            live.stream(
                    ctx,
                    new LiveStream.Watched(
                            watched, () -> parts.views().render("screen :: live", model(ctx, watched), ctx)));
        }
    }

    private Map<String, Object> model(Context ctx, Classroom classroom) {
        ClassState state = classroom.state();
        Localizer words = parts.views().wording(ctx);
        String show = shown(ctx, state);
        String address = parts.addresses().first(ctx);
        Map<String, Object> model = new HashMap<>();
        model.put("show", show);
        model.put("shows", SHOWS);
        model.put("before", SHOWS.get(Math.max(0, SHOWS.indexOf(show) - 1)));
        model.put("after", SHOWS.get(Math.min(SHOWS.size() - 1, SHOWS.indexOf(show) + 1)));
        model.put("teaches", access.of(ctx).filter(classroom::equals).isPresent());
        model.put("code", classroom.code());
        model.put("address", address + JoinPages.SLUG);
        model.put("qr", Qr.of(address + JoinPages.SLUG + "?code=" + classroom.code()));
        model.put("state", state);
        model.put(
                "point", state.course().page().isEmpty() ? state.course().here().id() : "");
        model.put("board", BoardModel.of(state, state.used()));
        Experiment experiment = new Experiment(classroom, worlds);
        experiment
                .view(SeatId.DESK)
                .ifPresent(desk -> model.put("bench", SandboxModel.of(PageState.showing(SLUG, desk), words)));
        model.put("lines", DecidingLine.of(seats(state, experiment)));
        model.put("still", ctx.queryParam("still") != null);
        model.put("refresh", ctx.queryParam("still") == null);
        model.put("frame", new PageChrome(words.language(), SLUG, "?show=" + show, "screen.title"));
        return model;
    }

    private static List<WorldView> seats(ClassState state, Experiment experiment) {
        return state.seating().taken().stream()
                .flatMap(seat -> experiment.view(new SeatId(seat.number())).stream())
                .toList();
    }

    private static String shown(Context ctx, ClassState state) {
        String asked = ctx.queryParam("show");
        if (asked != null && SHOWS.contains(asked)) {
            return asked;
        }
        if (state.seating().taken().isEmpty()) {
            return SHOWS.get(0);
        }
        return state.course()
                .question()
                .map(Question::shown)
                .map(shown -> shown ? "tally" : "question")
                .orElse("entrance");
    }
}
