package popbeforesmtp.web.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.press.Setting;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.world.PageState;

/** What the parts in {@code bench.html} show of a world. */
public final class BenchParts {

    public static final Part CLOCK = part("#clock", WorldView::now);
    public static final Part BOTH = part("#both-first", view -> view.options().answer(Setting.PROGRAM));
    public static final Part OPTIONS = part("#choice-list", WorldView::options);
    public static final Part DIFFERENCE =
            part("#difference", view -> List.of(view.options(), view.place(), view.setUp()));
    public static final Part PLACES = part("#place-choice", WorldView::place);
    public static final Part WHERE = part("#where", WorldView::place);
    public static final Part AROUND = part("#around", view -> List.of(view.sitting(), view.options()));
    public static final Part SPOT = part("#spot", WorldView::sitting);
    public static final Part LIST = part(
            "#list",
            view -> List.of(
                    view.list(),
                    view.options().incoming(),
                    view.options().outgoing(),
                    view.options().server()));
    /** What the sending desk asked itself: in short, and as a list. */
    public static final List<Part> THOUGHT = List.of(
            part("#thought", view -> ThoughtModel.shown(view)), part("#thoughts", view -> ThoughtModel.shown(view)));

    /** The line by hand. */
    public static final List<Part> HAND = List.of(
            carried("#at-open"),
            carried("#at-type"),
            part("#prompt", ConsoleModel::of),
            part("#advice:innerHTML", view -> ConsoleModel.of(view).unbracketed()));

    public static final Part KEEPER =
            part("#keeper", view -> List.of(view.keeping(), view.options().server()));
    public static final Part TALK = part("#talk", BenchParts::talk);
    public static final Part MAILS = part("#taro:innerHTML", WorldView::friendMail);
    public static final Part RECEIVING =
            part("#way-in", view -> List.of(NetworkMap.receiving(view), ran(view, Result::receiving)));
    public static final Part SENDING =
            part("#way-out", view -> List.of(NetworkMap.sending(view), ran(view, Result::sending)));

    /** The map without a list. */
    public static final List<Part> WAYS = List.of(SPOT, RECEIVING, SENDING);

    /** The map with its list. */
    public static final List<Part> MAP = List.of(SPOT, RECEIVING, SENDING, LIST);

    private BenchParts() {}

    private static Part part(String id, Function<WorldView, Object> shows) {
        return Part.ofWorld("bench", id, shows);
    }

    /** What a form carries from page to page. */
    public static Part carried(String template, String id) {
        return new Part(template, id, state -> List.of(state.step(), state.from(), state.wanted()));
    }

    /** What a form in {@code bench.html} carries. */
    public static Part carried(String id) {
        return carried("bench", id);
    }

    /** What the dialogue shows: its lines, and which of them decided the last press. */
    public static Object talk(PageState state) {
        return talk(state.shown());
    }

    private static Object talk(WorldView view) {
        return List.of(
                view.dialogue(),
                view.result().flatMap(Result::key),
                view.result()
                        .flatMap(Result::outcome)
                        .filter(Outcome::succeeded)
                        .isPresent());
    }

    /** Which press ran that half, if the last one did: then its letter moves again. */
    private static Optional<Integer> ran(WorldView view, Function<Result, Optional<ExchangeResult>> half) {
        return view.result().filter(result -> half.apply(result).isPresent()).map(Result::number);
    }
}
