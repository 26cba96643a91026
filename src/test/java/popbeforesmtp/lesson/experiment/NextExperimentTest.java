package popbeforesmtp.lesson.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.Practice;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.WorldView;

/** Whoever presses freely is led on, from what was seen to what was not. */
class NextExperimentTest {

    private static final Cases CASES = Cases.load(ResourceRoot.live(Path.of("")));

    @RegisterExtension
    static final Practice PRACTICE = Practice.start();

    private static Player player(SetUp setUp) {
        return new Player(PRACTICE.worlds().make("onward " + PRACTICE.worlds().size(), "nobody"), setUp);
    }

    private static Optional<NextExperiment> after(WorldView view) {
        int steps = CASES.find(view.setUp().id()).map(it -> it.steps().size()).orElse(0);
        return NextExperiment.after(view.setUp().id(), steps, view.deeds());
    }

    @Test
    void each_experiment_leads_to_the_next_and_the_last_one_to_the_puzzle() {
        List<NextExperiment> way = new ArrayList<>();
        Optional<NextExperiment> next = Optional.of(NextExperiment.SEND_ONLY);
        while (next.flatMap(NextExperiment::caseId).isPresent()) {
            way.add(next.get());
            Case played = CASES.find(next.get().id()).orElseThrow();
            Player player = player(played.setUp());
            for (int i = 0; i < played.steps().size(); i++) {
                assertThat(after(player.seat().view()))
                        .as("%s, step %s", played.id(), i)
                        .isEmpty();
                player.press(played.steps().get(i).press());
            }
            next = after(player.seat().view());
        }
        assertThat(next).contains(NextExperiment.PUZZLE);
        assertThat(way).containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(NextExperiment.PUZZLE)));
    }

    @Test
    void it_changes_with_what_was_seen_at_the_free_table() {
        Player player = player(SetUp.FREE);
        assertThat(after(player.seat().view())).isEmpty();
        assertThat(after(player.press(new Press.Receive()))).contains(NextExperiment.SEND_ONLY);
        assertThat(after(player.press(new Press.Send()))).contains(NextExperiment.TOO_LATE);
        player.press(new Press.Advance(Press.ClockMove.AFTER_END));
        assertThat(after(player.press(new Press.Send()))).contains(NextExperiment.NEIGHBOUR);
        assertThat(after(player(SetUp.FREE).press(new Press.Send()))).contains(NextExperiment.RECEIVE_THEN_SEND);
    }
}
