package popbeforesmtp.sandbox.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import popbeforesmtp.Practice;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.world.Answer;
import popbeforesmtp.sandbox.world.World;
import popbeforesmtp.sandbox.world.WorldView;

class StateLinkTest {

    private static final List<Press> ALL = List.of(
            new Press.Receive(),
            new Press.Send(),
            new Press.SendReceive(),
            new Press.MoveTo(Place.PHONE),
            new Press.HangUp(),
            new Press.NextCallerDials(),
            new Press.Dial(),
            new Press.Advance(Press.ClockMove.AFTER_END),
            new Press.Choose(Options.USUAL));

    @Test
    void a_link_comes_back_as_it_was_and_needs_no_escaping() {
        StateLink link = new StateLink(SetUp.FREE, ALL);

        assertThat(StateLink.parse(link.text())).contains(link);
        assertThat(link.text()).matches("[A-Za-z0-9.~_-]+");
    }

    @Test
    void what_is_no_link_is_nothing() {
        String good = new StateLink(SetUp.FREE, ALL).text();
        for (String bad : List.of(
                "",
                "1",
                "2" + good.substring(1),
                good + "~",
                good + "~x",
                good + "~mnext-caller",
                good + "~mmoon",
                good.replace("plala.example", "evil.example"),
                good.replace("THREE", "MANY"),
                good.replace("free", "<script>"),
                "~".repeat(5_000),
                good + "~r".repeat(40))) {
            assertThat(StateLink.parse(bad)).as(bad).isEmpty();
        }
    }

    @Test
    void neither_typed_lines_nor_too_many_presses_go_into_a_link() {
        assertThatThrownBy(() -> new StateLink(SetUp.FREE, List.of(new Press.Type("NOOP"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StateLink(SetUp.FREE, Collections.nCopies(41, new Press.Send())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_restored_world_is_the_one_that_was_linked() {
        try (Practice practice = Practice.start()) {
            Player hanako = new Player(practice.worlds().make("a", "here"), SetUp.FREE);
            WorldView original = hanako.press(ALL);
            StateLink link = hanako.world().link().orElseThrow();

            World other = practice.worlds().make("b", "here");
            Answer answer = other.restore(WorldView.UNMADE, link);

            assertThat(answer.kind()).isEqualTo(Answer.Kind.DONE);
            assertThat(other.restore(WorldView.UNMADE, link).kind()).isEqualTo(Answer.Kind.SAME);
            assertThat(answer.view().list()).isEqualTo(original.list());
            assertThat(answer.view().talk()).isEqualTo(original.talk());
            assertThat(other.restore(WorldView.UNMADE, new StateLink(SetUp.FREE, List.of(new Press.Send())))
                            .kind())
                    .isEqualTo(Answer.Kind.OLD);
            assertThat(other.press(WorldView.UNMADE, SetUp.FREE, new Press.Begin(SetUp.FREE))
                            .kind())
                    .isEqualTo(Answer.Kind.OLD);
            assertThat(other.undo(answer.view().step()).view().presses()).isZero();
        }
    }
}
