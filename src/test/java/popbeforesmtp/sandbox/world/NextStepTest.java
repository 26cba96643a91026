package popbeforesmtp.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import popbeforesmtp.Practice;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;

/** A refusal says what to do next, and whoever does it can send. */
class NextStepTest {

    private static final Press RECEIVE = new Press.Receive();
    private static final Press SEND = new Press.Send();
    private static final Press BOTH = new Press.SendReceive();

    @RegisterExtension
    static final Practice PRACTICE = Practice.start();

    private static Player player() {
        return new Player(PRACTICE.worlds().make("next " + PRACTICE.worlds().size(), "nobody"), SetUp.FREE);
    }

    /** What can be done at the table before a letter is sent. */
    static Stream<Options> options() {
        List<Options> all = new ArrayList<>();
        for (String incoming : List.of("plala.example", "yahoo.example")) {
            for (String outgoing : List.of("plala.example", "yahoo.example", "asahi.example")) {
                for (String centre : List.of("normal", "two-exits", "25-to-town")) {
                    for (String password : List.of("right", "wrong")) {
                        all.add(Options.USUAL
                                .with(Setting.INCOMING, incoming)
                                .with(Setting.OUTGOING, outgoing)
                                .with(Setting.CENTRE, centre)
                                .with(Setting.PASSWORD, password));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("options")
    void whoever_does_what_is_said_can_send(Options options) {
        for (List<Press> before : List.of(
                List.<Press>of(),
                List.of(RECEIVE),
                List.of(RECEIVE, new Press.Advance(Press.ClockMove.AFTER_END)),
                List.of(RECEIVE, new Press.MoveTo(Place.HOME)),
                List.of(RECEIVE, new Press.MoveTo(Place.ADSL)))) {
            Player player = player();
            player.press(new Press.Choose(options));
            player.press(before);
            Result refused = result(player, SEND);
            if (refused.outcome().filter(Outcome.REFUSED::equals).isEmpty()) {
                assertThat(refused.next()).isEmpty();
                continue;
            }
            if (!refused.next().isEmpty() && !keys(refused.next()).contains("r.next.exits")) {
                assertThat(follow(player, refused).outcome())
                        .as("%s after %s: %s", options, before, refused.next())
                        .contains(Outcome.SENT);
            }
        }
    }

    /** Does what the last of the steps says, and sends again. */
    private static Result follow(Player player, Result refused) {
        Options now = player.seat().view().options();
        String step = keys(refused.next()).get(refused.next().size() - 1);
        List<Press> presses = new ArrayList<>();
        switch (step) {
            case "r.next.receive", "r.next.again", "r.next.here" -> presses.add(RECEIVE);
            case "r.next.password" -> {
                presses.add(new Press.Choose(now.with(Setting.PASSWORD, "right")));
                presses.add(RECEIVE);
            }
            case "r.next.same-company" -> presses.add(new Press.Choose(now.with(Setting.OUTGOING, now.incoming())));
            case "r.next.company" -> {
                presses.add(new Press.Choose(
                        now.with(Setting.OUTGOING, now.incoming()).with(Setting.PASSWORD, "right")));
                presses.add(RECEIVE);
            }
            default -> throw new AssertionError("nobody knows what to do about " + step);
        }
        player.press(presses);
        return result(player, SEND);
    }

    @Test
    void after_a_wrong_password_it_is_the_password_that_is_named() {
        Player player = player();
        assertThat(keys(result(player, SEND).next())).containsExactly("r.next.receive");
        player.press(new Press.Choose(Options.USUAL.with(Setting.PASSWORD, "wrong")));
        assertThat(keys(result(player, SEND).next())).containsExactly("r.next.password");
        player.press(RECEIVE);
        assertThat(keys(result(player, SEND).next())).containsExactly("r.next.mistaken", "r.next.password");
        assertThat(keys(result(player, BOTH).next())).containsExactly("r.next.password");
        player.press(new Press.Choose(Options.USUAL));
        player.press(RECEIVE);
        assertThat(result(player, SEND).next()).isEmpty();
    }

    @Test
    void where_receiving_again_is_of_no_use_nobody_is_told_to() {
        Player player = player();
        player.press(new Press.Choose(Options.USUAL.with(Setting.CENTRE, "two-exits")));
        assertThat(result(player, SEND).next()).isEmpty();
        player.press(RECEIVE);
        assertThat(keys(result(player, SEND).next())).containsExactly("r.next.exits");
        assertThat(keys(result(player, BOTH).messages())).doesNotContain("r.both.again");
        player.press(new Press.Choose(Options.USUAL.with(Setting.OUTGOING, "yahoo.example")));
        assertThat(keys(result(player, BOTH).messages())).doesNotContain("r.both.again");
    }

    @Test
    void who_has_no_mailbox_is_told_to_receive_nothing() {
        Player player = player();
        player.press(new Press.MoveTo(Place.STRANGER));
        assertThat(result(player, SEND).next()).isEmpty();
    }

    @Test
    void who_has_pressed_both_only_presses_again() {
        Player player = player();
        Result both = result(player, BOTH);
        assertThat(keys(both.messages())).containsExactly("r.both", "r.both.again");
        assertThat(both.next()).isEmpty();
        assertThat(result(player, BOTH).outcome()).contains(Outcome.SENT);
    }

    @Test
    void a_name_that_was_borrowed_is_told_so() {
        Player player = player();
        player.press(RECEIVE);
        assertThat(keys(result(player, SEND).messages())).containsExactly("r.sent.listed");
        player.press(new Press.MoveTo(Place.NEXT_SEAT));
        assertThat(keys(result(player, SEND).messages())).containsExactly("r.neighbour");
        player.press(new Press.Choose(Options.USUAL.with(Setting.SENDER, "hanako")));
        assertThat(keys(result(player, SEND).messages())).containsExactly("r.neighbour", "r.spoofed");
    }

    @Test
    void an_expired_row_says_when_it_was_received() {
        Player player = player();
        player.press(List.of(RECEIVE, new Press.Advance(Press.ClockMove.AFTER_END)));
        Map<String, Object> told = result(player, SEND).messages().get(0).values();
        assertThat(told).containsKeys("n", "time");
        assertThat(told.get("time")).hasToString("2007-04-02T05:00:00Z");
    }

    private static Result result(Player player, Press press) {
        return player.press(press).result().orElseThrow();
    }

    private static List<String> keys(List<Message> messages) {
        return messages.stream().map(Message::key).toList();
    }
}
