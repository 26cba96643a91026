package popbeforesmtp.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.Practice;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.press.LadderStep;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;
import popbeforesmtp.sandbox.press.StateLink;

/** What is kept of earlier dialogues, and the single steps of a letter's way. */
class RunsTest {

    @RegisterExtension
    static final Practice PRACTICE = Practice.start();

    private static Player player(SetUp setUp) {
        return new Player(PRACTICE.worlds().make("runs " + PRACTICE.worlds().size(), "nobody"), setUp);
    }

    private static List<Press> presses(SeatSession world) {
        return world.runs().stream().map(RecordedDialogue::press).toList();
    }

    @Test
    void runs_outlive_a_new_start_and_rest_and_go_with_what_is_undone() {
        Player player = player(SetUp.FREE);
        SeatSession world = player.seat();
        assertThat(world.runs()).isEmpty();
        player.send();
        player.press(new Press.Advance(Press.ClockMove.ONE_MINUTE));
        player.receive();
        assertThat(presses(world)).containsExactly(new Press.Send(), new Press.Receive());
        world.undo(world.view().step());
        assertThat(presses(world)).containsExactly(new Press.Send());
        player.press(new Press.Begin(SetUp.FREE));
        assertThat(presses(world)).containsExactly(new Press.Send());
        player.receive();
        player.world().rest();
        assertThat(presses(world)).containsExactly(new Press.Send(), new Press.Receive());
        new Player(player.world(), SetUp.FREE.named("other")).send();
        assertThat(presses(world)).containsExactly(new Press.Send(), new Press.Receive(), new Press.Send());
        world.undo(world.view().step());
        assertThat(presses(world)).containsExactly(new Press.Send(), new Press.Receive());
    }

    @Test
    void only_the_latest_runs_are_kept() {
        Player player = player(SetUp.FREE);
        for (int i = 0; i < 8; i++) {
            player.send();
        }
        assertThat(player.seat().runs()).hasSize(6);
        player.press(new Press.Begin(SetUp.FREE));
        assertThat(player.seat().runs()).extracting(RecordedDialogue::number).containsExactly(6, 7, 8);
    }

    @Test
    void a_talk_by_hand_is_one_run_however_long_it_grows() {
        Player player = player(SetUp.FREE);
        player.press(List.of(new Press.Open("plala.example", 25), new Press.Type("EHLO me"), new Press.Type("NOOP")));
        assertThat(player.seat().runs()).hasSize(1);
        assertThat(presses(player.seat())).containsExactly(new Press.Type("NOOP"));
    }

    @Test
    void a_rung_goes_all_the_way_up_to_it_on_a_line_of_its_own() {
        Player player = player(SetUp.FREE);
        assertThat(player.press(new Press.Climb(LadderStep.NAME)).talk()).isEmpty();
        assertThat(Player.lines(player.press(new Press.Climb(LadderStep.GREETING))))
                .containsExactly("S: 220 smtp.plala.example ESMTP");
        WorldView named = player.press(new Press.Climb(LadderStep.MAIL));
        assertThat(Player.lines(named))
                .contains("C: MAIL FROM:<hanako@plala.example>")
                .noneMatch(line -> line.contains("RCPT"));
        assertThat(named.result().orElseThrow().outcome()).isEmpty();
        assertThat(named.line()).isEmpty();
        WorldView refused = player.press(new Press.Climb(LadderStep.RCPT));
        assertThat(refused.result().orElseThrow().outcome()).contains(Outcome.REFUSED);
        player.press(new Press.Climb(LadderStep.CONNECT_110));
        assertThat(player.seat().view().list()).isEmpty();
        player.receive();
        assertThat(player.press(new Press.Climb(LadderStep.RCPT))
                        .result()
                        .orElseThrow()
                        .outcome())
                .isEmpty();
        assertThat(player.seat().view().friendMail()).isEmpty();
    }

    @Test
    void where_only_the_web_is_let_through_no_name_is_found() {
        Options webOnly = Options.USUAL.with(Setting.CENTRE, "web-only");
        Player player = player(SetUp.FREE);
        player.press(new Press.Choose(webOnly));
        assertThat(player.press(new Press.Climb(LadderStep.NAME))
                        .result()
                        .orElseThrow()
                        .outcome())
                .contains(Outcome.NAME_UNKNOWN);
    }

    @Test
    void a_climb_goes_into_a_link() {
        StateLink link = new StateLink(SetUp.FREE, List.of(new Press.Climb(LadderStep.CONNECT_25)));
        assertThat(StateLink.parse(link.text())).isEqualTo(Optional.of(link));
    }
}
