package popbeforesmtp.lesson.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import popbeforesmtp.Practice;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.experiment.Goal;
import popbeforesmtp.lesson.experiment.RouteStep;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.sandbox.world.Worlds;

/** Every claim is shown by its experiments on the real servers. */
class ClaimsTest {

    private static final Library LIBRARY = Library.load(ResourceRoot.live(Path.of("")));

    @RegisterExtension
    static final Practice PRACTICE = Practice.start();

    /** All experiments of claims. */
    static Stream<String> experiments() {
        return LIBRARY.in("ja").claims().all().stream()
                .flatMap(claim -> claim.proofs().stream().map(goal -> claim.id() + " " + goal.caseId()));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void an_experiment_comes_to_what_the_claim_is_shown_by(String experiment) {
        List<String> words = List.of(experiment.split(" ", 2));
        Claim claim = claim(words.get(0));
        Goal goal = claim.proof(words.get(1)).orElseThrow();
        assertThat(claim.isSeen(Worlds.before(goal.setUp()))).isFalse();
        Player player = new Player(PRACTICE.worlds().make(experiment, "nobody"), goal.setUp());
        int done = 0;
        for (RouteStep step : goal.steps()) {
            WorldView view = player.press(step.press());
            boolean last = ++done == goal.steps().size();
            assertThat(goal.isReached(view)).as(step.toString()).isEqualTo(last);
            assertThat(claim.isSeen(view)).as(step.toString()).isEqualTo(last);
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void what_another_experiment_did_never_shows_a_claim(String experiment) {
        List<String> words = List.of(experiment.split(" ", 2));
        Claim claim = claim(words.get(0));
        Goal goal = claim.proof(words.get(1)).orElseThrow();
        Player player = new Player(PRACTICE.worlds().make("beside " + experiment, "nobody"), goal.setUp());
        player.press(new Press.Advance(Press.ClockMove.ONE_MINUTE));
        for (RouteStep step : goal.steps()) {
            assertThat(claim.isSeen(player.press(step.press()))).isFalse();
        }
        assertThat(goal.track(player.seat().view()).isLost()).isTrue();
    }

    @Test
    void another_case_with_the_same_ending_shows_nothing() {
        Goal other = claim("A8").proof("empty-mailbox").orElseThrow();
        WorldView view = new Player(PRACTICE.worlds().make("other", "nobody"), other.setUp())
                .press(List.of(new Press.Receive(), new Press.Send()));
        assertThat(claim("E2").isSeen(view)).isFalse();
        assertThat(claim("A8").isSeen(view)).isTrue();
    }

    @Test
    void a_claim_is_found_by_its_id() {
        Claims claims = LIBRARY.in("en").claims();
        assertThat(claims.find("E6").flatMap(Claim::experiment)).contains("receive-then-send");
        assertThat(claims.find("E11")).isEmpty();
        assertThat(claims.of("dion").stream().map(Claim::id)).containsExactly("D1", "D2", "D3", "D4", "D5", "D6", "D7");
    }

    private static Claim claim(String id) {
        return LIBRARY.in("ja").claims().find(id).orElseThrow();
    }
}
