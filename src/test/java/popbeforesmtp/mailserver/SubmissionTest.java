package popbeforesmtp.mailserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.network.Dialled;
import popbeforesmtp.network.Place;

/** Submission as a caller meets it (RFC 6409, 4954, 4616). */
class SubmissionTest {

    private static final String RIGHT = base64("\0hanako\0sakura");

    private final TestServers servers = new TestServers();
    private final TestWorld world = servers.world("one");

    @AfterEach
    void close() {
        servers.close();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Line greeted() {
        Line line = world.dial(587);
        line.play("S: 220 smtp.plala.example ESMTP\nC: EHLO pc");
        line.play("S: 250-...\nS: 250-...\nS: 250-...\nS: 250-...\nS: 250-...\nS: 250-...\nS: 250 AUTH PLAIN LOGIN");
        return line;
    }

    private Line loggedIn() {
        return greeted().play("C: AUTH PLAIN " + RIGHT + "\nS: 235 2.7.0 Logged in");
    }

    @Test
    void ehlo_offers_a_log_in_here_and_nowhere_else() {
        try (Line line = world.dial(587)) {
            line.play("""
                    S: 220 smtp.plala.example ESMTP
                    C: EHLO pc
                    S: 250-smtp.plala.example
                    S: 250-SIZE 1048576
                    S: 250-8BITMIME
                    S: 250-PIPELINING
                    S: 250-ENHANCEDSTATUSCODES
                    S: 250-STARTTLS
                    S: 250 AUTH PLAIN LOGIN
                    """);
        }
        try (Line line = world.dial(25)) {
            line.play(
                    "S: 220...\nC: EHLO pc\nS: 250-...\nS: 250-...\nS: 250-...\nS: 250-...\nS: 250 ENHANCEDSTATUSCODES");
            line.play("C: AUTH PLAIN " + RIGHT + "\nS: 502 5.5.1 Command not offered");
            line.play("C: MAIL FROM:<a@b.example> AUTH=<>\nS: 555 5.5.4...");
        }
        for (String host : List.of("asahi", "town", "friend")) {
            assertThat(world.network.dial(SeatId.FIRST, Place.CENTRE, "smtp." + host + ".example", 587))
                    .isEqualTo(new Dialled.Refused(587));
        }
    }

    @Test
    void a_member_sends_from_anywhere_and_the_trace_says_so() {
        try (Line line = world.dial(Place.STRANGER, "smtp.plala.example", 587)) {
            line.play("""
                    S: 220 smtp.plala.example ESMTP
                    C: EHLO pc
                    S: 250-...
                    S: 250-...
                    S: 250-...
                    S: 250-...
                    S: 250-...
                    S: 250-...
                    S: 250 AUTH PLAIN LOGIN
                    C: AUTH LOGIN
                    S: 334 VXNlcm5hbWU6
                    C: aGFuYWtv
                    S: 334 UGFzc3dvcmQ6
                    C: c2FrdXJh
                    S: 235 2.7.0 Logged in
                    C: MAIL FROM:<hanako@plala.example> SIZE=100 AUTH=<>
                    S: 250 2.1.0 ...
                    C: RCPT TO:<taro@friend.example>
                    S: 250 2.1.5 ...
                    C: RCPT TO:<hanako@plala.example>
                    S: 250 2.1.5 ...
                    C: RCPT TO:<jiro@plala.example>
                    S: 550 5.1.1 ...
                    C: DATA
                    S: 354 ...
                    C: Subject: Hi
                    C: .
                    S: 250 2.0.0 Message accepted
                    C: MAIL FROM:<> AUTH=hanako+2Bx@plala.example
                    S: 250 2.1.0 ...
                    C: QUIT
                    S: 221 2.0.0 ...
                    S: (end)
                    """);
        }
        assertThat(world.friend.mailbox("taro").get(0).header())
                .contains("Received: from pc ([198.18.77.9])\tby smtp.plala.example with ESMTPA id 1-1;"
                        + " Mon, 02 Apr 2007 14:00:00 +0900");
        assertThat(world.events(Event.Decided.class))
                .extracting(Event.Decided::reason)
                .containsExactly(Reason.AUTHENTICATED, Reason.LOCAL_RECIPIENT, Reason.UNKNOWN_RECIPIENT);
        assertThat(world.plala.gate().list()).isEmpty();
        assertThat(world.events(Event.SessionOpened.class).get(0).port()).isEqualTo(587);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MAIL FROM:<hanako@plala.example>",
                "MAIL FROM:<>",
                "MAIL",
                "RCPT TO:<hanako@plala.example>",
                "DATA",
                "VRFY hanako"
            })
    void nothing_is_done_for_a_stranger_whatever_list_and_network_say(String command) {
        world.logIn(Place.HOME);
        try (Line line = world.dial(Place.HOME, "smtp.plala.example", 587)) {
            line.play("S: 220...\nC: HELO pc\nS: 250 smtp.plala.example");
            long before = world.log.since(0).end();
            line.play("C: " + command + "\nS: 530 5.7.0 Authentication required\nC: NOOP\nS: 250 2.0.0 Ok");
            assertThat(world.log.since(before).events().subList(0, 3))
                    .containsExactly(
                            new Event.Said(world.clock.instant(), 2, Speaker.CLIENT, command),
                            new Event.LogInRefused(world.clock.instant(), 2, "plala.example", Reason.AUTH_REQUIRED),
                            new Event.Said(
                                    world.clock.instant(), 2, Speaker.SERVER, "530 5.7.0 Authentication required"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AUTH                                | 501 5.5.4 Syntax: AUTH PLAIN or AUTH LOGIN
                    AUTH PLAIN AGhhbmFrbwBzYWt1cmE= x   | 501 5.5.4
                    AUTH CRAM-MD5                       | 504 5.5.4
                    AUTH ANONYMOUS dGFybw==             | 504 5.5.4
                    AUTH PLAIN *                        | 501 5.5.2
                    AUTH PLAIN =                        | 501 5.5.2
                    AUTH PLAIN AGhhbmFrbwBzYWt1cmE      | 501 5.5.2
                    AUTH PLAIN A$$$                     | 501 5.5.2
                    AUTH PLAIN aGFuYWtv                 | 501 5.5.2
                    AUTH PLAIN AAAA                     | 501 5.5.2
                    AUTH PLAIN dGFybwBoYW5ha28Ac2FrdXJh | 535 5.7.8
                    AUTH PLAIN AGhhbmFrbwBTYWt1cmE=     | 535 5.7.8
                    AUTH PLAIN AG5vYm9keQBzYWt1cmE=     | 535 5.7.8
                    AUTH PLAIN AGhhbmFrbwA=             | 535 5.7.8
                    AUTH PLAIN AHBvc3RtYXN0ZXIA         | 535 5.7.8
                    AUTH PLAIN AGhhbmFrbwBzYWt1cmE=     | 235 2.7.0
                    auth plain AEhhbmFrbwBzYWt1cmE=     | 235 2.7.0
                    AUTH PLAIN aGFuYWtvAGhhbmFrbwBzYWt1cmE= | 235 2.7.0
                    """)
    void a_log_in_in_one_line(String command, String reply) {
        try (Line line = greeted()) {
            assertThat(line.ask(command)).startsWith(reply);
            line.play("C: NOOP\nS: 250 2.0.0 Ok");
            assertThat(line.ask("MAIL FROM:<>")).startsWith(reply.startsWith("235") ? "250" : "530 5.7.0");
        }
        assertThat(world.events(Event.LogInRefused.class))
                .filteredOn(event -> event.reason() == Reason.WRONG_PASSWORD)
                .hasSize(reply.startsWith("535") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
                    AUTH PLAIN          | AGhhbmFrbwBzYWt1cmE= | none     | 235 2.7.0
                    AUTH PLAIN          | *                    | none     | 501 5.7.0 Log-in cancelled
                    AUTH PLAIN          | MAIL FROM:<>         | none     | 501 5.5.2
                    AUTH PLAIN          | QUIT                 | none     | 501 5.5.2
                    AUTH LOGIN          | aGFuYWtv             | c2FrdXJh | 235 2.7.0
                    AUTH LOGIN aGFuYWtv | c2FrdXJh             | none     | 235 2.7.0
                    AUTH LOGIN =        | c2FrdXJh             | none     | 535 5.7.8
                    AUTH LOGIN          | aGFuYWtv             | *        | 501 5.7.0
                    AUTH LOGIN          | aGFuYWtv             | sakura   | 501 5.5.2
                    AUTH LOGIN          | aGFuYWtv             | U2FrdXJh | 535 5.7.8
                    AUTH LOGIN          | hanako               | none     | 501 5.5.2
                    """)
    void a_log_in_in_several_lines(String command, String first, String second, String reply) {
        try (Line line = greeted()) {
            assertThat(line.ask(command)).startsWith("334 ");
            if (second != null) {
                assertThat(line.ask(first)).isEqualTo("334 UGFzc3dvcmQ6");
            }
            assertThat(line.ask(second == null ? first : second)).startsWith(reply);
            line.play("C: NOOP\nS: 250 2.0.0 Ok");
        }
    }

    @Test
    void the_empty_challenge_has_its_space_and_an_empty_answer_is_none() {
        try (Line line = greeted()) {
            assertThat(line.ask("AUTH PLAIN")).isEqualTo("334 ");
            assertThat(line.ask("")).startsWith("501 5.5.2");
            assertThat(line.ask("AUTH LOGIN")).isEqualTo("334 VXNlcm5hbWU6");
            assertThat(line.ask("x".repeat(1_000))).isEqualTo("500 5.5.6 Answer too long");
            assertThat(line.ask("AUTH LOGIN")).isEqualTo("334 VXNlcm5hbWU6");
            assertThat(line.send("aGFuYWtv\n").readLine()).startsWith("501 5.5.2");
            assertThat(line.ask("NOOP")).isEqualTo("250 2.0.0 Ok");
        }
    }

    @Test
    void there_is_one_log_in_a_session_and_not_within_a_mail() {
        try (Line line = loggedIn()) {
            line.play("C: AUTH PLAIN " + RIGHT + "\nS: 503 5.5.1 Logged in already");
            line.play("C: MAIL FROM:<>\nS: 250...\nC: AUTH LOGIN\nS: 503 5.5.1...\nC: RSET\nS: 250...");
            line.play("C: HELO pc\nS: 250 smtp.plala.example\nC: AUTH LOGIN\nS: 503 5.5.1...");
            line.play("C: MAIL FROM:<>\nS: 250...");
        }
    }

    @Test
    void a_log_in_takes_ehlo() {
        try (Line line = world.dial(587)) {
            line.play("S: 220...\nC: AUTH LOGIN\nS: 503 5.5.1 EHLO comes first");
            line.play("C: MAIL FROM:<>\nS: 503 5.5.1 HELO or EHLO comes first");
            line.play("C: HELO pc\nS: 250...\nC: AUTH LOGIN\nS: 503 5.5.1 EHLO comes first");
        }
    }

    @Test
    void the_third_wrong_log_in_ends_the_session() {
        String wrong = "C: AUTH PLAIN " + base64("\0hanako\0wrong");
        try (Line line = greeted()) {
            line.play(wrong + "\nS: 535 5.7.8 Wrong name or password\n" + wrong + "\nS: 535 5.7.8...\n" + wrong);
            line.play("S: 421 4.7.0 smtp.plala.example Too many wrong log-ins, closing\nS: (end)");
        }
        assertThat(world.events(Event.LogInRefused.class))
                .hasSize(3)
                .allMatch(event -> event.reason() == Reason.WRONG_PASSWORD);
    }
}
