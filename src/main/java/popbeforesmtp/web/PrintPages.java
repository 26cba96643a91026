package popbeforesmtp.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.lesson.Edition;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.Marks;
import popbeforesmtp.sandbox.View;

/** Handouts on A4, made of what the other pages show. On the screen each is a sheet of paper beside the list of all. */
final class PrintPages {

    static final String SLUG = "/print";
    private static final String LOG = "log";

    /** The handouts in the order of the list. */
    static final List<String> SHEETS = List.of("worksheet", "answers", "words", LOG, "explanations");

    private final Library library;
    private final Views views;
    private final Standings standings;
    private final ErrorPages errors;
    private final Optional<String> publicHost;

    PrintPages(Library library, Views views, Standings standings, ErrorPages errors, SiteOptions options) {
        this.library = library;
        this.views = views;
        this.standings = standings;
        this.errors = errors;
        this.publicHost = options.publicUrl().map(url -> URI.create(url).getRawAuthority());
    }

    void show(Context ctx) {
        String sheet = ctx.pathParam("sheet");
        if (!SHEETS.contains(sheet)) {
            errors.tell(ctx, 404, "notfound");
            return;
        }
        Wording words = views.wording(ctx);
        Edition edition = library.in(words.language().code());
        Map<String, Object> model = new HashMap<>();
        model.put("sheet", sheet);
        model.put("sheets", SHEETS);
        model.put("edition", edition);
        model.put("links", PageLinks.of(views, words.language(), edition));
        model.put("address", publicHost.orElse(ctx.host()) + views.link(words.language(), "/"));
        if (sheet.equals(LOG)) {
            standings
                    .world(ctx)
                    .map(world -> Learning.open(world.view(), edition, new Marks(world.progress())))
                    .filter(view -> !view.talk().isEmpty())
                    .ifPresent(view -> model.putAll(Map.of("bench", bench(view, words), "closed", true)));
        }
        model.put("frame", new Frame(words.language(), SLUG + "/" + sheet, "", "print." + sheet));
        ctx.render("print", model);
    }

    private static Bench bench(View view, Wording words) {
        return Bench.of(
                new WorldPage.Standing(SLUG + "/" + LOG, view.setUp(), Optional.of(view), Optional.empty()), words);
    }
}
