package popbeforesmtp.web;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.lesson.Case;
import popbeforesmtp.lesson.Cases;
import popbeforesmtp.sandbox.SetUp;

/** The main screen: the learner's world, or how the wanted one will start. */
final class TryPages implements WorldPage {

    static final String SLUG = "/try";

    private final Cases cases;
    private final Views views;
    private final Standings standings;
    private final ErrorPages errors;
    private final ScenePages scenes;

    TryPages(Cases cases, Views views, Standings standings, ErrorPages errors, ScenePages scenes) {
        this.cases = cases;
        this.views = views;
        this.standings = standings;
        this.errors = errors;
        this.scenes = scenes;
    }

    void show(Context ctx) {
        String state = ctx.queryParam("state");
        if (state != null) {
            scenes.show(ctx, state);
            return;
        }
        String id = ctx.queryParam("case");
        Optional<SetUp> wanted = setUp(cases, id);
        if (wanted.isEmpty()) {
            errors.tell(ctx, 404, "nocase");
            return;
        }
        String from = id == null || id.isEmpty() ? SLUG : SLUG + "?case=" + id;
        show(ctx, standings.of(ctx, from, wanted.get()), false);
    }

    @Override
    public void show(Context ctx, Standing standing, boolean part) {
        Wording words = views.wording(ctx);
        Bench bench = Bench.of(standing, words);
        Frame frame = new Frame(words.language(), SLUG, standing.query(), bench.titleKey());
        ctx.render(
                part ? "try :: bench" : "try",
                Map.of(
                        "bench",
                        bench,
                        "frame",
                        frame,
                        "prompt",
                        Prompt.of(standing.shown()),
                        "scene",
                        scenes.address(ctx, standing).orElse("")));
    }

    /** The set-up of a case, the plain one if none is named, nothing if there is no such case. */
    static Optional<SetUp> setUp(Cases cases, @Nullable String id) {
        return id == null || id.isEmpty()
                ? Optional.of(SetUp.FREE)
                : cases.find(id).map(Case::setUp);
    }
}
