package popbeforesmtp.web.classroom;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.InstantSource;
import popbeforesmtp.classroom.Classrooms;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.web.http.LastResort;
import popbeforesmtp.web.http.LearnersAddress;
import popbeforesmtp.web.http.SiteOptions;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.Language;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.Visitors;

/** All addresses of a class, and what is done before every page because somebody may sit in one. */
public final class ClassroomPages implements AutoCloseable {

    private static final String SHORT = "/[0-9]{1,2}";
    private static final String CODE = "/[0-9]{6}";

    private final Attendance attendance;
    private final TeachPages.Parts parts;
    private final TeacherAccess access;
    private final JoinPages join;
    private final ClassPages learners;
    private final TeachPages teach;
    private final BoardPages board;
    private final ScreenPages screen;
    private final SummaryPages summary;
    private final LiveStream live;

    /**
     * What the pages of a class stand on.
     *
     * @param clock true time
     */
    public record Ground(Classrooms classrooms, Worlds worlds, Library library, InstantSource clock) {}

    /** What they share with all other pages. */
    public record Shared(Views views, ErrorPages errors, Visitors visitors, LastResort lastResort) {}

    /** @param addresses what learners type */
    public ClassroomPages(Ground ground, Shared shared, LearnersAddress addresses, SiteOptions options) {
        this.parts =
                new TeachPages.Parts(shared.views(), shared.errors(), shared.visitors(), addresses, options.nanos());
        Classrooms classrooms = ground.classrooms();
        Worlds worlds = ground.worlds();
        this.attendance = new Attendance(classrooms, shared.visitors(), shared.views(), shared.errors(), options);
        this.access = new TeacherAccess(classrooms, shared.visitors(), options);
        this.live = new LiveStream(shared.lastResort());
        this.join = new JoinPages(classrooms, attendance, shared.visitors(), shared.views(), options.nanos());
        this.learners = new ClassPages(attendance, join, worlds, shared.views(), shared.errors(), ground.clock());
        this.teach = new TeachPages(
                classrooms, access, new LinkMaker(ground.library().cases()), parts);
        this.board = new BoardPages(classrooms, access, worlds, parts, live, ground.clock());
        this.screen = new ScreenPages(classrooms, access, worlds, parts, live);
        this.summary = new SummaryPages(classrooms, access, worlds, ground.library(), parts);
    }

    /** To be done before every page. */
    public void note(Context ctx) {
        if (ctx.method().equals(HandlerType.GET) && isMeant(ctx)) {
            ctx.skipRemainingHandlers();
            return;
        }
        parts.addresses().note(ctx, parts.visitors().peer(ctx));
        attendance.note(ctx);
        if (ctx.path().contains("/print/")) {
            attendance
                    .of(ctx)
                    .map(Attendance.Seated::classroom)
                    .or(() -> access.of(ctx))
                    .ifPresent(classroom -> ctx.attribute("classCode", classroom.code()));
        }
    }

    /** Hears what presses in learners' own worlds have led to. */
    public void pressed(Context ctx, Result led) {
        attendance.pressed(ctx, led);
    }

    public void routes(RoutesConfig routes, Language language) {
        page(routes, language, TeachPages.SLUG, teach::show, teach::act);
        page(routes, language, BoardPages.SLUG, board::show, board::act);
        page(routes, language, SummaryPages.SLUG, summary::show, summary::end);
        page(routes, language, JoinPages.SLUG, join::show, join::join);
        page(routes, language, ClassPages.SLUG, learners::show, learners::act);
        routes.get(language.path(ScreenPages.SLUG), screen::show);
        routes.get(language.path(BoardPages.SLUG + "/stream"), board::stream);
        routes.get(language.path(ScreenPages.SLUG + "/stream"), screen::stream);
    }

    private static void page(RoutesConfig routes, Language language, String slug, Handler shows, Handler takes) {
        routes.get(language.path(slug), shows);
        routes.head(language.path(slug), shows);
        routes.post(language.path(slug), takes);
    }

    /**
     * Leads from an address with full-width signs, {@code /ｊｏｉｎ}, and from a bare number, {@code /７} or {@code /１２３４５６},
     * to what is meant.
     *
     * @return whether it led somewhere
     */
    private boolean isMeant(Context ctx) {
        String path = URLDecoder.decode(
                ctx.path().substring(ctx.contextPath().length()).replace("+", "%2B"), StandardCharsets.UTF_8);
        String meant = Normalizer.normalize(path, Normalizer.Form.NFKC);
        Language language = Language.of(meant);
        String slug = language == Language.JA
                ? meant
                : meant.substring(language.code().length() + 1);
        String to = slug.matches(SHORT)
                ? JoinPages.SLUG + "#seat-" + slug.substring(1)
                : slug.matches(CODE) ? JoinPages.SLUG + "?code=" + slug.substring(1) : slug;
        if (to.equals(path) || (meant.equals(path) && to.equals(slug)) || !to.matches("/[A-Za-z0-9/._=?#-]*")) {
            return false;
        }
        ctx.redirect(parts.views().link(language, to), HttpStatus.SEE_OTHER);
        return true;
    }

    @Override
    public void close() {
        live.close();
    }
}
