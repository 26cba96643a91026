package popbeforesmtp.web.classroom;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.classroom.Classroom;
import popbeforesmtp.classroom.Classrooms;
import popbeforesmtp.web.http.ClientAddress;
import popbeforesmtp.web.http.Form;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.Visitors;

/**
 * Where learners take a seat: a number on a keypad, nothing else. In the teacher's network no code is needed while one class is
 * open; from elsewhere six digits are, and only while the teacher lets those in.
 */
final class JoinPages {

    static final String SLUG = "/join";

    private static final Set<String> TOLD =
            Set.of("ended", "taken", "freed", "full", "closed", "wrong", "paused", "noseat");
    private static final int WRONG_AN_ADDRESS = 5;
    private static final int WRONG_IN_ALL = 60;
    private static final String ALL = "all";

    private final Classrooms classrooms;
    private final Attendance attendance;
    private final Visitors visitors;
    private final Views views;
    private final Attempts addresses;
    private final Attempts all;

    JoinPages(Classrooms classrooms, Attendance attendance, Visitors visitors, Views views, LongSupplier nanos) {
        this.classrooms = classrooms;
        this.attendance = attendance;
        this.visitors = visitors;
        this.views = views;
        this.addresses = new Attempts(WRONG_AN_ADDRESS, 1, nanos);
        this.all = new Attempts(WRONG_IN_ALL, 1, nanos);
    }

    /** Digits as they are meant, whichever way they were typed: {@code １２３ ４５６} is 123456. */
    static String digits(@Nullable String typed) {
        return typed == null
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
    }

    void show(Context ctx) {
        String code = digits(ctx.queryParam("code"));
        Found found = find(ctx, code);
        String asked = ctx.queryParam("told");
        String told = asked != null && TOLD.contains(asked) ? asked : null;
        render(ctx, found, told, 0);
    }

    /** A class that may be joined, or what to tell instead. */
    private record Found(
            Optional<Classroom> classroom, @Nullable String told) {}

    private Found find(Context ctx, String code) {
        ClientAddress peer = visitors.peer(ctx);
        List<Classroom> near = classrooms.near(peer.share(), peer.isPrivate());
        if (code.isEmpty()) {
            return new Found(near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty(), null);
        }
        Optional<Classroom> known =
                near.stream().filter(each -> each.code().equals(code)).findFirst();
        if (known.isPresent()) {
            return new Found(known, null);
        }
        if (!addresses.lets(peer.share()) || !all.lets(ALL)) {
            return new Found(Optional.empty(), "paused");
        }
        Optional<Classroom> remote =
                classrooms.find(code).filter(each -> each.state().entrance().remote());
        if (remote.isEmpty()) {
            addresses.wrong(peer.share());
            all.wrong(ALL);
        }
        return new Found(remote, remote.isEmpty() ? "wrong" : null);
    }

    /** @param asks the seat that another browser has, to be confirmed; 0 if none */
    private void render(Context ctx, Found found, @Nullable String told, int asks) {
        Map<String, Object> model = new HashMap<>();
        Optional<Classroom> classroom = found.classroom();
        model.put("code", classroom.map(Classroom::code).orElse(""));
        model.put("told", found.told() != null ? found.told() : told == null ? "" : told);
        model.put("asks", asks);
        classroom.ifPresent(open -> {
            model.put("seats", open.state().seating().all());
            model.put("full", open.state().seating().isFull());
            model.put("closed", open.state().entrance().closed());
        });
        model.put("frame", new PageChrome(Views.language(ctx), SLUG, "", "join.title"));
        ctx.render("join", model);
    }

    void join(Context ctx) {
        Form form = Form.of(ctx);
        Found found = find(ctx, digits(form.value("code")));
        if (found.classroom().isEmpty()) {
            render(ctx, found, null, 0);
            return;
        }
        Classroom classroom = found.classroom().get();
        String typed = digits(form.value("seat"));
        int seat = typed.isEmpty() || typed.length() > 2 ? 0 : Integer.parseInt(typed);
        Optional<Attendance.Seated> already =
                attendance.of(ctx).filter(each -> each.classroom().equals(classroom));
        if (already.filter(each -> each.seat().number() == seat).isPresent()) {
            goOn(ctx, classroom, seat);
            return;
        }
        Classroom.Admission admission = classroom.sit(seat, form.value("over").equals("yes"));
        switch (admission.welcome()) {
            case SEATED -> {
                already.ifPresent(each -> classrooms.free(classroom, each.seat().number()));
                attendance.welcome(ctx, classroom, seat, admission.token());
                goOn(ctx, classroom, seat);
            }
            case TAKEN -> render(ctx, found, null, seat);
            case NO_SEAT -> render(ctx, found, classroom.state().seating().isFull() ? "full" : "noseat", 0);
            case CLOSED -> render(ctx, found, "closed", 0);
        }
    }

    /** Whoever has a seat goes where the class is. */
    private void goOn(Context ctx, Classroom classroom, int seat) {
        String start = classroom.arrive(seat).start();
        ctx.redirect(views.link(Views.language(ctx), start), HttpStatus.SEE_OTHER);
    }
}
