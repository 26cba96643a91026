package popbeforesmtp.web.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.Practice;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.press.LadderStep;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;
import popbeforesmtp.sandbox.world.WorldView;

/** The map shows which server answered what, after every kind of press. */
class NetworkMapTest {

    @RegisterExtension
    static final Practice PRACTICE = Practice.start();

    private static final Press RECEIVE = new Press.Receive();
    private static final Press SEND = new Press.Send();

    private static int keys;
    private Player hanako;

    private static final Set<Class<?>> SHOWN = new HashSet<>();

    @BeforeEach
    void begin() {
        hanako = new Player(PRACTICE.worlds().make("map" + keys++, "here"), SetUp.FREE);
    }

    /** The wires and desks after some presses: {@code done received | idle idle}. */
    private String after(Press... presses) {
        List.of(presses).forEach(press -> SHOWN.add(press.getClass()));
        WorldView view = hanako.press(List.of(presses));
        NetworkMap map = NetworkMap.of(view);
        return words(map.receiving()) + " | " + words(map.sending());
    }

    private static String words(NetworkMap.Way way) {
        return way.wire() + " " + way.desk() + (way.elsewhere() ? " " + way.host() : "");
    }

    private static Press choose(Setting setting, String answer) {
        return new Press.Choose(Options.USUAL.with(setting, answer));
    }

    private static Press type(String line) {
        return new Press.Type(line);
    }

    /** What is not here: a card of a class is a letter, and that a line was cut is observed, not pressed. */
    @AfterAll
    static void every_kind_of_press_was_shown() {
        Set<Class<?>> all = new HashSet<>(Arrays.asList(Press.class.getPermittedSubclasses()));
        all.removeAll(SHOWN);
        assertThat(all).containsExactlyInAnyOrder(Press.SendCard.class, Press.LineCut.class);
    }

    @Test
    void receiving_and_sending() {
        assertThat(after(SEND)).isEqualTo("idle idle | back refused");
        assertThat(after(RECEIVE)).isEqualTo("done received | idle idle");
        assertThat(after(SEND)).isEqualTo("idle idle | sent sent");
        assertThat(after(new Press.MoveTo(Place.NEXT_SEAT), SEND)).isEqualTo("idle idle | sent through");
        assertThat(after(RECEIVE)).isEqualTo("done refused | idle idle");
    }

    @Test
    void both_halves_of_one_press() {
        assertThat(after(new Press.SendReceive())).isEqualTo("done received | back refused");
        assertThat(after(choose(Setting.PROGRAM, "receive-before-send"), SEND)).isEqualTo("done received | sent sent");
        assertThat(after(new Press.SendReceive())).isEqualTo("done received | sent sent");
        assertThat(after(
                        new Press.Choose(Options.USUAL
                                .with(Setting.PROGRAM, "receive-before-send")
                                .with(Setting.PASSWORD, "wrong")),
                        SEND))
                .isEqualTo("done refused | idle idle");
    }

    @Test
    void ways_of_not_being_answered() {
        assertThat(after(choose(Setting.CENTRE, "25-closed"), SEND)).isEqualTo("idle idle | cut idle");
        assertThat(after(choose(Setting.CENTRE, "25-to-town"), SEND))
                .isEqualTo("idle idle | back refused smtp.town.example");
        assertThat(after(choose(Setting.CENTRE, "web-only"), RECEIVE)).isEqualTo("cut idle | idle idle");
        assertThat(after(choose(Setting.PORT, "587"), SEND)).isEqualTo("idle idle | back refused");
    }

    @Test
    void presses_without_mail() {
        hanako.receive();
        for (Press press : List.of(
                new Press.Advance(Press.ClockMove.ONE_MINUTE),
                choose(Setting.WINDOW, "5"),
                new Press.MoveTo(Place.PHONE),
                new Press.HangUp(),
                new Press.NextCallerDials(),
                new Press.Dial(),
                new Press.Close(),
                new Press.Tend(Press.Tending.RESTART),
                new Press.Begin(SetUp.FREE))) {
            assertThat(after(press)).as(press.id()).isEqualTo("idle idle | idle idle");
        }
        assertThat(after(choose(Setting.PROGRAM, "checks-3")))
                .as("a check by itself is no half of a press")
                .isEqualTo("idle idle | idle idle");
    }

    @Test
    void what_is_typed_at_a_receiving_server_is_shown_there() {
        assertThat(after(new Press.Open("plala.example", 110))).isEqualTo("idle idle | idle idle");
        assertThat(after(type("USER hanako"))).isEqualTo("idle idle | idle idle");
        assertThat(after(type("PASS sakura"))).isEqualTo("done received | idle idle");
        assertThat(after(type("STAT"))).isEqualTo("idle idle | idle idle");
        assertThat(after(type("QUIT"))).isEqualTo("idle idle | idle idle");
        assertThat(after(new Press.Open("plala.example", 110), type("USER hanako"), type("PASS wrong")))
                .isEqualTo("done refused | idle idle");
        assertThat(after(new Press.MoveTo(Place.HOME))).as("the line is cut").isEqualTo("cut idle | idle idle");
    }

    @Test
    void what_is_typed_at_a_sending_server_is_shown_there_whatever_the_program() {
        hanako.press(choose(Setting.PROGRAM, "receive-before-send"));
        assertThat(after(
                        new Press.Open("plala.example", 25),
                        type("EHLO pc"),
                        type("MAIL FROM:<hanako@plala.example>"),
                        type("RCPT TO:<taro@friend.example>")))
                .isEqualTo("idle idle | back refused");
        assertThat(after(type("RCPT TO:<hanako@plala.example>"), type("DATA"), type("Hello"), type(".")))
                .isEqualTo("idle idle | sent sent");
        assertThat(after(new Press.Open("plala.example", 587), type("EHLO pc"), type("MAIL FROM:<a@other.example>")))
                .isEqualTo("idle idle | back refused");
        assertThat(after(choose(Setting.CENTRE, "web-only"))).isEqualTo("idle idle | cut idle");
    }

    @Test
    void each_step_of_the_ladder_is_shown_where_it_was_tried() {
        assertThat(after(new Press.Climb(LadderStep.NAME))).isEqualTo("idle idle | idle idle");
        assertThat(after(new Press.Climb(LadderStep.CONNECT_110))).isEqualTo("idle idle | idle idle");
        assertThat(after(new Press.Climb(LadderStep.MAIL))).isEqualTo("idle idle | idle idle");
        assertThat(after(new Press.Climb(LadderStep.RCPT))).isEqualTo("idle idle | back refused");
        hanako.press(choose(Setting.CENTRE, "web-only"));
        assertThat(after(new Press.Climb(LadderStep.NAME))).isEqualTo("idle idle | cut idle");
        assertThat(after(new Press.Climb(LadderStep.CONNECT_110))).isEqualTo("cut idle | idle idle");
        hanako.press(choose(Setting.CENTRE, "25-closed"));
        assertThat(after(new Press.Climb(LadderStep.CONNECT_25))).isEqualTo("idle idle | cut idle");
        assertThat(after(new Press.Climb(LadderStep.GREETING))).isEqualTo("idle idle | cut idle");
    }
}
