package popbeforesmtp.web.world;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.lesson.course.LearnerRecord;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.web.http.Form;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.Notice;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.NotePage.Note;
import popbeforesmtp.web.world.Visitors.Visitor;

/** Takes what learners guess, ask and answer, and keeps it beside their worlds. */
public final class ProgressHandler {

    private final WorldAccess reception;
    private final Views views;
    private final ErrorPages errors;
    private final Map<String, NotePage> pages;

    /** @param pages the pages on which something is noted, by the first part of their addresses, {@code learn} */
    public ProgressHandler(WorldAccess reception, Views views, ErrorPages errors, Map<String, NotePage> pages) {
        this.reception = reception;
        this.views = views;
        this.errors = errors;
        this.pages = pages;
    }

    /** Takes a form. */
    public void take(Context ctx) {
        Form form = Form.of(ctx);
        String from = form.value("from");
        NotePage page = pages.get(Form.section(from));
        if (page == null || !page.isThere(from)) {
            errors.tellBeside(ctx, 404, "notfound");
            return;
        }
        Optional<Visitor> visitor = reception.visitor(ctx);
        if (visitor.isPresent() && !reception.lets(visitor.get())) {
            errors.tellBeside(ctx, 429, "toofast");
            return;
        }
        Optional<Note> note =
                page.note(from, form, () -> visitor.flatMap(reception::find).map(SeatSession::view));
        if (note.isEmpty()) {
            errors.tellBeside(ctx, 400, "badform");
        } else if (visitor.isEmpty() && ErrorPages.isFragmentWanted(ctx)) {
            errors.tellBeside(ctx, 200, "cookies");
        } else if (visitor.isEmpty()) {
            answer(ctx, page, from, note.get().to(), Optional.of(Notice.COOKIES));
        } else {
            take(ctx, page, from, note.get(), visitor.get());
        }
    }

    private void take(Context ctx, NotePage page, String from, Note note, Visitor visitor) {
        boolean swept = visitor.pressed() && reception.find(visitor).isEmpty();
        Optional<SeatSession> world = reception.enter(ctx, visitor);
        if (world.isEmpty()) {
            errors.tellBeside(ctx, 429, "manyworlds");
            return;
        }
        world.get()
                .progress(progress ->
                        note.change().apply(new LearnerRecord(progress)).progress());
        answer(ctx, page, from, note.to(), swept ? Optional.of(Notice.SWEPT) : note.told());
    }

    private void answer(Context ctx, NotePage page, String from, String to, Optional<Notice> told) {
        if (ErrorPages.isFragmentWanted(ctx)) {
            page.showPart(ctx, from);
            return;
        }
        String[] halves = to.split("#", 2);
        String more = told.map(each -> (halves[0].contains("?") ? "&" : "?") + "told=" + each.id())
                .orElse("");
        String place = halves.length < 2 ? "" : "#" + halves[1];
        ctx.redirect(views.link(Views.language(ctx), halves[0]) + more + place, HttpStatus.SEE_OTHER);
    }
}
