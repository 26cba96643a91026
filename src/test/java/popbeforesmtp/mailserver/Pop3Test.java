package popbeforesmtp.mailserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.gate.ListedAddress;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.mailbox.ReadMail;
import popbeforesmtp.mailserver.pop3.Pop3Verb;
import popbeforesmtp.network.Addresses;

/** POP3 as a caller meets it (RFC 1939, 2449). */
class Pop3Test {

    private final TestServers servers = new TestServers();
    private final TestWorld world = servers.world("one");

    @AfterEach
    void close() {
        servers.close();
    }

    private Line loggedIn() {
        return world.dial(110).play("""
                        S: +OK pop.plala.example POP3 ready <...
                        C: USER hanako
                        S: +OK Password, please
                        C: PASS sakura
                        S: +OK ...
                        """);
    }

    private void threeMails() {
        for (int i = 1; i <= 3; i++) {
            world.plala.put("hanako", Letter.of("Subject: " + i + "\n\nline 1\n.line 2\nline 3\n"));
        }
    }

    @Test
    void a_whole_session() {
        threeMails();
        try (Line line = loggedIn()) {
            line.play("""
                    C: STAT
                    S: +OK 3 117
                    C: LIST
                    S: +OK 3 messages (117 octets)
                    S: 1 39
                    S: 2 39
                    S: 3 39
                    S: .
                    C: list 2
                    S: +OK 2 39
                    C: UIDL
                    S: +OK Unique ids
                    S: 1 1
                    S: 2 2
                    S: 3 3
                    S: .
                    C: UIDL 3
                    S: +OK 3 3
                    C: RETR 1
                    S: +OK 39 octets
                    S: Subject: 1
                    S:
                    S: line 1
                    S: ..line 2
                    S: line 3
                    S: .
                    C: TOP 2 1
                    S: +OK Top of the message
                    S: Subject: 2
                    S:
                    S: line 1
                    S: .
                    C: TOP 2 0
                    S: +OK Top of the message
                    S: Subject: 2
                    S:
                    S: .
                    C: TOP 2 99999999999
                    S: +OK Top of the message
                    S: Subject: 2
                    S:
                    S: line 1
                    S: ..line 2
                    S: line 3
                    S: .
                    C: NOOP
                    S: +OK Nothing done
                    C: QUIT
                    S: +OK pop.plala.example closing
                    S: (end)
                    """);
        }
    }

    @Test
    void capabilities_say_what_works_and_nothing_else() {
        String capabilities = """
                C: CAPA
                S: +OK This works here
                S: USER
                S: UIDL
                S: TOP
                S: RESP-CODES
                S: AUTH-RESP-CODE
                S: PIPELINING
                S: STLS
                S: .
                """;
        try (Line line = world.dial(110)) {
            line.play("S: +OK ...\n" + capabilities);
        }
        try (Line line = loggedIn()) {
            line.play(capabilities);
        }
    }

    @Test
    void a_log_in_lists_the_address_before_it_is_told() {
        try (Line line = loggedIn()) {
            Instant until = world.clock.instant().plus(Duration.ofMinutes(10));
            assertThat(world.plala.gate().list())
                    .containsExactly(new ListedAddress(Addresses.of("198.51.100.7"), world.clock.instant(), until));
            assertThat(world.log.all())
                    .endsWith(
                            new Event.Said(world.clock.instant(), 1, Speaker.CLIENT, "PASS sakura"),
                            new Event.Listed(
                                    world.clock.instant(),
                                    1,
                                    SeatId.FIRST,
                                    "plala.example",
                                    Addresses.of("198.51.100.7"),
                                    until),
                            new Event.Said(world.clock.instant(), 1, Speaker.SERVER, "+OK 0 messages (0 octets)"));
            line.ask("STAT");
        }
    }

    @Test
    void an_unknown_name_and_a_wrong_password_read_the_same_and_list_nothing() {
        try (Line line = world.dial(110)) {
            line.play("""
                    S: +OK ...
                    C: USER nobody
                    S: +OK Password, please
                    C: PASS sakura
                    S: -ERR [AUTH] Wrong name or password
                    C: USER hanako
                    S: +OK Password, please
                    C: PASS Sakura
                    S: -ERR [AUTH] Wrong name or password
                    C: PASS sakura
                    S: -ERR USER comes first
                    """);
        }
        assertThat(world.plala.gate().list()).isEmpty();
        assertThat(world.events(Event.LogInRefused.class))
                .hasSize(2)
                .allMatch(event -> event.reason() == Reason.WRONG_PASSWORD);
        assertThat(world.plala.mailbox("nobody")).isEmpty();
        assertThat(world.plala.hasUser("nobody")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sakura ", " sakura", "sakura\t", "SAKURA", "", "sakur", "sakura sakura"})
    void a_password_is_compared_to_the_letter(String password) {
        try (Line line = world.dial(110)) {
            line.play("S: +OK ...\nC: USER hanako\nS: +OK ...");
            assertThat(line.ask("PASS " + password)).isEqualTo("-ERR [AUTH] Wrong name or password");
        }
        assertThat(world.plala.gate().list()).isEmpty();
    }

    @Test
    void the_third_wrong_password_ends_the_session() {
        try (Line line = world.dial(110)) {
            line.readLine();
            for (int i = 0; i < 3; i++) {
                line.play("C: USER hanako\nS: +OK ...\nC: PASS x\nS: -ERR [AUTH] Wrong name or password");
            }
            line.play("S: (end)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AUTH PLAIN AGhhbmFrbwBzYWt1cmE=",
                "AUTH",
                "AUTH PLAIN",
                "APOP hanako 0123456789abcdef0123456789abcdef",
                "XYZ",
                "",
                " ",
                " USER hanako",
                "PASS sakura",
                "USER",
                "USER  "
            })
    void there_is_no_other_way_in(String line) {
        try (Line caller = world.dial(110)) {
            caller.readLine();
            assertThat(caller.ask(line)).startsWith("-ERR ").doesNotContain("ava", "xception");
            assertThat(caller.ask("STAT")).startsWith("-ERR");
            caller.play("C: QUIT\nS: +OK pop.plala.example closing\nS: (end)");
        }
        assertThat(world.plala.gate().list()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Pop3Verb.class)
    void each_state_takes_its_own_commands(Pop3Verb verb) {
        Set<Pop3Verb> before = Set.of(Pop3Verb.USER, Pop3Verb.STLS, Pop3Verb.CAPA, Pop3Verb.QUIT);
        Set<Pop3Verb> after = Set.of(
                Pop3Verb.STAT,
                Pop3Verb.LIST,
                Pop3Verb.UIDL,
                Pop3Verb.RETR,
                Pop3Verb.TOP,
                Pop3Verb.DELE,
                Pop3Verb.RSET,
                Pop3Verb.NOOP,
                Pop3Verb.CAPA,
                Pop3Verb.QUIT);
        Map<Pop3Verb, String> written =
                Map.of(Pop3Verb.LIST, "LIST", Pop3Verb.UIDL, "UIDL", Pop3Verb.USER, "USER hanako");
        String command = written.getOrDefault(verb, verb.form());
        threeMails();
        try (Line line = world.dial(110)) {
            line.readLine();
            assertThat(line.ask(command).startsWith("+OK")).isEqualTo(before.contains(verb));
        }
        try (Line line = loggedIn()) {
            assertThat(line.ask(command).startsWith("+OK")).isEqualTo(after.contains(verb));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETR",
                "RETR 0",
                "RETR 4",
                "RETR x",
                "RETR -1",
                "RETR 1 1",
                "RETR 99999999999",
                "TOP 1",
                "TOP 1 x",
                "TOP 1 -1",
                "TOP 9 1",
                "DELE",
                "DELE 9",
                "DELE 99999999999999999999",
                "LIST 4",
                "LIST 1 2",
                "UIDL 4",
                "STAT 1",
                "RSET 1",
                "NOOP x",
                "QUIT x",
                "CAPA x",
                "",
                "  ",
                "HELP",
                "RETR ¹"
            })
    void what_is_written_wrong_is_an_error_and_nothing_more(String command) {
        threeMails();
        try (Line line = loggedIn()) {
            assertThat(line.ask(command)).startsWith("-ERR ").doesNotContain("xception");
            line.play("C: STAT\nS: +OK 3 117\nC: QUIT\nS: +OK ...\nS: (end)");
        }
    }

    @Test
    void deletion_waits_for_quit_and_numbers_stay() {
        threeMails();
        try (Line line = loggedIn()) {
            line.play("""
                    C: DELE 1
                    S: +OK Message 1 is deleted at QUIT
                    C: DELE 1
                    S: -ERR No such message
                    C: RETR 1
                    S: -ERR No such message
                    C: STAT
                    S: +OK 2 78
                    C: LIST
                    S: +OK 2 messages (78 octets)
                    S: 2 39
                    S: 3 39
                    S: .
                    C: RSET
                    S: +OK Nothing is deleted at QUIT
                    C: STAT
                    S: +OK 3 117
                    C: DELE 2
                    S: +OK ...
                    """);
            assertThat(world.plala.mailbox("hanako")).hasSize(3);
            line.play("C: QUIT\nS: +OK ...\nS: (end)");
        }
        assertThat(world.plala.mailbox("hanako")).extracting(ReadMail::subject).containsExactly("1", "3");
        try (Line line = loggedIn()) {
            line.play("C: UIDL\nS: +OK ...\nS: 1 1\nS: 2 3\nS: .");
        }
    }

    @Test
    void a_dropped_line_deletes_nothing_and_frees_the_lock() {
        threeMails();
        try (Line line = loggedIn()) {
            line.play("C: DELE 1\nS: +OK ...");
        }
        assertThat(world.plala.mailbox("hanako")).hasSize(3);
        loggedIn().close();
    }

    @Test
    void a_mailbox_that_is_open_elsewhere_is_in_use_and_that_is_no_log_in() {
        try (Line first = loggedIn()) {
            world.clock.turn(Duration.ofMinutes(1));
            try (Line second = world.dial(110)) {
                second.play("""
                        S: +OK ...
                        C: USER hanako
                        S: +OK ...
                        C: PASS sakura
                        S: -ERR [IN-USE] Mailbox is open in another session
                        C: STAT
                        S: -ERR Log in first
                        """);
                first.play("C: QUIT\nS: +OK ...\nS: (end)");
                second.play("C: USER hanako\nS: +OK ...\nC: PASS sakura\nS: +OK ...");
            }
        }
        assertThat(world.events(Event.Listed.class)).hasSize(2);
        assertThat(world.events(Event.LogInRefused.class)).isEmpty();
    }

    @Test
    void mail_that_comes_during_a_session_is_seen_in_the_next() {
        threeMails();
        try (Line line = loggedIn()) {
            world.plala.put("hanako", Letter.of("Subject: 4\n\n"));
            line.play("C: DELE 3\nS: +OK ...\nC: STAT\nS: +OK 2 78\nC: QUIT\nS: +OK ...\nS: (end)");
        }
        assertThat(world.plala.mailbox("hanako")).extracting(ReadMail::subject).containsExactly("1", "2", "4");
    }

    @Test
    void the_log_has_every_line_and_a_mail_as_one_thing() {
        world.plala.put("hanako", Letter.of("Subject: x\n\n.dot\n"));
        try (Line line = loggedIn()) {
            line.send("RETR 1\r\n").readUpToDot();
            line.play("C: QUIT\nS: +OK ...\nS: (end)");
        }
        Instant at = world.clock.instant();
        List<Event> events = world.log.all();
        assertThat(events.get(0))
                .isEqualTo(new Event.SessionOpened(
                        at,
                        1,
                        SeatId.FIRST,
                        popbeforesmtp.eventlog.Protocol.POP3,
                        new Event.Called("pop.plala.example", 110),
                        "plala.example",
                        Addresses.of("198.51.100.7")));
        assertThat(events.subList(7, events.size()))
                .containsExactly(
                        new Event.Said(at, 1, Speaker.CLIENT, "RETR 1"),
                        new Event.Said(at, 1, Speaker.SERVER, "+OK 20 octets"),
                        new Event.Letter(at, 1, Speaker.SERVER, 20, "Subject: x\r\n\r\n.dot\r\n"),
                        new Event.Said(at, 1, Speaker.CLIENT, "QUIT"),
                        new Event.Said(at, 1, Speaker.SERVER, "+OK pop.plala.example closing"),
                        new Event.SessionClosed(at, 1));
    }

    @Test
    void a_keyword_is_ascii_and_nothing_that_looks_like_it_in_capitals() {
        try (Line line = world.dial(110)) {
            line.play("S: +OK ...\nC: uSeR hanako\nS: +OK ...");
            line.play("C: PA\u00df sakura\nS: -ERR Command not known\nC: pa\u00df sakura\nS: -ERR Command not known");
            assertThat(world.plala.gate().list()).isEmpty();
            line.play("C: pAsS sakura\nS: +OK ...");
        }
    }
}
