package popbeforesmtp.web.classroom;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import popbeforesmtp.classroom.Classroom;
import popbeforesmtp.classroom.Classrooms;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.course.LearnerRecord;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.web.http.Form;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.Views;

/** What became of the lesson, a point of the plan a line; to be printed, kept as CSV, and then ended with everything. */
final class SummaryPages {

    static final String SLUG = "/teach/summary";

    /** Spreadsheets take it for UTF-8 by that. */
    private static final String MARK = "\uFEFF";

    private final Classrooms classrooms;
    private final TeacherAccess access;
    private final Worlds worlds;
    private final Library library;
    private final TeachPages.Parts parts;

    SummaryPages(Classrooms classrooms, TeacherAccess access, Worlds worlds, Library library, TeachPages.Parts parts) {
        this.classrooms = classrooms;
        this.access = access;
        this.worlds = worlds;
        this.library = library;
        this.parts = parts;
    }

    void show(Context ctx) {
        Optional<Classroom> classroom = access.of(ctx);
        if (classroom.isEmpty()) {
            redirect(ctx, TeachPages.SLUG);
            return;
        }
        Localizer words = parts.views().wording(ctx);
        List<SummaryLine> lines = lines(classroom.get(), words);
        if (ctx.queryParam("csv") != null) {
            ctx.contentType("text/csv; charset=utf-8");
            ctx.header("Content-Disposition", "attachment; filename=\"class.csv\"");
            ctx.result(MARK + csv(lines, words));
            return;
        }
        Map<String, Object> model = new HashMap<>();
        model.put("lines", lines);
        model.put("used", classroom.get().state().seating().taken().size());
        model.put("frame", new PageChrome(words.language(), SLUG, "", "summary.title"));
        ctx.render("summary", model);
    }

    private List<SummaryLine> lines(Classroom classroom, Localizer words) {
        List<LearnerRecord> records = classroom.state().seating().taken().stream()
                .flatMap(seat -> worlds.find(classroom.worldKey(seat.number())).stream())
                .map(world -> world.seat(SeatId.FIRST))
                .map(SeatSession::progress)
                .map(LearnerRecord::new)
                .toList();
        return SummaryLine.of(
                classroom.state(), records, library.in(words.language().code()).quiz());
    }

    private static String csv(List<SummaryLine> lines, Localizer words) {
        StringBuilder csv = new StringBuilder(row(List.of(
                words.plain("summary.point"),
                words.plain("class.predict.sent"),
                words.plain("class.predict.refused"),
                words.plain("class.predict.unsure"),
                words.plain("summary.sent"),
                words.plain("summary.refused"),
                words.plain("summary.right"),
                words.plain("summary.answered"))));
        for (SummaryLine line : lines) {
            boolean quiz = line.question() > 0;
            String title = quiz ? words.counted("summary.quiz", line.question()) : words.plain(line.words());
            csv.append(row(List.of(
                    title,
                    count(line, 0),
                    count(line, 1),
                    count(line, 2),
                    quiz ? "" : Integer.toString(line.sent()),
                    quiz ? "" : Integer.toString(line.refused()),
                    quiz ? String.valueOf(line.right()) : "",
                    quiz ? Integer.toString(line.answered()) : "")));
        }
        return csv.toString();
    }

    private static String count(SummaryLine line, int choice) {
        TallyModel tally = line.tally();
        return tally == null ? "" : Integer.toString(tally.bars().get(choice).count());
    }

    private static String row(List<String> values) {
        StringJoiner row = new StringJoiner(",", "", "\r\n");
        values.forEach(value -> row.add("\"" + value.replace("\"", "\"\"") + "\""));
        return row.toString();
    }

    /** 消す, おわる: everything of the class is gone. */
    void end(Context ctx) {
        Optional<Classroom> classroom = access.of(ctx);
        if (classroom.isEmpty()) {
            parts.errors().tell(ctx, 403, "notteacher");
            return;
        }
        if (!Form.of(ctx).value("act").equals("end")) {
            parts.errors().tell(ctx, 400, "badform");
            return;
        }
        classrooms.end(classroom.get());
        access.forget(ctx);
        redirect(ctx, TeachPages.SLUG + "?told=" + TeachPages.ENDED);
    }

    private void redirect(Context ctx, String slug) {
        ctx.redirect(parts.views().link(Views.language(ctx), slug), HttpStatus.SEE_OTHER);
    }
}
