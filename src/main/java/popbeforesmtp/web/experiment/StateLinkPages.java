package popbeforesmtp.web.experiment;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.lesson.experiment.Cases;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.StateLink;
import popbeforesmtp.sandbox.world.Answer;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.bench.PressLabels;
import popbeforesmtp.web.http.Form;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.Notice;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.Section;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.PageState;
import popbeforesmtp.web.world.PageStates;
import popbeforesmtp.web.world.PressHandler;
import popbeforesmtp.web.world.Visitors.Visitor;
import popbeforesmtp.web.world.WorldAccess;

/** Links to a state of a world: a page that tells what will be pressed, and the button that presses it. */
public final class StateLinkPages {

    /** Where the button leads. */
    public static final String SLUG = "/try/state";

    private final WorldAccess reception;
    private final PageStates standings;
    private final Cases cases;
    private final Views views;
    private final ErrorPages errors;
    private final Optional<String> origin;

    public StateLinkPages(
            WorldAccess reception,
            PageStates standings,
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

    /** The whole address of the very state that a page shows, if it has one that a link can hold. */
    Optional<String> address(Context ctx, PageState standing) {
        WorldView shown = standing.shown();
        return shown.moment()
                .link()
                .filter(link -> shown.presses() > 0)
                .map(link -> origin.orElse(ctx.scheme() + "://" + ctx.host())
                        + views.link(Views.language(ctx), Section.TRY)
                        + "?state="
                        + link.text());
    }

    /** Tells what the link holds. Nothing is played. */
    public void show(Context ctx, String text) {
        show(ctx, text, Optional.ofNullable(ctx.queryParam("told")).flatMap(Notice::of));
    }

    private void show(Context ctx, String text, Optional<Notice> told) {
        Optional<StateLink> link = known(text);
        if (link.isEmpty()) {
            errors.tell(ctx, 404, "badstate");
            return;
        }
        Localizer words = views.wording(ctx);
        SetUp setUp = link.get().setUp();
        Map<String, Object> model = new HashMap<>();
        model.put("state", text);
        model.put("title", words.html(setUp.equals(SetUp.FREE) ? "try.title" : "case." + setUp.id() + ".title"));
        model.put(
                "presses",
                link.get().presses().stream()
                        .map(press -> words.plain(named(press)))
                        .toList());
        model.put(
                "step",
                standings.world(ctx).map(SeatSession::view).map(WorldView::step).orElse(WorldView.UNMADE));
        model.put("notice", told.map(Notice::key).map(words::html).orElse(""));
        model.put("frame", new PageChrome(words.language(), Section.TRY, "?state=" + text, "scene.title"));
        ctx.render("scene", model);
    }

    /** Plays it. */
    public void play(Context ctx) {
        Form form = Form.of(ctx);
        String text = form.value("state");
        Optional<StateLink> link = known(text);
        if (link.isEmpty()) {
            errors.tell(ctx, 404, "badstate");
            return;
        }
        Optional<Visitor> visitor = reception.visitor(ctx);
        if (visitor.isEmpty()) {
            show(ctx, text, Optional.of(Notice.COOKIES));
        } else if (!reception.lets(visitor.get())) {
            errors.tell(ctx, 429, "toofast");
        } else {
            Optional<SeatSession> world = reception.enter(ctx, visitor.get());
            if (world.isEmpty()) {
                errors.tell(ctx, 429, "manyworlds");
                return;
            }
            Answer answer = world.get().restore(form.value("step"), link.get());
            reception.playedAgain(visitor.get(), answer);
            Optional<Notice> told = Notice.of(answer.kind(), Optional.empty());
            lead(
                    ctx,
                    told.map(notice -> Section.TRY + "?state=" + text + "&told=" + notice.id())
                            .orElse(shown(link.get())));
        }
    }

    /** As on the button, and for a move where to. */
    private static Message named(Press press) {
        return press instanceof Press.MoveTo move
                ? Message.of("scene.move").with("place", move.place().id())
                : Message.of(PressLabels.key(press));
    }

    private void lead(Context ctx, String page) {
        ctx.redirect(views.link(Views.language(ctx), page), HttpStatus.SEE_OTHER);
    }

    private static String shown(StateLink link) {
        return PressHandler.address(link.setUp()) + "#result";
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
