package popbeforesmtp.web.classroom;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import popbeforesmtp.classroom.Classroom;
import popbeforesmtp.classroom.Classrooms;
import popbeforesmtp.web.http.Cookies;
import popbeforesmtp.web.http.SiteOptions;
import popbeforesmtp.web.world.Visitors;

/**
 * Who may teach: the browser that has the class's cookie; and, where nothing stands between, whoever sits at the machine
 * itself. Behind a proxy everybody would seem to.
 */
final class TeacherAccess {

    private static final String COOKIE = "teacher";
    /** Holds the letters until they were shown: the next page may come from another process. */
    private static final String LETTERS = "letters";

    private static final Pattern FORM = Pattern.compile("([0-9]{6})\\.([A-Za-z0-9_-]{22})");

    private static final Pattern FRESH = Pattern.compile("([0-9]{6})\\.([A-Z]{8})");

    private static final List<String> FORWARDING =
            List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via");

    private final Classrooms classrooms;
    private final Visitors visitors;
    private final Cookies cookies;
    private final boolean isDirect;

    TeacherAccess(Classrooms classrooms, Visitors visitors, SiteOptions options) {
        this.classrooms = classrooms;
        this.visitors = visitors;
        this.cookies = new Cookies(options);
        this.isDirect =
                options.publicUrl().isEmpty() && options.trustedProxies().isEmpty();
    }

    /** The class that who asks may teach, if there is one. */
    Optional<Classroom> of(Context ctx) {
        return byCookie(ctx)
                .or(() -> isAtThisMachine(ctx) ? classrooms.all().stream().findFirst() : Optional.empty());
    }

    private Optional<Classroom> byCookie(Context ctx) {
        String cookie = ctx.cookie(COOKIE);
        Matcher form = FORM.matcher(cookie == null ? "" : cookie);
        return form.matches()
                ? classrooms.find(form.group(1)).filter(classroom -> classroom.isTeacher(form.group(2)))
                : Optional.empty();
    }

    /** Whether who asks sits at the machine that the site runs on. */
    boolean isAtThisMachine(Context ctx) {
        return isDirect
                && FORWARDING.stream().allMatch(name -> ctx.header(name) == null)
                && visitors.peer(ctx)
                        .address()
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }

    /** Gives the right to a browser. */
    void give(Context ctx, Classroom classroom, String cookie) {
        cookies.give(ctx, COOKIE, classroom.code() + "." + cookie, 1);
    }

    /** Gives the letters, for the page that comes next. */
    void giveLetters(Context ctx, Classroom classroom, String letters) {
        cookies.give(ctx, LETTERS, classroom.code() + "." + letters, 1);
    }

    /** The letters of a class that was just opened here, once; else empty. */
    String letters(Context ctx, Classroom classroom) {
        String given = ctx.cookie(LETTERS);
        if (given == null) {
            return "";
        }
        cookies.remove(ctx, LETTERS);
        Matcher fresh = FRESH.matcher(given);
        return fresh.matches() && fresh.group(1).equals(classroom.code()) ? fresh.group(2) : "";
    }

    /** Takes it away from this browser. */
    void forget(Context ctx) {
        cookies.remove(ctx, COOKIE);
    }
}
