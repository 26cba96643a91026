package popbeforesmtp.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.lesson.Case;
import popbeforesmtp.lesson.Cases;
import popbeforesmtp.sandbox.Answer;
import popbeforesmtp.sandbox.Press;
import popbeforesmtp.sandbox.SetUp;
import popbeforesmtp.sandbox.View;
import popbeforesmtp.sandbox.World;
import popbeforesmtp.web.Visitors.Visitor;
import popbeforesmtp.web.WorldPage.Standing;

/**
 * Does the presses of every page on which a world stands, and answers with the changed parts of that page (htmx) or the way
 * back to it (everybody else).
 */
final class Presses {

    private static final String UNDO = "undo";
    private static final String RESET = "reset";

    /** What is told if what a press needs is missing or wrong. */
    private static final Map<String, String> NEEDED = Map.of("move", "noplace", "type", "badline", "open", "nocall");

    private final Reception reception;
    private final Cases cases;
    private final Views views;
    private final ErrorPages errors;
    private final Map<String, WorldPage> pages;

    /**
     * @param pages the pages on which a world stands, by the first part of their addresses, {@code try}
     */
    Presses(Reception reception, Cases cases, Views views, ErrorPages errors, Map<String, WorldPage> pages) {
        this.reception = reception;
        this.cases = cases;
        this.views = views;
        this.errors = errors;
        this.pages = pages;
    }

    /** One press being answered. */
    private record Pressing(Context ctx, Form form, SetUp wanted, String from, WorldPage page) {

        Standing standing(Optional<World> world) {
            return new Standing(from, wanted, world.map(World::view), Optional.empty());
        }
    }

    /** Takes the form of a press. */
    void press(Context ctx) {
        Form form = Form.of(ctx);
        String named = form.value("from", TryPages.SLUG);
        WorldPage page = pages.get(Form.section(named));
        if (page == null || !named.matches("(?!.*\\.\\.)/[A-Za-z0-9/?=&._-]{1,199}")) {
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
            answer(pressing, Optional.empty(), Optional.of(Told.COOKIES));
        } else if (reception.lets(known.get())) {
            press(pressing, known.get());
        } else {
            errors.tell(ctx, 429, "toofast");
        }
    }

    private void press(Pressing pressing, Visitor visitor) {
        Context ctx = pressing.ctx;
        String wish = pressing.form.value("press");
        Optional<World> found = reception.find(visitor);
        Optional<Press> press = wish.equals(RESET)
                ? Optional.of(new Press.Begin(pressing.wanted))
                : pressing.page.press(
                        pressing.from, pressing.form, pressing.standing(found).shown());
        if (press.isEmpty() && !wish.equals(UNDO)) {
            errors.tell(ctx, 400, NEEDED.getOrDefault(wish, "badform"));
            return;
        }
        String step = pressing.form.value("step");
        if (found.isEmpty() && !step.equals(View.UNMADE)) {
            answer(pressing, Optional.empty(), Optional.of(Told.SWEPT));
            return;
        }
        if (found.isEmpty() && press.isEmpty()) {
            answer(pressing, Optional.empty(), Optional.of(Told.NOTHING));
            return;
        }
        Optional<World> entered = reception.enter(ctx, visitor);
        if (entered.isEmpty()) {
            errors.tell(ctx, 429, "manyworlds");
            return;
        }
        World world = entered.get();
        Answer answer = press.isPresent() ? world.press(step, pressing.wanted, press.get()) : world.undo(step);
        if (press.isPresent()) {
            pressing.page.pressed(pressing.from, world, answer.view());
        }
        Optional<Told> done = wish.equals(UNDO)
                ? Optional.of(Told.UNDONE)
                : wish.equals(RESET) ? Optional.of(Told.RESET) : Optional.empty();
        answer(shown(pressing, answer, press.isPresent()), Optional.of(answer.view()), Told.of(answer.kind(), done));
    }

    /** On the main screen, an undone beginning leads back to what was played before. */
    private Pressing shown(Pressing pressing, Answer answer, boolean pressed) {
        SetUp played = answer.view().setUp();
        boolean here = played.equals(SetUp.FREE)
                || cases.find(played.id())
                        .map(Case::setUp)
                        .filter(played::equals)
                        .isPresent();
        boolean back = !pressed && here && answer.kind() == Answer.Kind.DONE && pressing.page instanceof TryPages;
        return back ? new Pressing(pressing.ctx, pressing.form, played, address(played), pressing.page) : pressing;
    }

    private void answer(Pressing pressing, Optional<View> world, Optional<Told> told) {
        Context ctx = pressing.ctx;
        String address = views.link(Views.language(ctx), pressing.from);
        if (ErrorPages.isFragmentWanted(ctx)) {
            ctx.header("HX-Replace-Url", address);
            pressing.page.show(ctx, new Standing(pressing.from, pressing.wanted, world, told), true);
        } else {
            String more = told.map(each -> (address.contains("?") ? "&" : "?") + "told=" + each.id())
                    .orElse("");
            ctx.redirect(address + more + "#result", HttpStatus.SEE_OTHER);
        }
    }

    /** The main screen's address for a set-up. */
    static String address(SetUp wanted) {
        return wanted.equals(SetUp.FREE) ? TryPages.SLUG : TryPages.SLUG + "?case=" + wanted.id();
    }
}
