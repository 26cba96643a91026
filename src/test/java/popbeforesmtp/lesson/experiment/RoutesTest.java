package popbeforesmtp.lesson.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * Every sequence of up to six presses, for every trial, box, claim and case: nothing is called done before its deciding press,
 * or if its promise was not met, and once it was, it is.
 */
class RoutesTest {

    private static final int LONGEST = 6;
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
        int[] sequences = {0};
        routes().forEach(route -> follow(route, letters(route), new ArrayList<>(), sequences));
        assertThat(sequences[0]).isGreaterThan(100_000);
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

    /** What the page of a way offers: receiving, sending, all that the way presses, one more move of the clock, the ladder. */
    private static List<Press> letters(Route route) {
        Set<Press> letters = new LinkedHashSet<>(List.of(new Press.Receive(), new Press.Send()));
        route.steps().forEach(step -> letters.add(step.press()));
        letters.add(new Press.Advance(Press.ClockMove.ONE_MINUTE));
        letters.add(new Press.Climb(LadderStep.RCPT));
        return List.copyOf(letters);
    }

    private static void follow(Route route, List<Press> letters, List<Deed> deeds, int[] sequences) {
        sequences[0]++;
        check(route, deeds);
        // What is two presses beside the way stays so, whatever follows: see the check.
        if (deeds.size() == LONGEST || route.track(deeds).beside().size() > 2) {
            return;
        }
        for (Press letter : letters) {
            deeds.add(next(route, letter, deeds));
            follow(route, letters, deeds, sequences);
            deeds.remove(deeds.size() - 1);
        }
    }

    private static void check(Route route, List<Deed> deeds) {
        Route.Track track = route.track(deeds);
        List<Press> pressed = pressed(deeds);
        List<Press> asked = route.steps().stream().map(RouteStep::press).toList();
        int same = 0;
        while (same < Math.min(pressed.size(), asked.size())
                && pressed.get(same).equals(asked.get(same))) {
            same++;
        }
        if (pressed.size() == same + 1 && isPart(route, same, pressed.get(same))) {
            pressed.remove(same);
        }
        boolean looked = !deeds.isEmpty() && deeds.get(deeds.size() - 1).press() instanceof Press.Climb;
        if (track.done() != same
                || track.beside().size() != pressed.size() - same
                || track.isDone() != (pressed.equals(asked) && !looked)
                || track.isLost() != (same < asked.size() && pressed.size() > same)
                || track.next().isPresent() == (same == asked.size() || pressed.size() > same)
                || track.stray().isPresent() != (pressed.size() > same)) {
            throw new AssertionError(route.setUp().id() + " " + pressed + " " + track);
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

    /** What was pressed, without looks; of choices that follow each other the last one. */
    private static List<Press> pressed(List<Deed> deeds) {
        List<Press> pressed = new ArrayList<>();
        for (Deed deed : deeds) {
            int last = pressed.size() - 1;
            if (last >= 0 && deed.press() instanceof Press.Choose && pressed.get(last) instanceof Press.Choose) {
                pressed.remove(last);
            }
            if (!(deed.press() instanceof Press.Climb)) {
                pressed.add(deed.press());
            }
        }
        return pressed;
    }

    private static Deed next(Route route, Press press, List<Deed> before) {
        List<Press> pressed = pressed(before);
        boolean again = press instanceof Press.Choose
                && !pressed.isEmpty()
                && pressed.get(pressed.size() - 1) instanceof Press.Choose;
        int at = pressed.size() - (again ? 1 : 0);
        Place place = before.isEmpty()
                ? route.setUp().place()
                : before.get(before.size() - 1).place();
        Place there = press instanceof Press.MoveTo move
                ? move.place()
                : press instanceof Press.NextCallerDials
                        ? Place.NEXT_CALLER
                        : press instanceof Press.Dial ? Place.PHONE : place;
        Optional<ExpectedOutcome> promised =
                at < route.steps().size() && route.steps().get(at).press().equals(press)
                        ? route.steps().get(at).ending()
                        : Optional.empty();
        return promised.map(end -> deed(press, there, end.outcome(), end.reason()))
                .orElseGet(() -> deed(press, there, Outcome.REFUSED, Optional.empty()));
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
