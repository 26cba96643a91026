package popbeforesmtp.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.experiment.Cases;
import popbeforesmtp.lesson.reading.Comparison;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.Visitors;

/** The way in: the hook, the doors, the four explanations, and three experiments to begin with. */
final class HomePages {

    private static final List<String> SUGGESTED = List.of("send-only", "receive-then-send", "too-late");

    private final Cases cases;
    private final Visitors visitors;

    HomePages(Cases cases, Visitors visitors) {
        this.cases = cases;
        this.visitors = visitors;
    }

    public void show(Context ctx) {
        visitors.greet(ctx);
        List<String> suggested = SUGGESTED.stream()
                .flatMap(id -> cases.find(id).stream())
                .map(Case::id)
                .toList();
        ctx.render(
                "home",
                Map.of(
                        "suggested",
                        suggested,
                        "explanations",
                        Comparison.SOURCES,
                        "frame",
                        new PageChrome(Views.language(ctx), "/", "", null)));
    }
}
