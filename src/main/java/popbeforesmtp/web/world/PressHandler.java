package popbeforesmtp.web.world;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.experiment.Cases;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.Answer;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.http.Form;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.Notice;
import popbeforesmtp.web.page.Section;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.Visitors.Visitor;

/**
 * Does the presses of every page on which a world stands, and answers with the changed parts of that page (htmx) or the way
 * back to it (everybody else).
 */
public final class PressHandler {

    private static final String UNDO = "undo";
    private static final String RESET = "reset";
    private static final String LEAD = "lead";

    /** Pages with a world; none of their addresses leads upwards. */
    private static final Pattern ADDRESS = Pattern.compile("(?!.*\\.\\.)/[A-Za-z0-9/?=&.,_-]{1,199}");

    /** What is told if what a press needs is missing or wrong. */
    private static final Map<String, String> NEEDED = Map.of("move", "noplace", "type", "badline", "open", "nocall");

    private final WorldAccess reception;
    private final Cases cases;
    private final Views views;
    private final ErrorPages errors;
    private final Map<String, WorldPage> pages;
    private final PressListener listener;

    /**
     * @param listener hears what was done
     * @param pages the pages on which a world stands, by the first part of their addresses, {@code try}
     */
    public PressHandler(
            WorldAccess reception,
            Cases cases,
            Views views,
            ErrorPages errors,
            PressListener listener,
            Map<String, WorldPage> pages) {
        this.reception = reception;
        this.cases = cases;
        this.views = views;
        this.errors = errors;
        this.pages = pages;
        this.listener = listener;
    }

    /** One press being answered. */
    private record Pressing(Context ctx, Form form, SetUp wanted, String from, WorldPage page) {

        PageState standing(Optional<SeatSession> session) {
            return PageState.of(from, wanted, session, Optional.empty());
        }
    }

    /** Takes the form of a press. */
    public void press(Context ctx) {
        Form form = Form.of(ctx);
        String named = form.value("from", Section.TRY);
        WorldPage page = pages.get(Form.section(named));
        if (page == null || !ADDRESS.matcher(named).matches()) {
            errors.tell(ctx, 400, "badform");
            return;
        }
        Optional<SetUp> wanted = page.wanted(named, cases, form);
        if (wanted.isEmpty()) {
            errors.tell(ctx, 404, "nocase");
            return;
        }
        String from = form.value("from", address(wanted.get()));
        Pressing pressing = new Pressing(ctx, form, wanted.get(), from, page);
        Optional<Visitor> known = reception.visitor(ctx);
        if (known.isEmpty()) {
            answer(pressing, pressing.standing(Optional.empty()).telling(Notice.COOKIES));
        } else if (reception.lets(known.get())) {
            press(pressing, known.get());
        } else {
            errors.tell(ctx, 429, "toofast");
        }
    }

    private void press(Pressing pressing, Visitor visitor) {
        Context ctx = pressing.ctx;
        String wish = pressing.form.value("press");
        Optional<SeatSession> found = reception.find(visitor);
        PageState before = pressing.standing(found);
        Optional<Press> press = wish.equals(RESET)
                ? Optional.of(new Press.Begin(pressing.wanted))
                : pressing.page.press(pressing.from, pressing.form, before.shown());
        if (press.isEmpty() && wish.equals(LEAD) && found.isPresent()) {
            answer(pressing, before.telling(Notice.LED));
            return;
        }
        if (press.isEmpty() && !wish.equals(UNDO)) {
            errors.tell(ctx, 400, NEEDED.getOrDefault(wish, "badform"));
            return;
        }
        String step = pressing.form.value("step");
        if (found.isEmpty() && !step.equals(WorldView.UNMADE)) {
            answer(pressing, before.telling(Notice.SWEPT));
            return;
        }
        if (found.isEmpty() && press.isEmpty()) {
            answer(pressing, before.telling(Notice.NOTHING));
            return;
        }
        Optional<Notice> idle = press.filter(wished -> before.step().equals(step))
                .flatMap(wished -> idle(wished, pressing.form, before.shown()));
        if (idle.isPresent()) {
            answer(pressing, before.telling(idle.get()));
            return;
        }
        Optional<SeatSession> entered = reception.enter(ctx, visitor);
        if (entered.isEmpty()) {
            errors.tell(ctx, 429, "manyworlds");
            return;
        }
        SeatSession world = entered.get();
        Answer answer = press.isPresent() ? world.press(step, pressing.wanted, press.get()) : world.undo(step);
        if (press.isPresent()) {
            pressing.page.pressed(pressing.from, world, answer.view());
        } else {
            reception.playedAgain(visitor, answer);
        }
        if (press.isPresent() && answer.kind() == Answer.Kind.DONE) {
            answer.view().result().ifPresent(led -> listener.pressed(ctx, led));
        }
        Optional<Notice> done = wish.equals(UNDO)
                ? Optional.of(Notice.UNDONE)
                : wish.equals(RESET) ? Optional.of(Notice.RESET) : Optional.empty();
        Pressing shown = shown(pressing, answer, press.isPresent());
        boolean known = answer.kind() == Answer.Kind.DONE && before.step().equals(step);
        PageState now = new PageState(
                shown.from,
                shown.wanted,
                Optional.of(answer.view()),
                world.progress(),
                Notice.of(answer.kind(), done),
                known ? Optional.of(before) : Optional.empty());
        answer(shown, now);
    }

    /** Why a press does nothing: it would run under something else than what was chosen, or all is so already. */
    private static Optional<Notice> idle(Press press, Form form, WorldView shown) {
        boolean mail =
                press instanceof Press.Receive || press instanceof Press.Send || press instanceof Press.SendReceive;
        if (mail && !new PressForm(form).isAsChosen(shown)) {
            return Optional.of(Notice.CHOSEN);
        }
        boolean there = press instanceof Press.MoveTo move
                && move.place() == shown.place()
                && !shown.place().isOnPhone();
        boolean so = press instanceof Press.Choose choose && choose.options().equals(shown.options());
        return there || so ? Optional.of(Notice.UNCHANGED) : Optional.empty();
    }

    /** On the main screen, an undone beginning leads back to what was played before. */
    private Pressing shown(Pressing pressing, Answer answer, boolean pressed) {
        SetUp played = answer.view().setUp();
        boolean here = played.equals(SetUp.FREE)
                || cases.find(played.id())
                        .map(Case::setUp)
                        .filter(played::equals)
                        .isPresent();
        boolean back = !pressed && here && answer.kind() == Answer.Kind.DONE && pressing.page.showsEveryCase();
        return back ? new Pressing(pressing.ctx, pressing.form, played, address(played), pressing.page) : pressing;
    }

    private void answer(Pressing pressing, PageState now) {
        Context ctx = pressing.ctx;
        String address = views.link(Views.language(ctx), now.from());
        if (ErrorPages.isFragmentWanted(ctx)) {
            ctx.header("HX-Replace-Url", address);
            pressing.page.show(ctx, now, true);
        } else {
            String more = now.told()
                    .map(each -> (address.contains("?") ? "&" : "?") + "told=" + each.id())
                    .orElse("");
            ctx.redirect(address + more + "#result", HttpStatus.SEE_OTHER);
        }
    }

    /** The main screen's address for a set-up. */
    public static String address(SetUp wanted) {
        return wanted.equals(SetUp.FREE) ? Section.TRY : Section.TRY + "?case=" + wanted.id();
    }
}
