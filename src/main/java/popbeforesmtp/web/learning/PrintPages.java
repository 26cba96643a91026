package popbeforesmtp.web.learning;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import popbeforesmtp.lesson.Edition;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.course.LearnerRecord;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.bench.SandboxModel;
import popbeforesmtp.web.http.LearnersAddress;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.PageLinks;
import popbeforesmtp.web.page.Section;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.PageState;
import popbeforesmtp.web.world.PageStates;

/** Handouts on A4, made of what the other pages show. On the screen each is a sheet of paper beside the list of all. */
public final class PrintPages {

    private static final String LOG = "log";

    /** The handouts in the order of the list. */
    public static final List<String> SHEETS = List.of("worksheet", "answers", "words", LOG, "explanations");

    private final Library library;
    private final Views views;
    private final PageStates standings;
    private final ErrorPages errors;
    private final LearnersAddress addresses;

    public PrintPages(
            Library library, Views views, PageStates standings, ErrorPages errors, LearnersAddress addresses) {
        this.library = library;
        this.views = views;
        this.standings = standings;
        this.errors = errors;
        this.addresses = addresses;
    }

    public void show(Context ctx) {
        String sheet = ctx.pathParam("sheet");
        if (!SHEETS.contains(sheet)) {
            errors.tell(ctx, 404, "notfound");
            return;
        }
        Localizer words = views.wording(ctx);
        Edition edition = library.in(words.language().code());
        Map<String, Object> model = new HashMap<>();
        model.put("sheet", sheet);
        model.put("sheets", SHEETS);
        model.put("edition", edition);
        model.put("links", PageLinks.of(views, words.language(), edition));
        model.put(
                "address",
                addresses.first(ctx).replaceFirst("^https?://", "")
                        + words.language().path("/"));
        if (sheet.equals(LOG)) {
            standings
                    .world(ctx)
                    .map(world -> LessonModel.open(world.view(), edition, new LearnerRecord(world.progress())))
                    .filter(view -> !view.talk().isEmpty())
                    .ifPresent(view -> model.putAll(Map.of("bench", bench(view, words), "closed", true)));
        }
        model.put("frame", new PageChrome(words.language(), Section.PRINT + "/" + sheet, "", "print." + sheet));
        ctx.render("print", model);
    }

    private static SandboxModel bench(WorldView view, Localizer words) {
        return SandboxModel.of(PageState.showing(Section.PRINT + "/" + LOG, view), words);
    }
}
