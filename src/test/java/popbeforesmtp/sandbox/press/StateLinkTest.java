package popbeforesmtp.sandbox.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import popbeforesmtp.Practice;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.world.Answer;
import popbeforesmtp.sandbox.world.SeatSession;
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
                "2",
                "3" + good.substring(1),
                good + "~",
                good + "~x",
                good + "~move_next-caller",
                good + "~move_moon",
                good + "~choose_outgoing_evil.example",
                good.replace("free", "free_mailbox_many"),
                good.replace("free", "<script>"),
                "~".repeat(5_000),
                good + "~receive".repeat(40))) {
            assertThat(StateLink.parse(bad)).as(bad).isEmpty();
        }
    }

    @Test
    void a_link_of_format_1_still_opens() {
        String old = "1~too-late~centre~THREE~n~n~plala.example_dion.example_send-first_5_two-exits_y_both_n_587_y"
                + "~r~s~b~mphone~h~n~d~aafter-end~lconnect-25";
        Options options = Options.USUAL
                .with(Setting.OUTGOING, "dion.example")
                .with(Setting.PROGRAM, "send-first")
                .with(Setting.WINDOW, "5")
                .with(Setting.CENTRE, "two-exits")
                .with(Setting.SENDER, "hanako")
                .with(Setting.RECIPIENTS, "both")
                .with(Setting.PASSWORD, "wrong")
                .with(Setting.PORT, "587")
                .with(Setting.AUTH, "on");
        assertThat(StateLink.parse(old))
                .contains(new StateLink(
                        SetUp.usual("too-late").with(options),
                        List.of(
                                new Press.Receive(),
                                new Press.Send(),
                                new Press.SendReceive(),
                                new Press.MoveTo(Place.PHONE),
                                new Press.HangUp(),
                                new Press.NextCallerDials(),
                                new Press.Dial(),
                                new Press.Advance(Press.ClockMove.AFTER_END),
                                new Press.Climb(LadderStep.CONNECT_25))));
        for (String bad :
                List.of(old + "~rx", old + "~", old + "~mmoon", old.replace("THREE", "MANY"), "1", "1~free")) {
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
            StateLink link = hanako.seat().view().moment().link().orElseThrow();

            SeatSession other = practice.worlds().make("b", "here").seat(SeatId.FIRST);
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
