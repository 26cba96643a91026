package popbeforesmtp.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.lesson.Cases;
import popbeforesmtp.sandbox.Answer;
import popbeforesmtp.sandbox.Press;
import popbeforesmtp.sandbox.SetUp;
import popbeforesmtp.sandbox.View;
import popbeforesmtp.sandbox.World;
import popbeforesmtp.sandbox.Worlds;
import popbeforesmtp.web.Visitors.Visitor;
import popbeforesmtp.web.WorldPage.Standing;

/**
 * Does the presses of every page on which a world stands, and answers with the changed parts of that page (htmx) or the way
 * back to it (everybody else).
 */
final class Presses {

    private static final String UNDO = "undo";
    private static final String RESET = "reset";

    private final Worlds worlds;
    private final Cases cases;
    private final Views views;
    private final Visitors visitors;
    private final ErrorPages errors;
    private final Map<String, WorldPage> pages;
    private final Turnstile presses;
    private final Turnstile makings;

    /**
     * @param pages the pages on which a world stands, by the first part of their addresses, {@code try}
     */
    Presses(
            Worlds worlds,
            Cases cases,
            Views views,
            Visitors visitors,
            ErrorPages errors,
            Map<String, WorldPage> pages,
            SiteOptions options) {
        this.worlds = worlds;
        this.cases = cases;
        this.views = views;
        this.visitors = visitors;
        this.errors = errors;
        this.pages = pages;
        this.presses = new Turnstile(options.presses(), options.nanos());
        this.makings = new Turnstile(options.worlds(), options.nanos());
    }

    /** One press being answered. */
    private record Pressing(Context ctx, Form form, SetUp wanted, String from, WorldPage page) {}

    /** Takes the form of a press. */
    void press(Context ctx) {
        Optional<Visitor> known = visitors.find(ctx);
        Form form = Form.of(ctx);
        Optional<SetUp> wanted = TryPages.setUp(cases, form.value("case"));
        if (wanted.isEmpty()) {
            errors.tell(ctx, 404, "nocase");
            return;
        }
        String from = form.value("from", address(wanted.get()));
        WorldPage page = pages.get(from.split("[/?]", 3).length > 1 ? from.split("[/?]", 3)[1] : "");
        if (page == null || !from.matches("[A-Za-z0-9/?=&._-]{1,200}")) {
            errors.tell(ctx, 400, "badform");
            return;
        }
        Pressing pressing = new Pressing(ctx, form, wanted.get(), from, page);
        if (known.isEmpty()) {
            visitors.greet(ctx);
            answer(pressing, Optional.empty(), Optional.of(Told.COOKIES));
        } else if (presses.lets(known.get().key())) {
            press(pressing, known.get());
        } else {
            errors.tell(ctx, 429, "toofast");
        }
    }

    private void press(Pressing pressing, Visitor visitor) {
        Context ctx = pressing.ctx;
        String wish = pressing.form.value("press");
        Optional<Press> press =
                wish.equals(RESET) ? Optional.of(new Press.Begin(pressing.wanted)) : pressing.form.press();
        if (press.isEmpty() && !wish.equals(UNDO)) {
            errors.tell(ctx, 400, wish.equals("move") ? "noplace" : "badform");
            return;
        }
        String step = pressing.form.value("step");
        Optional<World> found = worlds.find(visitor.key());
        if (found.isEmpty() && !step.equals(View.UNMADE)) {
            answer(pressing, Optional.empty(), Optional.of(Told.SWEPT));
            return;
        }
        if (found.isEmpty() && press.isEmpty()) {
            answer(pressing, Optional.empty(), Optional.of(Told.NOTHING));
            return;
        }
        String address = visitors.address(ctx);
        if (found.isEmpty() && !makings.lets(address)) {
            errors.tell(ctx, 429, "manyworlds");
            return;
        }
        World world = found.orElseGet(() -> worlds.make(visitor.key(), address));
        Answer answer = press.isPresent() ? world.press(step, pressing.wanted, press.get()) : world.undo(step);
        visitors.mark(ctx, visitor);
        Optional<Told> done = wish.equals(UNDO)
                ? Optional.of(Told.UNDONE)
                : wish.equals(RESET) ? Optional.of(Told.RESET) : Optional.empty();
        answer(shown(pressing, answer, press.isPresent()), Optional.of(answer.view()), Told.of(answer.kind(), done));
    }

    /** On the main screen, an undone beginning leads back to what was played before. */
    private static Pressing shown(Pressing pressing, Answer answer, boolean pressed) {
        boolean back = !pressed && answer.kind() == Answer.Kind.DONE && pressing.page instanceof TryPages;
        SetUp played = answer.view().setUp();
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
    private static String address(SetUp wanted) {
        return wanted.equals(SetUp.FREE) ? TryPages.SLUG : TryPages.SLUG + "?case=" + wanted.id();
    }
}
