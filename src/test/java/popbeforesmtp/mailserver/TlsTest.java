package popbeforesmtp.mailserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.mailbox.Sealing;
import popbeforesmtp.tls.PracticeCertificate;

/** TLS as a caller meets it: asked for (RFC 3207, 2595), or from the first octet (RFC 8314). */
class TlsTest {

    private static final String MEMBER = "AUTH PLAIN AGhhbmFrbwBzYWt1cmE=";

    private final TestServers servers = new TestServers();
    private final TestWorld world = servers.world("one");

    @AfterEach
    void close() {
        servers.close();
    }

    private static Line greeted(TestWorld world, int port) {
        Line line = world.dial(port);
        line.readLine();
        line.send("EHLO pc\r\n").readReply();
        return line;
    }

    private static Line sealed(TestWorld world) {
        return greeted(world, 587)
                .play("C: STARTTLS\nS: 220 2.0.0 Ready to start TLS")
                .seal("smtp.plala.example");
    }

    @Test
    void a_member_sends_under_tls_and_the_trace_says_so() {
        try (Line line = sealed(world)) {
            line.play("""
                    C: EHLO pc
                    S: 250-smtp.plala.example
                    S: 250-SIZE 1048576
                    S: 250-8BITMIME
                    S: 250-PIPELINING
                    S: 250-ENHANCEDSTATUSCODES
                    S: 250 AUTH PLAIN LOGIN
                    C: AUTH PLAIN AGhhbmFrbwBzYWt1cmE=
                    S: 235 2.7.0 Logged in
                    C: MAIL FROM:<hanako@plala.example>
                    S: 250 2.1.0 ...
                    C: RCPT TO:<taro@friend.example>
                    S: 250 2.1.5 ...
                    C: DATA
                    S: 354 ...
                    C: Subject: Hi
                    C: .
                    S: 250 2.0.0 Message accepted
                    C: QUIT
                    S: 221 2.0.0 ...
                    S: (end)
                    """);
        }
        assertThat(world.friend.mailbox("taro").get(0).header())
                .anyMatch(line -> line.contains(" with ESMTPSA id 1-1"));
        List<Event> log = world.log.all();
        int secured = log.indexOf(world.events(Event.Secured.class).get(0));
        assertThat(said(log.subList(0, secured))).isNotEmpty().allMatch(said -> !said.sealed());
        assertThat(said(log.subList(secured, log.size()))).hasSize(18).allMatch(Event.Said::sealed);
        assertThat(world.events(Event.Letter.class)).hasSize(1).allMatch(Event.Letter::sealed);
    }

    private static List<Event.Said> said(List<Event> events) {
        return events.stream()
                .flatMap(event -> event instanceof Event.Said said ? Stream.of(said) : Stream.empty())
                .toList();
    }

    @Test
    void the_log_has_what_went_over_the_wire_instead() {
        try (Line line = sealed(world)) {
            line.play("C: NOOP\nS: 250 2.0.0 Ok");
        }
        List<Event.SealedOctets> octets = world.events(Event.SealedOctets.class);
        assertThat(octets).hasSize(2).allMatch(each -> each.beginning().startsWith("17 03 03 00 "));
        assertThat(octets).extracting(Event.SealedOctets::octets).containsExactly(6 + 38L, 14 + 38L);
    }

    @Test
    void who_calls_again_takes_up_the_keys_of_the_talk_before() {
        List<Long> proofs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            try (Line line = world.dial(465).seal("smtp.plala.example")) {
                line.play("S: 220...\nC: QUIT\nS: 221...\nS: (end)");
                proofs.add(line.agreedAt());
            }
        }
        assertThat(proofs).as("when the certificate was last shown").containsOnly(proofs.get(0));
    }

    @Test
    void the_fingerprint_is_that_of_the_certificate_which_a_caller_is_shown() throws GeneralSecurityException {
        try (Line line = world.dial(465).seal("smtp.plala.example")) {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(line.certificate().getEncoded());
            assertThat(PracticeCertificate.fingerprint())
                    .isEqualTo(HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash));
        }
    }

    @Test
    void what_was_said_before_tls_was_never_said() {
        try (Line line = greeted(world, 587)) {
            line.play("C: " + MEMBER + "\nS: 235...\nC: MAIL FROM:<>\nS: 250...\nC: STARTTLS\nS: 220...");
            line.seal("smtp.plala.example").play("""
                    C: MAIL FROM:<>
                    S: 503 5.5.1 HELO or EHLO comes first
                    C: AUTH PLAIN AGhhbmFrbwBzYWt1cmE=
                    S: 503 5.5.1 EHLO comes first
                    C: HELO pc
                    S: 250 smtp.plala.example
                    C: MAIL FROM:<>
                    S: 530 5.7.0 Authentication required
                    C: STARTTLS
                    S: 503 5.5.1 TLS is on already
                    """);
        }
    }

    @Test
    void what_comes_with_the_request_for_tls_is_dropped() {
        try (Line line = greeted(world, 587)) {
            line.send("STARTTLS\r\nEHLO intruder\r\n" + MEMBER + "\r\nMAIL FROM:<x@y.example>\r\n");
            assertThat(line.readLine()).startsWith("220");
            line.seal("smtp.plala.example").play("C: RSET\nS: 250 2.0.0 Ok\nC: MAIL FROM:<>\nS: 503...");
        }
        assertThat(said(world.log.all()))
                .noneMatch(
                        said -> said.line().contains("intruder") || said.line().contains("x@y"));
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 587, 465})
    void tls_is_offered_to_members_who_have_none(int port) {
        try (Line line = world.dial(port)) {
            if (port == 465) {
                line.seal("smtp.plala.example");
            }
            line.readLine();
            line.play("C: STARTTLS\nS: " + (port == 25 ? "502 5.5.1..." : "503 5.5.1..."));
            if (port == 587) {
                line.play("C: HELO pc\nS: 250...\nC: STARTTLS\nS: 503 5.5.1 EHLO comes first");
                line.send("EHLO pc\r\n").readReply();
                line.play("C: STARTTLS now\nS: 501 5.5.4 Syntax: STARTTLS");
            }
        }
    }

    @Test
    void a_host_of_today_takes_no_password_in_the_open() {
        TestWorld today = servers.world("today", Sealing.OF_MEMBERS);
        try (Line line = today.dial(587)) {
            line.play("""
                    S: 220...
                    C: EHLO pc
                    S: 250-...
                    S: 250-...
                    S: 250-...
                    S: 250-...
                    S: 250-...
                    S: 250 STARTTLS
                    C: AUTH PLAIN AGhhbmFrbwBzYWt1cmE=
                    S: 538 5.7.11 Encryption required, STARTTLS comes first
                    C: MAIL FROM:<>
                    S: 530 5.7.0 Must issue a STARTTLS command first
                    C: STARTTLS
                    S: 220...
                    """);
            line.seal("smtp.plala.example").send("EHLO pc\r\n");
            assertThat(line.readReply()).isEqualTo("250 AUTH PLAIN LOGIN");
            line.play("C: " + MEMBER + "\nS: 235...");
        }
        assertThat(today.events(Event.LogInRefused.class))
                .extracting(Event.LogInRefused::reason)
                .containsOnly(Reason.ENCRYPTION_REQUIRED)
                .hasSize(2);
    }

    @Test
    void a_caller_does_not_take_another_server_for_the_one_he_called() {
        try (Line line = greeted(world, 587).play("C: STARTTLS\nS: 220...")) {
            assertThatThrownBy(() -> line.seal("smtp.friend.example")).hasMessageContaining("No subject alternative");
        }
    }

    @Test
    void who_receives_may_ask_for_tls_too_and_what_was_said_before_is_forgotten() {
        try (Line line = world.dial(110)) {
            line.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: STLS\nS: +OK Begin TLS");
            line.seal("pop.plala.example").play("""
                    C: PASS sakura
                    S: -ERR USER comes first
                    C: STLS
                    S: -ERR TLS is on already
                    C: CAPA
                    S: +OK...
                    S: USER
                    S: UIDL
                    S: TOP
                    S: RESP-CODES
                    S: AUTH-RESP-CODE
                    S: PIPELINING
                    S: .
                    C: USER hanako
                    S: +OK...
                    C: PASS sakura
                    S: +OK...
                    C: STLS
                    S: -ERR Logged in already
                    C: QUIT
                    S: +OK...
                    S: (end)
                    """);
        }
        assertThat(world.plala.gate().list()).hasSize(1);
    }

    @Test
    void what_comes_with_the_request_of_who_receives_is_dropped() {
        try (Line line = world.dial(110)) {
            line.readLine();
            line.send("STLS\r\nUSER hanako\r\nPASS sakura\r\n").play("S: +OK Begin TLS");
            line.seal("pop.plala.example").play("C: STAT\nS: -ERR Log in first");
        }
        assertThat(world.plala.gate().list()).isEmpty();
    }

    @Test
    void apop_shows_that_one_knows_the_password_and_does_not_say_it() throws GeneralSecurityException {
        try (Line line = world.dial(110)) {
            String stamp = line.readLine().replaceFirst("[^<]*", "");
            assertThat(stamp).isEqualTo("<1.1175490000000@pop.plala.example>");
            byte[] both = (stamp + "sakura").getBytes(StandardCharsets.US_ASCII);
            String digest =
                    HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(both));
            line.play("C: APOP hanako " + digest.replace(digest.charAt(0), 'x') + "\nS: -ERR [AUTH]...");
            line.play("C: APOP taro " + digest + "\nS: -ERR [AUTH]...");
            line.play("C: APOP Hanako " + digest + "\nS: +OK 0 messages (0 octets)\nC: QUIT\nS: +OK...");
        }
        assertThat(world.events(Event.LogInRefused.class)).hasSize(2);
        assertThat(world.plala.gate().list()).hasSize(1);
        try (Line line = world.dial(110)) {
            assertThat(line.readLine()).endsWith(" <2.1175490000000@pop.plala.example>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EHLO pc\r\n",
                "\u0016\u0003\u0001\u0002",
                "\u0016\u0003\u0003\u0000\u0005xxxxx",
                "\u0000",
                "\u0016\u0003\u0001\u00ff\u00ff",
                ""
            })
    void a_handshake_that_is_none_leaves_nothing_open(String octets) {
        for (int port : new int[] {465, 995, 587, 110}) {
            try (Line line = world.dial(port)) {
                if (port == 110) {
                    line.play("S: +OK...\nC: STLS\nS: +OK...");
                } else if (port == 587) {
                    line.readLine();
                    line.send("EHLO pc\r\n").readReply();
                    line.play("C: STARTTLS\nS: 220...");
                }
                endsWithoutAWord(line.send(octets).endSending());
            }
        }
        assertThat(servers.servers.connections()).isZero();
        assertThat(world.events(Event.SessionClosed.class)).hasSize(4);
    }

    /** TLS itself may say why it ends. */
    private static void endsWithoutAWord(Line line) {
        assertThat(line.readAll()).noneMatch(said -> said.matches("[-+2-5].*"));
        line.awaitEnd();
    }

    @Test
    void a_stop_does_not_wait_for_a_handshake() {
        try (Line half = world.dial(465).send("\u0016\u0003\u0001\u0002\u0000");
                Line asked = greeted(world, 587).play("C: STARTTLS\nS: 220...");
                Line sealed = sealed(world).play("C: NOOP\nS: 250...")) {
            servers.close();
            endsWithoutAWord(half);
            endsWithoutAWord(asked);
            sealed.play("S: 421 4.3.2 smtp.plala.example Server is stopping\nS: (end)");
        }
    }

    @Test
    void one_caller_too_many_hears_nothing_that_is_no_tls() {
        try (TestServers few = new TestServers(Limits.usual().with(new Limits.Crowds(1, 1, 1)))) {
            TestWorld crowded = few.world("crowded");
            try (Line first = greeted(crowded, 587);
                    Line second = crowded.dial(465).play("S: (end)");
                    Line third = crowded.dial(587).play("S: 421 4.3.2 ...")) {
                second.awaitEnd();
                third.awaitEnd();
                first.play("C: NOOP\nS: 250...");
            }
        }
    }

    @Test
    void silence_ends_a_handshake_as_it_ends_a_session() {
        Duration brief = Duration.ofMillis(50);
        Limits.Times times = new Limits.Times(brief, brief, Duration.ofHours(1), Duration.ofHours(1));
        try (TestServers hasty = new TestServers(Limits.usual().with(times));
                Line silent = hasty.world("silent").dial(995)) {
            endsWithoutAWord(silent);
            assertThat(hasty.servers.connections()).isZero();
        }
    }

    @Test
    void a_mail_of_many_records_arrives_as_it_was_sent_and_can_be_received() {
        String line = "x".repeat(70) + "\r\n";
        String mail = line.repeat(5_000);
        try (Line sending = sealed(world)) {
            sending.send("EHLO pc\r\n").readReply();
            sending.play("C: " + MEMBER
                    + "\nS: 235...\nC: MAIL FROM:<>\nS: 250...\nC: RCPT TO:<hanako@plala.example>\nS: 250...");
            sending.play("C: DATA\nS: 354...").send(mail + ".\r\n").play("S: 250...\nC: QUIT\nS: 221...\nS: (end)");
        }
        try (Line receiving = world.dial(995).seal("pop.plala.example")) {
            receiving.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\nS: +OK 1...\nC: RETR 1\nS: +OK...");
            assertThat(receiving.readUpToDot()).endsWith("\r\n" + mail);
        }
        assertThat(world.events(Event.SealedOctets.class)).anyMatch(octets -> octets.octets() > mail.length());
    }
}
