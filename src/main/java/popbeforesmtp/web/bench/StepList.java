package popbeforesmtp.web.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.lesson.experiment.Route;
import popbeforesmtp.lesson.experiment.RouteStep;
import popbeforesmtp.lesson.experiment.Track;
import popbeforesmtp.sandbox.explain.Deed;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.Setting;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.world.PageState;

/**
 * An instruction as the page shows it: what was done of it, what comes next, and what is said of a press that was none of
 * its steps.
 *
 * @param items the steps
 * @param over whether all were done
 * @param done whether they were done just now, so that the page shows what the last one led to
 * @param lost whether only a new start leads on
 * @param other what is said of the latest press, HTML, if it was another one
 */
public record StepList(
        List<Item> items,
        boolean over,
        boolean done,
        boolean lost,
        @Nullable String other) {

    /** Keeps the list as it is now. */
    public StepList {
        items = List.copyOf(items);
    }

    /**
     * A step.
     *
     * @param words what to do, plain
     * @param done {@code true} or {@code false}
     * @param next whether it comes next
     */
    public record Item(String words, String done, boolean next) {

        /** A step that is done or not. */
        public static Item of(String words, boolean done, boolean next) {
            return new Item(words, String.valueOf(done), next);
        }

        /** Whether it was done. */
        public boolean isTicked() {
            return done.equals("true");
        }
    }

    /** How far a world is on a way. */
    public static StepList of(Route route, WorldView view, Localizer words) {
        Track track = route.track(view);
        List<Item> items = new ArrayList<>();
        Options options = route.setUp().options();
        for (RouteStep step : route.steps()) {
            boolean next = track.next().isPresent() && items.size() == track.done();
            items.add(Item.of(words(step.press(), options, words), items.size() < track.done(), next));
            options = step.press() instanceof Press.Choose choose ? choose.options() : options;
        }
        return new StepList(
                items,
                track.isOver(),
                track.isDone(),
                track.isLost(),
                other(track, words).orElse(null));
    }

    /** Whether something was pressed: then the steps tell what to do. */
    public boolean isBegun() {
        return other != null || items.stream().anyMatch(Item::isTicked);
    }

    /** The same with one step more at the end, which the page itself knows of. */
    public StepList and(String words, boolean ticked) {
        List<Item> more = new ArrayList<>(items);
        more.add(Item.of(words, ticked, over && !ticked));
        return new StepList(more, over, done, lost, other);
    }

    /** The steps as a part of a page: they are sent again when another one is done, or the way is lost or found. */
    public static Part part(Function<PageState, Optional<Route>> route) {
        return new Part(
                "bench",
                "#steps",
                state -> route.apply(state)
                        .map(it -> it.track(state.shown()))
                        .map(track -> List.of(
                                track.done(), track.isLost(), state.shown().setUp(), state.progress()))
                        .orElse(List.of()));
    }

    /** What a step asks for: the words on its button, or what is to be chosen. */
    private static String words(Press press, Options before, Localizer words) {
        if (press instanceof Press.MoveTo move) {
            return words.plain(
                    Message.of("step.move").with("place", move.place().id()));
        }
        if (press instanceof Press.Choose choose) {
            StringJoiner changes = new StringJoiner(words.plain("step.and"));
            for (Setting setting : Setting.values()) {
                if (!choose.options().answer(setting).equals(before.answer(setting))) {
                    changes.add(words.plain(Message.of("step.choose")
                            .with("choice", words.plain("choice." + setting.id()))
                            .with("answer", words.plain(OptionGroups.words(setting, choose.options())))));
                }
            }
            return changes.toString();
        }
        if (press instanceof Press.Open open) {
            return words.plain(Message.of("step.open").with("host", open.host()).with("port", open.port()));
        }
        if (press instanceof Press.Type type) {
            return words.plain(Message.of("step.type").with("line", type.line()));
        }
        return words.plain(PressLabels.key(press));
    }

    private static Optional<String> other(Track track, Localizer words) {
        return track.stray().map(stray -> {
            if (track.isOver()) {
                return words.part().html(Message.of("guide.over"));
            }
            return words.part().html(Message.of("guide.other").with("what", words.plain(what(stray, words))));
        });
    }

    /** What the press that was none of the steps has done, from its account. */
    private static Message what(Deed deed, Localizer words) {
        Press press = deed.press();
        if (press instanceof Press.SendReceive) {
            return Message.of("guide.what.both");
        }
        if (press instanceof Press.Advance) {
            return Message.of("guide.what.clock").with("time", deed.at());
        }
        if (press instanceof Press.MoveTo) {
            return Message.of("guide.what.place").with("place", deed.place().id());
        }
        if (press instanceof Press.Open || press instanceof Press.Type || press instanceof Press.Close) {
            return Message.of("guide.what.typed");
        }
        return deed.main()
                .map(half -> Message.of("guide.what." + ended(half.outcome())))
                .orElseGet(() -> Message.of("guide.what.press").with("button", words.plain(PressLabels.key(press))));
    }

    private static String ended(Outcome outcome) {
        return switch (outcome) {
            case RECEIVED, RECEIVE_FAILED, SENT, REFUSED -> outcome.kebab();
            default -> "unreached";
        };
    }
}
