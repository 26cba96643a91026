package popbeforesmtp.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.Practice;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;

/** What is kept for showing is bounded; what is true is not cut from it. */
class TruthTest {

    @RegisterExtension
    static final Practice PRACTICE = Practice.start();

    private static Player player(String key) {
        return new Player(PRACTICE.worlds().make(key, "here"), SetUp.FREE);
    }

    @Test
    void a_mailbox_of_very_many_mails_changes_no_answer() {
        Player hanako = player("185");
        hanako.press(new Press.Choose(Options.USUAL.with(Setting.RECIPIENTS, "hanako")));
        hanako.press(Collections.nCopies(185, new Press.Send()));
        WorldView received = hanako.receive();
        assertThat(received.result().orElseThrow().outcome()).contains(Outcome.RECEIVED);
        assertThat(received.dialogue().earlier()).isPositive();
        assertThat(received.talk()).first().isInstanceOf(Event.SessionOpened.class);
        assertDecidingLineIsShown(received);

        hanako.press(new Press.Choose(Options.USUAL));
        hanako.press(new Press.Advance(Press.ClockMove.AFTER_END));
        WorldView refused = hanako.send();
        assertThat(refused.result().orElseThrow().reason()).contains(Reason.EXPIRED);
        assertDecidingLineIsShown(refused);
    }

    private static void assertDecidingLineIsShown(WorldView view) {
        Result result = view.result().orElseThrow();
        Event key = result.key().orElseThrow().event();
        assertThat(view.talk()).anyMatch(event -> event == key);
    }

    @Test
    void a_talk_by_hand_shows_each_new_line_however_long_it_grows() {
        Player hanako = player("capa");
        hanako.press(new Press.Open("plala.example", 110));
        int earlier = 0;
        for (int i = 1; i < 200; i++) {
            WorldView view = hanako.press(new Press.Type("CAPA"));
            long shown =
                    view.talk().stream().filter(Event.Said.class::isInstance).count();
            int lines = view.dialogue().earlier() + (int) shown;
            assertThat(lines).as("press %d", i).isGreaterThan(earlier);
            assertThat(Player.lines(view)).last().isEqualTo("S: .");
            assertThat(view.talk()).first().isInstanceOf(Event.SessionOpened.class);
            assertThat(view.talk()).hasSizeLessThanOrEqualTo(Dialogue.MOST + 2);
            earlier = lines;
        }
        assertThat(hanako.seat().view().dialogue().earlier()).isGreaterThan(1_000);
    }
}
