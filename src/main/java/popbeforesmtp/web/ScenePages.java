package popbeforesmtp.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.lesson.Cases;
import popbeforesmtp.sandbox.Answer;
import popbeforesmtp.sandbox.Press;
import popbeforesmtp.sandbox.SetUp;
import popbeforesmtp.sandbox.StateLink;
import popbeforesmtp.sandbox.Telling;
import popbeforesmtp.sandbox.View;
import popbeforesmtp.sandbox.World;
import popbeforesmtp.web.Visitors.Visitor;

/** Links to a state of a world: a page that tells what will be pressed, and the button that presses it. */
final class ScenePages {

    /** Where the button leads. */
    static final String SLUG = "/try/state";

    private final Reception reception;
    private final Standings standings;
    private final Cases cases;
    private final Views views;
    private final ErrorPages errors;
    private final Optional<String> origin;

    ScenePages(
            Reception reception,
            Standings standings,
            Cases cases,
            Views views,
            ErrorPages errors,
            Optional<String> origin) {
        this.reception = reception;
        this.standings = standings;
        this.cases = cases;
        this.views = views;
        this.errors = errors;
        this.origin = origin;
    }

    /** The whole address of the state of the reader's world, if it plays what the page shows and a link can hold it. */
    Optional<String> address(Context ctx, WorldPage.Standing standing) {
        if (standing.shown().presses() == 0) {
            return Optional.empty();
        }
        return standings
                .world(ctx)
                .flatMap(World::link)
                .filter(link -> link.setUp().equals(standing.wanted()))
                .map(link -> origin.orElse(ctx.scheme() + "://" + ctx.host())
                        + views.link(Views.language(ctx), TryPages.SLUG)
                        + "?state="
                        + link.text());
    }

    /** Tells what the link holds. Nothing is played. */
    void show(Context ctx, String text) {
        show(ctx, text, Optional.ofNullable(ctx.queryParam("told")).flatMap(Told::of));
    }

    private void show(Context ctx, String text, Optional<Told> told) {
        Optional<StateLink> link = known(text);
        if (link.isEmpty()) {
            errors.tell(ctx, 404, "badstate");
            return;
        }
        Wording words = views.wording(ctx);
        SetUp setUp = link.get().setUp();
        Map<String, Object> model = new HashMap<>();
        model.put("state", text);
        model.put("title", words.html(setUp.equals(SetUp.FREE) ? "try.title" : "case." + setUp.id() + ".title"));
        model.put(
                "presses",
                link.get().presses().stream()
                        .map(press -> words.plain(named(press)))
                        .toList());
        model.put("step", standings.world(ctx).map(World::view).map(View::step).orElse(View.UNMADE));
        model.put("notice", told.map(Told::key).map(words::html).orElse(""));
        model.put("frame", new Frame(words.language(), TryPages.SLUG, "?state=" + text, "scene.title"));
        ctx.render("scene", model);
    }

    /** Plays it. */
    void play(Context ctx) {
        Form form = Form.of(ctx);
        String text = form.value("state");
        Optional<StateLink> link = known(text);
        if (link.isEmpty()) {
            errors.tell(ctx, 404, "badstate");
            return;
        }
        Optional<Visitor> visitor = reception.visitor(ctx);
        if (visitor.isEmpty()) {
            show(ctx, text, Optional.of(Told.COOKIES));
        } else if (!reception.lets(visitor.get())) {
            errors.tell(ctx, 429, "toofast");
        } else {
            Optional<World> world = reception.enter(ctx, visitor.get());
            if (world.isEmpty()) {
                errors.tell(ctx, 429, "manyworlds");
                return;
            }
            Answer.Kind kind =
                    world.get().restore(form.value("step"), link.get()).kind();
            lead(
                    ctx,
                    kind == Answer.Kind.OLD
                            ? TryPages.SLUG + "?state=" + text + "&told=" + Told.OLD.id()
                            : shown(link.get()));
        }
    }

    /** As on the button, and for a move where to. */
    private static Telling named(Press press) {
        return press instanceof Press.MoveTo move
                ? Telling.of("scene.move").with("place", move.place().id())
                : Telling.of(press.perform(new ButtonWords()));
    }

    private void lead(Context ctx, String page) {
        ctx.redirect(views.link(Views.language(ctx), page), HttpStatus.SEE_OTHER);
    }

    private static String shown(StateLink link) {
        return Presses.address(link.setUp()) + "#result";
    }

    /** A link that this site could have made: its set-up is that of a case, or the plain one. */
    private Optional<StateLink> known(@Nullable String text) {
        return StateLink.parse(text == null ? "" : text)
                .filter(link -> SetUp.FREE.equals(link.setUp())
                        || cases.find(link.setUp().id())
                                .filter(it -> it.setUp().equals(link.setUp()))
                                .isPresent());
    }
}
