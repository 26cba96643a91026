package popbeforesmtp.lesson.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.explain.Deed;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.press.LadderStep;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.Setting;
import popbeforesmtp.sandbox.world.Worlds;

/**
 * Every sequence of presses, however long, for every trial, box, claim and case: nothing is called done before its deciding
 * press, or if its promise was not met, and once it was, it is. Sequences are not listed: two that leave the same account behind
 * are followed as one, until no further press leads to an account that was not seen.
 */
class RoutesTest {

    private static final Library LIBRARY = Library.load(ResourceRoot.live(Path.of("")));

    private static Stream<Route> routes() {
        return Stream.of(
                        LIBRARY.in("ja").lessons().stream()
                                .flatMap(lesson -> lesson.everything().stream())
                                .map(trial -> trial.goal().route()),
                        LIBRARY.in("ja").lessons().stream()
                                .flatMap(lesson -> lesson.example().stream())
                                .map(example -> example.route()),
                        LIBRARY.in("ja").claims().all().stream()
                                .flatMap(claim -> claim.proofs().stream())
                                .map(Goal::route),
                        LIBRARY.cases().all().stream().map(Case::route))
                .flatMap(each -> each);
    }

    @Test
    void a_way_is_done_by_just_its_steps_in_every_sequence_of_presses() {
        assertThat(routes().mapToInt(RoutesTest::follow).sum()).isGreaterThan(100_000);
    }

    @Test
    void a_page_tells_the_same_whether_it_hears_of_deeds_at_once_or_one_by_one() {
        Route route = LIBRARY.cases().find("auth-587").orElseThrow().route();
        List<Deed> deeds = new ArrayList<>();
        Track track = Track.start(route);
        for (Deed letter : letters(route)) {
            deeds.add(letter);
            track = track.after(letter);
            assertThat(route.track(deeds)).isEqualTo(track);
        }
    }

    @Test
    void a_way_is_not_done_if_a_step_ended_otherwise() {
        routes().forEach(route -> {
            for (int i = 0; i < route.steps().size(); i++) {
                List<Deed> deeds = new ArrayList<>(
                        route.steps().stream().map(RoutesTest::asPromised).toList());
                assertThat(route.track(deeds).isDone()).isTrue();
                RouteStep step = route.steps().get(i);
                if (step.ending().isPresent()) {
                    deeds.set(i, deed(step.press(), step.place(), Outcome.LOST, Optional.empty()));
                    assertThat(route.track(deeds).isDone()).isFalse();
                    assertThat(route.track(deeds).done()).isEqualTo(i);
                }
            }
        });
    }

    @Test
    void what_is_to_be_chosen_may_be_chosen_one_by_one() {
        Route route = LIBRARY.cases().find("auth-587").orElseThrow().route();
        Press.Choose wanted = (Press.Choose) route.steps().get(1).press();
        Options start = route.setUp().options();
        List<Deed> deeds = new ArrayList<>(List.of(asPromised(route.steps().get(0))));
        deeds.add(chosen(start.with(Setting.AUTH, "on")));
        assertThat(route.track(deeds).next()).isPresent();
        assertThat(route.track(deeds).done()).isEqualTo(1);
        deeds.add(chosen(wanted.options()));
        assertThat(route.track(deeds).done()).isEqualTo(2);
        deeds.set(1, chosen(start.with(Setting.WINDOW, "30")));
        assertThat(route.track(deeds).done()).isEqualTo(2);
        assertThat(route.track(deeds.subList(0, 2)).isLost()).isTrue();
    }

    private static Deed chosen(Options options) {
        return new Deed(new Press.Choose(options), Place.CENTRE, Instant.EPOCH, Optional.empty(), Optional.empty());
    }

    @Test
    void every_way_has_a_world_of_its_own() {
        List<Route> all = routes().toList();
        Set<String> ids = new LinkedHashSet<>();
        all.forEach(route ->
                assertThat(ids.add(route.setUp().id())).as(route.setUp().id()).isTrue());
        Route first = all.get(0);
        assertThat(first.track(Worlds.before(all.get(1).setUp())).done()).isZero();
    }

    /**
     * All deeds that any page can lead to: every button, every place, every ending that the way promises somewhere, and two that
     * it does not. Of those that are alike for the way, one each: it asks a deed only whether it is a look, whether it is a
     * choice, which steps it is, and of which it is a part.
     */
    private static List<Deed> letters(Route route) {
        Map<List<Object>, Deed> alike = new LinkedHashMap<>();
        Set<Optional<ExpectedOutcome>> endings = new LinkedHashSet<>();
        route.steps().forEach(step -> endings.add(step.ending()));
        endings.add(Optional.of(new ExpectedOutcome(Outcome.REFUSED, Optional.empty())));
        endings.add(Optional.of(new ExpectedOutcome(Outcome.LOST, Optional.empty())));
        for (Press press : presses(route)) {
            for (Place place : press instanceof Press.MoveTo move ? new Place[] {move.place()} : Place.values()) {
                for (Optional<ExpectedOutcome> ending : endings) {
                    Deed deed = ending.map(end -> deed(press, place, end.outcome(), end.reason()))
                            .orElseGet(() -> new Deed(press, place, Instant.EPOCH, Optional.empty(), Optional.empty()));
                    alike.putIfAbsent(
                            List.of(isLook(deed), isChoice(deed), steps(route, deed), parts(route, deed)), deed);
                }
            }
        }
        return List.copyOf(alike.values());
    }

    private static List<Integer> steps(Route route, Deed deed) {
        return IntStream.range(0, route.steps().size())
                .filter(at -> route.steps().get(at).fits(deed))
                .boxed()
                .toList();
    }

    private static List<Integer> parts(Route route, Deed deed) {
        return IntStream.range(0, route.steps().size())
                .filter(at -> isPart(route, at, deed.press()))
                .boxed()
                .toList();
    }

    private static boolean isLook(Deed deed) {
        return deed.press() instanceof Press.Climb;
    }

    private static boolean isChoice(Deed deed) {
        return deed.press() instanceof Press.Choose;
    }

    /** Every button of every page, what the way asks for, and of what can be typed or called something else. */
    private static List<Press> presses(Route route) {
        Set<Press> presses = new LinkedHashSet<>(List.of(
                new Press.Receive(),
                new Press.Send(),
                new Press.SendReceive(),
                new Press.Dial(),
                new Press.HangUp(),
                new Press.NextCallerDials(),
                new Press.Open("dion.example", 587),
                new Press.Type("NOOP"),
                new Press.Close()));
        Stream.of(Press.ClockMove.values()).map(Press.Advance::new).forEach(presses::add);
        Stream.of(Press.Tending.values()).map(Press.Tend::new).forEach(presses::add);
        Stream.of(LadderStep.values()).map(Press.Climb::new).forEach(presses::add);
        Stream.of(Place.values())
                .filter(place -> place != Place.NEXT_CALLER)
                .map(Press.MoveTo::new)
                .forEach(presses::add);
        List<Options> chosen = new ArrayList<>(List.of(route.setUp().options()));
        for (RouteStep step : route.steps()) {
            presses.add(step.press());
            if (step.press() instanceof Press.Choose choose) {
                chosen.add(choose.options());
            }
        }
        for (int i = 0; i < chosen.size(); i++) {
            between(chosen.get(i), chosen.get(Math.min(i + 1, chosen.size() - 1)))
                    .forEach(options -> presses.add(new Press.Choose(options)));
        }
        return List.copyOf(presses);
    }

    /** All ways to choose some of what differs, and each of them with something else chosen beside it. */
    private static List<Options> between(Options from, Options to) {
        List<Options> all = new ArrayList<>(List.of(from));
        for (Setting setting : Setting.values()) {
            if (!from.answer(setting).equals(to.answer(setting))) {
                List.copyOf(all).forEach(options -> all.add(options.with(setting, to.answer(setting))));
            }
        }
        for (Setting setting : Setting.values()) {
            setting.answers().stream()
                    .filter(answer ->
                            !List.of(from.answer(setting), to.answer(setting)).contains(answer))
                    .findFirst()
                    .ifPresent(answer -> all.add(to.with(setting, answer)));
        }
        return all;
    }

    /**
     * What was done, told by what a page may remember of it: the deeds without looks, of choices that follow each other the last
     * one. Behind the first deed that leads astray only the last one matters: those between can never be taken back.
     */
    private record Told(List<Deed> deeds, boolean looked) {

        Told and(Deed deed, Route route) {
            if (isLook(deed)) {
                return new Told(deeds, true);
            }
            List<Deed> more = new ArrayList<>(deeds);
            if (isChoice(deed) && !more.isEmpty() && isChoice(more.get(more.size() - 1))) {
                more.remove(more.size() - 1);
            }
            more.add(deed);
            int astray = same(more, route) + 1;
            if (more.size() > astray + 1) {
                more.subList(astray, more.size() - 1).clear();
            }
            return new Told(List.copyOf(more), false);
        }
    }

    /** How many of the first deeds are the steps of the way. */
    private static int same(List<Deed> deeds, Route route) {
        int same = 0;
        while (same < Math.min(deeds.size(), route.steps().size())
                && route.steps().get(same).fits(deeds.get(same))) {
            same++;
        }
        return same;
    }

    /** Both accounts of what was done. */
    private record Both(Track.Memory memory, Told told) {}

    /** @return how many pairs of an account and a further deed there are */
    private static int follow(Route route) {
        List<Deed> letters = letters(route);
        Set<Both> known = new HashSet<>();
        Deque<Both> next = new ArrayDeque<>();
        Both start = new Both(Track.start(route).memory(), new Told(List.of(), false));
        known.add(start);
        next.add(start);
        int pairs = 0;
        while (!next.isEmpty()) {
            Both both = next.remove();
            for (Deed letter : letters) {
                pairs++;
                Track track = new Track(route, both.memory, last(both.told)).after(letter);
                Told told = both.told.and(letter, route);
                check(route, track, told);
                Both after = new Both(track.memory(), told);
                if (known.add(after)) {
                    next.add(after);
                }
            }
        }
        return pairs;
    }

    private static Optional<Deed> last(Told told) {
        return told.deeds.isEmpty() ? Optional.empty() : Optional.of(told.deeds.get(told.deeds.size() - 1));
    }

    private static void check(Route route, Track track, Told told) {
        int all = route.steps().size();
        int same = same(told.deeds, route);
        int beside = told.deeds.size() - same;
        if (beside == 1 && isPart(route, same, told.deeds.get(same).press())) {
            beside = 0;
        }
        boolean right = track.done() == same
                && track.isDone() == (same == all && beside == 0 && !told.looked)
                && track.isLost() == (same < all && beside > 0)
                && track.next()
                        .equals(
                                same < all && beside == 0
                                        ? Optional.of(route.steps().get(same))
                                        : Optional.empty())
                && track.stray().equals(beside > 0 ? last(told) : Optional.empty());
        if (!right) {
            throw new AssertionError(route.setUp().id() + " " + told + " " + track);
        }
    }

    /** Whether this chooses a part of what the step wants chosen, and nothing else. */
    private static boolean isPart(Route route, int step, Press press) {
        if (step >= route.steps().size()
                || !(route.steps().get(step).press() instanceof Press.Choose wanted)
                || !(press instanceof Press.Choose chosen)) {
            return false;
        }
        Options before = route.steps().subList(0, step).stream()
                .map(RouteStep::press)
                .filter(Press.Choose.class::isInstance)
                .map(each -> ((Press.Choose) each).options())
                .reduce(route.setUp().options(), (earlier, later) -> later);
        return !chosen.options().equals(before)
                && Stream.of(Setting.values())
                        .allMatch(setting -> List.of(wanted.options().answer(setting), before.answer(setting))
                                .contains(chosen.options().answer(setting)));
    }

    private static Deed asPromised(RouteStep step) {
        return step.ending()
                .map(end -> deed(step.press(), step.place(), end.outcome(), end.reason()))
                .orElseGet(() -> deed(step.press(), step.place(), Outcome.LOST, Optional.empty()));
    }

    private static Deed deed(Press press, Place place, Outcome outcome, Optional<Reason> reason) {
        Optional<Deed.Half> half = Optional.of(new Deed.Half(outcome, reason, ""));
        return new Deed(press, place, Instant.EPOCH, Optional.empty(), half);
    }
}
