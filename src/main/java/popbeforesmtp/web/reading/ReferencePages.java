package popbeforesmtp.web.reading;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import popbeforesmtp.lesson.Edition;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.course.LearnerRecord;
import popbeforesmtp.lesson.reading.Article;
import popbeforesmtp.lesson.reading.Claim;
import popbeforesmtp.lesson.reading.MailHelp;
import popbeforesmtp.lesson.reading.Timeline.Milestone;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.Language;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.PageLinks;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.PageStates;

/** The pages to look things up in: the four explanations side by side, the history, the words, help
 * for one's own mail, and where all this comes from. */
public final class ReferencePages {

    private final Library library;
    private final Views views;
    private final PageStates standings;
    private final ErrorPages errors;

    public ReferencePages(Library library, Views views, PageStates standings, ErrorPages errors) {
        this.library = library;
        this.views = views;
        this.standings = standings;
        this.errors = errors;
    }

    /** The four explanations side by side. */
    public void compare(Context ctx) {
        Edition edition = edition(ctx);
        Map<String, Claim> claims = new HashMap<>();
        edition.claims().all().forEach(claim -> claims.put(claim.id(), claim));
        Map<String, Object> model = new HashMap<>();
        model.put("comparison", edition.comparison());
        model.put("claims", claims);
        model.put("seen", seen(ctx, edition));
        show(ctx, "compare", model);
    }

    /** What happened, and the claims that nothing else can show. */
    public void history(Context ctx) {
        Edition edition = edition(ctx);
        Map<String, List<Claim>> told = new LinkedHashMap<>();
        for (Milestone milestone : edition.timeline().milestones()) {
            told.put(
                    milestone.id(),
                    edition.claims().all().stream()
                            .filter(claim -> claim.history()
                                    .filter(milestone.id()::equals)
                                    .isPresent())
                            .toList());
        }
        Map<String, Object> model = new HashMap<>();
        model.put("timeline", edition.timeline());
        model.put("told", told);
        show(ctx, "history", model);
    }

    /** The programs that kept the list: a card each, and all of them side by side. */
    public void servers(Context ctx) {
        Map<String, Object> model = new HashMap<>();
        String chosen = Optional.ofNullable(ctx.queryParam("card"))
                .filter(ServerRoomModel.FOLDED::contains)
                .orElse("");
        model.put("room", ServerRoomModel.of(edition(ctx).servers()));
        model.put("chosen", chosen);
        show(ctx, "servers", model);
    }

    /** The glossary. */
    public void words(Context ctx) {
        Map<String, Object> model = new HashMap<>();
        model.put("glossary", edition(ctx).glossary());
        show(ctx, "words", model);
    }

    /** What a voice that reads aloud would guess wrong, for the script that makes it speak. */
    public void spoken(Context ctx) {
        ctx.header("Cache-Control", "private, max-age=3600");
        ctx.contentType("application/json; charset=utf-8")
                .result(edition(ctx).spoken().json());
    }

    /** What to do when one's own mail will not leave. */
    public void help(Context ctx) {
        MailHelp help = edition(ctx).help();
        Map<String, Object> model = new HashMap<>();
        model.put("help", help);
        model.put("description", help.opening().description());
        show(ctx, "help", "/help", help.opening().title().plain(), model);
    }

    /** Shows the article of that slug. */
    public Handler article(String slug) {
        return ctx -> {
            Optional<Article> article = edition(ctx).article(slug);
            if (article.isEmpty()) {
                errors.tell(ctx, 404, "notfound");
                return;
            }
            Map<String, Object> model = new HashMap<>();
            model.put("article", article.get());
            model.put("description", article.get().description());
            show(ctx, "article", "/" + slug, article.get().title().plain(), model);
        };
    }

    private void show(Context ctx, String page, Map<String, Object> model) {
        model.put("description", views.wording(ctx).plain(page + ".description"));
        show(ctx, page, "/" + page, page + ".title", model);
    }

    private void show(Context ctx, String view, String slug, String title, Map<String, Object> model) {
        Language language = Views.language(ctx);
        model.put("links", PageLinks.of(views, language, edition(ctx)));
        model.put("frame", new PageChrome(language, slug, "", title));
        ctx.render(view, model);
    }

    private Edition edition(Context ctx) {
        return library.in(Views.language(ctx).code());
    }

    /** The claims that the reader has put to the test. */
    private Set<String> seen(Context ctx, Edition edition) {
        Optional<LearnerRecord> marks =
                standings.world(ctx).map(SeatSession::progress).map(LearnerRecord::new);
        return edition.claims().all().stream()
                .filter(claim -> marks.filter(it -> it.hasSeen(claim)).isPresent())
                .map(Claim::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
