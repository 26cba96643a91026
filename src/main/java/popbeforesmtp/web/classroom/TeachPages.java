package popbeforesmtp.web.classroom;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import popbeforesmtp.classroom.Classroom;
import popbeforesmtp.classroom.Classrooms;
import popbeforesmtp.web.http.ClientAddress;
import popbeforesmtp.web.http.Form;
import popbeforesmtp.web.http.LearnersAddress;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.Settings;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.Visitors;

/** Where a teacher opens a class, goes on with one, and finds what to write on the whiteboard. */
final class TeachPages {

    static final String SLUG = "/teach";

    /** What a teacher is told who has ended the class. */
    static final String ENDED = "ended";

    /** A page of this site, as a learner may be sent there. */
    private static final Pattern PAGE =
            Pattern.compile("/(?!/|en/|teach|join)[A-Za-z0-9/._-]{0,100}(\\?[A-Za-z0-9=&._,-]{0,200})?");

    private static final Pattern PORT = Pattern.compile("(?<!/):\\d+(?=/|$)");

    private static final int WRONG = 5;
    private static final int PAUSE_MINUTES = 10;

    private final Classrooms classrooms;
    private final TeacherAccess access;
    private final Visitors visitors;
    private final LearnersAddress addresses;
    private final LinkMaker links;
    private final Views views;
    private final ErrorPages errors;
    private final Attempts attempts;

    /** What the pages of a class need of the site. */
    record Parts(Views views, ErrorPages errors, Visitors visitors, LearnersAddress addresses, LongSupplier nanos) {}

    TeachPages(Classrooms classrooms, TeacherAccess access, LinkMaker links, Parts parts) {
        this.classrooms = classrooms;
        this.access = access;
        this.links = links;
        this.visitors = parts.visitors();
        this.addresses = parts.addresses();
        this.views = parts.views();
        this.errors = parts.errors();
        this.attempts = new Attempts(WRONG, PAUSE_MINUTES, parts.nanos());
    }

    void show(Context ctx) {
        render(ctx, ENDED.equals(ctx.queryParam("told")) ? ENDED : "");
    }

    private void render(Context ctx, String told) {
        Optional<Classroom> classroom = access.of(ctx);
        Map<String, Object> model = new HashMap<>();
        String address = addresses.first(ctx);
        List<LearnersAddress.Way> all = addresses.all(ctx);
        model.put("told", told);
        model.put("address", address);
        model.put("hosts", all);
        model.put("port", all.isEmpty() ? "" : port(address));
        model.put(
                "reached",
                all.stream()
                        .map(LearnersAddress.Way::url)
                        .filter(addresses::isReached)
                        .toList());
        model.put("asked", ctx.queryParam("check") != null);
        model.put("open", classroom.isPresent());
        classroom.ifPresent(open -> {
            model.put("code", open.code());
            model.put("qr", Qr.of(address + JoinPages.SLUG + "?code=" + open.code()));
            model.put("state", open.state());
            model.put("letters", ctx.req().getMethod().equals("GET") ? access.letters(ctx, open) : "");
        });
        model.put(
                "plan",
                PointModel.plan(classroom.map(open -> open.state().course()).orElse(null)));
        model.put("cases", links.cases());
        model.put("controls", LinkMaker.CONTROLS);
        model.put("usual", LinkMaker.USUAL);
        model.put("link", links.link(ctx).orElse(""));
        model.put("sizes", Settings.VALUES.get("size"));
        model.put("furiganas", Settings.VALUES.get("furigana"));
        model.put("frame", new PageChrome(Views.language(ctx), SLUG, "", "teach.title"));
        ctx.render("teach", model);
    }

    /** The port as it must be typed, with its colon; empty if it need not be. */
    private static String port(String address) {
        Matcher typed = PORT.matcher(address);
        return typed.find() ? typed.group() : "";
    }

    void act(Context ctx) {
        Form form = Form.of(ctx);
        switch (form.value("act")) {
            case "open" -> open(ctx);
            case "take-over" -> takeOver(ctx, form);
            default ->
                access.of(ctx)
                        .ifPresentOrElse(
                                classroom -> change(ctx, classroom, form), () -> errors.tell(ctx, 403, "notteacher"));
        }
    }

    private void open(Context ctx) {
        ClientAddress peer = visitors.peer(ctx);
        Classrooms.Opened opened = classrooms.open(peer.share(), peer.isPrivate());
        if (opened.classroom().isEmpty()) {
            String full = opened.full().orElseThrow().name().toLowerCase(Locale.ROOT);
            ctx.status(HttpStatus.TOO_MANY_REQUESTS);
            render(ctx, "full." + full);
            return;
        }
        Classroom classroom = opened.classroom().get();
        access.give(ctx, classroom, opened.cookie());
        access.giveLetters(ctx, classroom, opened.letters());
        ctx.redirect(views.link(Views.language(ctx), SLUG), HttpStatus.SEE_OTHER);
    }

    /** The class goes on at another device. */
    private void takeOver(Context ctx, Form form) {
        String code = JoinPages.digits(form.value("code"));
        String key = form.value("letters").replaceAll("[^A-Za-z]", "");
        String guesser = code + " " + visitors.peer(ctx).share();
        if (!attempts.lets(guesser)) {
            ctx.status(HttpStatus.TOO_MANY_REQUESTS);
            render(ctx, "paused");
            return;
        }
        Optional<Classroom> classroom = classrooms.find(code);
        Optional<String> cookie = classroom.flatMap(found -> found.takeOver(key));
        if (cookie.isEmpty()) {
            attempts.wrong(guesser);
            render(ctx, "wrong");
            return;
        }
        access.give(ctx, classroom.orElseThrow(), cookie.get());
        ctx.redirect(views.link(Views.language(ctx), BoardPages.SLUG), HttpStatus.SEE_OTHER);
    }

    private void change(Context ctx, Classroom classroom, Form form) {
        switch (form.value("act")) {
            case "look" -> {
                String size = form.value("size");
                String furigana = form.value("furigana");
                if (Settings.known("size", size).isEmpty()
                        || Settings.known("furigana", furigana).isEmpty()) {
                    errors.tell(ctx, 400, "badform");
                    return;
                }
                classroom.look(size, furigana);
            }
            case "page" -> {
                String page = form.value("page");
                if (!PAGE.matcher(page).matches()) {
                    render(ctx, "badpage");
                    return;
                }
                classroom.moveTo(page);
            }
            case "remote" -> classroom.admitRemote(form.value("remote").equals("yes"));
            default -> {
                errors.tell(ctx, 400, "badform");
                return;
            }
        }
        ctx.redirect(views.link(Views.language(ctx), SLUG), HttpStatus.SEE_OTHER);
    }
}
