package popbeforesmtp.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import popbeforesmtp.Practice;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;

class ConsoleTest {

    private static final String PLALA = "plala.example";

    @RegisterExtension
    static final Practice PRACTICE = Practice.start();

    private static int keys;

    private final Player hanako = new Player(PRACTICE.worlds().make("console" + keys++, "owner"), SetUp.FREE);

    private WorldView type(String... lines) {
        WorldView view = hanako.seat().view();
        for (String line : lines) {
            view = hanako.press(new Press.Type(line));
        }
        return view;
    }

    private WorldView open(int port) {
        return hanako.press(new Press.Open(PLALA, port));
    }

    @Test
    void a_typed_password_opens_the_gate_and_a_typed_recipient_is_taken() {
        open(25);
        type("EHLO pc", "MAIL FROM:<hanako@plala.example>");
        WorldView refused = type("RCPT TO:<taro@friend.example>");
        assertThat(refused.result().orElseThrow().outcome()).contains(Outcome.REFUSED);
        assertThat(refused.result().orElseThrow().reason()).contains(Reason.NOT_LISTED);

        open(110);
        type("USER hanako");
        WorldView received = type("PASS sakura");
        assertThat(received.result().orElseThrow().outcome()).contains(Outcome.RECEIVED);
        assertThat(received.list()).hasSize(1);
        assertThat(type("QUIT").line()).isEmpty();

        open(25);
        type("EHLO pc", "MAIL FROM:<hanako@plala.example>", "RCPT TO:<taro@friend.example>", "DATA");
        assertThat(hanako.seat().view().line().orElseThrow().inMail()).isTrue();
        WorldView sent = type("Subject: こんにちは", "", "..dots stay typed", ".");
        assertThat(sent.result().orElseThrow().outcome()).contains(Outcome.SENT);
        assertThat(sent.result().orElseThrow().reason()).contains(Reason.LISTED);
        assertThat(sent.friendMail()).hasSize(1);
        assertThat(sent.friendMail().get(0).text()).contains(".dots stay typed");
        assertThat(Player.lines(sent)).first().isEqualTo("S: 220 smtp.plala.example ESMTP");
    }

    @ParameterizedTest
    @CsvSource({"995, USER hanako, PASS sakura", "465, EHLO pc, AUTH PLAIN AGhhbmFrbwBzYWt1cmE="})
    void a_line_to_a_port_with_tls_is_sealed_from_its_first_octet(int port, String first, String second) {
        open(port);
        WorldView view = type(first, second);
        assertThat(view.talk())
                .filteredOn(Event.Said.class::isInstance)
                .hasSizeGreaterThan(3)
                .allMatch(said -> ((Event.Said) said).sealed());
        assertThat(view.talk()).filteredOn(Event.SealedOctets.class::isInstance).hasSizeGreaterThan(3);
        assertThat(view.line().orElseThrow().port()).isEqualTo(port);
    }

    @Test
    void a_typed_starttls_seals_what_follows_and_nothing_before() {
        open(587);
        WorldView view = type("EHLO pc", "STARTTLS", "EHLO pc", "AUTH PLAIN AGhhbmFrbwBzYWt1cmE=");
        assertThat(view.talk().stream()
                        .filter(Event.Said.class::isInstance)
                        .map(Event.Said.class::cast)
                        .filter(said -> said.speaker() == Speaker.CLIENT)
                        .map(said -> said.sealed() + " " + said.line().split(" ", -1)[0]))
                .containsExactly("false EHLO", "false STARTTLS", "true EHLO", "true AUTH");
    }

    @Test
    void a_greeting_that_turns_an_address_away_is_an_answer_and_no_fault_of_this_machine() {
        hanako.press(new Press.Choose(
                Options.USUAL.with(Setting.SERVER, "qmail-ldap").with(Setting.CENTRE, "ipv6")));
        WorldView view = open(25);
        assertThat(view.line()).isEmpty();
        assertThat(view.result().orElseThrow().outcome()).contains(Outcome.REFUSED);
        assertThat(view.result().orElseThrow().messages())
                .extracting(Message::key)
                .contains("r.sixth.nogreeting");
    }

    @Test
    void letters_of_full_width_are_understood_and_missing_brackets_pointed_out() {
        open(25);
        assertThat(Player.lines(type("ＥＨＬＯ　pc"))).contains("C: EHLO pc");
        WorldView view = type("MAIL FROM:hanako@plala.example");
        assertThat(Player.lines(view)).last().asString().startsWith("S: 501");
    }

    @Test
    void long_replies_are_heard_to_their_end() {
        open(110);
        type("USER hanako", "PASS sakura", "LIST", "RETR 1", "TOP 2 0", "UIDL 3", "NOOP");
        assertThat(Player.lines(hanako.seat().view())).last().asString().startsWith("S: +OK");
        assertThat(type("DELE 1", "QUIT").line()).isEmpty();
    }

    @Test
    void moving_a_changed_network_and_a_reset_cut_the_line_and_the_clock_does_not() {
        open(25);
        assertThat(hanako.press(new Press.Advance(Press.ClockMove.FIVE_MINUTES)).line())
                .isPresent();
        WorldView moved = hanako.press(new Press.MoveTo(Place.HOME));
        assertThat(moved.line()).isEmpty();
        assertThat(moved.result().orElseThrow().outcome()).contains(Outcome.LOST);
        assertThat(moved.result().orElseThrow().reason()).contains(Reason.LINE_CUT);

        hanako.press(new Press.MoveTo(Place.CENTRE));
        open(25);
        WorldView changed = hanako.press(new Press.Choose(Options.USUAL.with(Setting.CENTRE, "web-only")));
        assertThat(changed.result().orElseThrow().outcome()).contains(Outcome.LOST);
        assertThat(open(25).result().orElseThrow().outcome()).contains(Outcome.NAME_UNKNOWN);
    }

    @Test
    void an_open_line_survives_a_rest_and_a_log_in_beside_it_counts_at_once() {
        open(25);
        type("EHLO pc", "MAIL FROM:<hanako@plala.example>", "RCPT TO:<taro@friend.example>");
        WorldView before = hanako.receive();
        assertThat(before.line()).isPresent();
        hanako.world().rest();
        assertThat(hanako.seat().view()).usingRecursiveComparison().isEqualTo(before);

        assertThat(Player.lines(type("RCPT TO:<taro@friend.example>")))
                .last()
                .asString()
                .startsWith("S: 250");
    }

    @Test
    void nothing_is_typed_without_a_line_and_nothing_that_is_not_a_line() {
        assertThat(type("NOOP").result().orElseThrow().messages()).containsExactly(Message.of("console.none"));
        assertThatThrownBy(() -> new Press.Type("a\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Press.Type("x".repeat(501))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Press.Open("nowhere.example", 25)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Press.Open(PLALA, 80)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_line_that_the_server_ends_with_its_last_reply_is_closed_at_once() {
        open(110);
        type("USER hanako", "PASS a", "USER hanako", "PASS b", "USER hanako");
        WorldView last = type("PASS c");
        assertThat(last.result().orElseThrow().reason()).contains(Reason.WRONG_PASSWORD);
        assertThat(last.line()).isEmpty();
        assertThat(type("NOOP").result().orElseThrow().messages()).containsExactly(Message.of("console.none"));
    }
}
