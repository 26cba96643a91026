package popbeforesmtp.web.classroom;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import popbeforesmtp.classroom.ClassState;
import popbeforesmtp.classroom.Classroom;
import popbeforesmtp.classroom.Classrooms;
import popbeforesmtp.classroom.Seat;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.web.http.Cookies;
import popbeforesmtp.web.http.SiteOptions;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.Settings;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.Visitors;

/**
 * Who sits where, by a cookie of the browser: looked at before every page. A browser whose class has ended, or whose seat
 * another one has taken over, is told so once and starts blank.
 */
final class Attendance {

    private static final String COOKIE = "seat";
    private static final Pattern FORM = Pattern.compile("([0-9]{6})\\.([0-9]{1,2})\\.([A-Za-z0-9_-]{22})");
    private static final String SEATED = "who sits there";

    /** What a press changes, so that it waits while the teacher talks. */
    private static final Pattern PRESSES = Pattern.compile("(/en)?/(try(/.*)?|learn|state|class)");

    private final Classrooms classrooms;
    private final Visitors visitors;
    private final Views views;
    private final ErrorPages errors;
    private final Cookies cookies;

    Attendance(Classrooms classrooms, Visitors visitors, Views views, ErrorPages errors, SiteOptions options) {
        this.classrooms = classrooms;
        this.visitors = visitors;
        this.views = views;
        this.errors = errors;
        this.cookies = new Cookies(options);
    }

    /** Somebody who has a seat. */
    record Seated(Classroom classroom, Seat seat) {}

    /**
     * What the head of every page of a learner in a class shows.
     *
     * @param number the seat
     * @param calls whether it calls the teacher
     * @param held whether the teacher has asked for attention
     */
    public record SeatBar(int number, boolean calls, boolean held) {}

    /** Who asks, if it is somebody with a seat. */
    Optional<Seated> of(Context ctx) {
        return Optional.ofNullable(ctx.attribute(SEATED));
    }

    /** To be asked before every page. */
    void note(Context ctx) {
        String cookie = ctx.cookie(COOKIE);
        if (cookie == null || cookie.isEmpty() || ctx.path().contains("/static/")) {
            return;
        }
        Matcher form = FORM.matcher(cookie);
        Optional<Classroom> classroom = form.matches() ? classrooms.find(form.group(1)) : Optional.empty();
        if (classroom.isEmpty()) {
            tellAndForget(ctx, "ended");
            return;
        }
        int number = Integer.parseInt(form.group(2));
        Optional<Seat> seat = classroom.get().seat(number, form.group(3));
        if (seat.isEmpty()) {
            boolean freed = !classroom.get().state().seating().seat(number).isTaken();
            tellAndForget(ctx, freed ? "freed" : "taken");
            return;
        }
        seat(ctx, new Seated(classroom.get(), seat.get()));
    }

    private void seat(Context ctx, Seated seated) {
        ClassState.Manner manner = seated.classroom().state().manner();
        ctx.attribute(SEATED, seated);
        ctx.attribute(
                "seated",
                new SeatBar(seated.seat().number(), seated.seat().call().isPresent(), manner.held()));
        Settings.usually(ctx, manner.size(), manner.furigana());
        if (manner.held() && isPress(ctx)) {
            errors.tell(ctx, 409, "held");
            ctx.skipRemainingHandlers();
        }
    }

    private static boolean isPress(Context ctx) {
        String path = ctx.path().substring(ctx.contextPath().length());
        boolean isPress =
                ctx.method().equals(HandlerType.POST) && PRESSES.matcher(path).matches();
        return isPress && !path.endsWith("/class");
    }

    private void tellAndForget(Context ctx, String told) {
        cookies.remove(ctx, COOKIE);
        visitors.forget(ctx);
        String address = views.link(Views.language(ctx), "/join") + "?told=" + told;
        if (ErrorPages.isFragmentWanted(ctx)) {
            ctx.header("HX-Redirect", address);
        } else if (ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.POST)) {
            ctx.redirect(address, HttpStatus.SEE_OTHER);
        }
        ctx.skipRemainingHandlers();
    }

    /** Gives a browser a seat: from now on its worlds are those of the seat, and its pages look as the teacher wants. */
    void welcome(Context ctx, Classroom classroom, int number, String token) {
        cookies.give(ctx, COOKIE, classroom.code() + "." + number + "." + token, 1);
        visitors.become(ctx, classroom.worldKey(number));
        Settings.forget(ctx, cookies);
    }

    /** Hears what presses in learners' own worlds have led to. */
    void pressed(Context ctx, Result led) {
        of(ctx).ifPresent(seated -> seated.classroom().pressed(seated.seat().number(), led));
    }
}
