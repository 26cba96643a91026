package popbeforesmtp.mailserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.eventlog.DeskAnswer;
import popbeforesmtp.eventlog.DeskAnswer.Question;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Protocol;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.mailserver.mailbox.ReadMail;
import popbeforesmtp.mailserver.smtp.SmtpVerb;
import popbeforesmtp.network.Addresses;
import popbeforesmtp.network.Place;

/** SMTP as a caller meets it (RFC 5321, 1870, 2034, 6152). */
class SmtpTest {

    private final TestServers servers = new TestServers();
    private final TestWorld world = servers.world("one");

    @AfterEach
    void close() {
        servers.close();
    }

    /** A session in one of its states, named by the last thing that was said. */
    private Line after(String state) {
        Line line = world.dial(25);
        line.readLine();
        List<String> commands = List.of(
                "EHLO pc",
                "MAIL FROM:<someone@other.example>",
                "RCPT TO:<taro@friend.example>",
                "RCPT TO:<hanako@plala.example>");
        List<String> states = List.of("EHLO", "MAIL", "RCPT 550", "RCPT 250");
        for (int i = 0; i <= states.indexOf(state); i++) {
            String reply = line.ask(commands.get(i));
            while (reply.charAt(3) == '-') {
                reply = line.readLine();
            }
        }
        return line;
    }

    @Test
    void ehlo_lists_what_works_and_nothing_else() {
        try (Line line = world.dial(25)) {
            line.play("""
                    S: 220 smtp.plala.example ESMTP
                    C: EHLO [192.168.10.11]
                    S: 250-smtp.plala.example
                    S: 250-SIZE 1048576
                    S: 250-8BITMIME
                    S: 250-PIPELINING
                    S: 250 ENHANCEDSTATUSCODES
                    C: HELO pc
                    S: 250 smtp.plala.example
                    C: QUIT
                    S: 221 2.0.0 smtp.plala.example closing
                    S: (end)
                    """);
        }
    }

    @Test
    void one_recipient_is_taken_and_one_refused_in_one_transaction() {
        try (Line line = world.dial(25)) {
            line.play("""
                    S: 220 smtp.plala.example ESMTP
                    C: EHLO pc
                    S: 250-...
                    S: 250-...
                    S: 250-...
                    S: 250-...
                    S: 250 ENHANCEDSTATUSCODES
                    C: MAIL FROM:<hanako@plala.example> SIZE=100 BODY=8BITMIME
                    S: 250 2.1.0 <hanako@plala.example>: Sender ok
                    C: RCPT TO:<taro@friend.example>
                    S: 550 5.7.1 <taro@friend.example>: Relaying denied
                    C: RCPT TO:<hanako@plala.example>
                    S: 250 2.1.5 <hanako@plala.example>: Recipient ok
                    C: RCPT TO:<jiro@plala.example>
                    S: 550 5.1.1 <jiro@plala.example>: No such user here
                    C: DATA
                    S: 354 End the message with <CRLF>.<CRLF>
                    C: Subject: Hi
                    C:
                    C: Hello
                    C: .
                    S: 250 2.0.0 Message accepted
                    C: QUIT
                    S: 221 2.0.0 smtp.plala.example closing
                    S: (end)
                    """);
        }
        assertThat(world.plala.mailbox("hanako")).hasSize(1);
        assertThat(world.friend.mailbox("taro")).isEmpty();
        assertThat(world.plala.hasUser("jiro")).isFalse();
        assertThat(world.events(Event.Decided.class))
                .extracting(Event.Decided::reason)
                .containsExactly(Reason.NOT_LISTED, Reason.LOCAL_RECIPIENT, Reason.UNKNOWN_RECIPIENT);
    }

    @Test
    void after_a_log_in_the_mail_goes_out_and_the_trace_says_whence_and_when() {
        world.logIn(Place.CENTRE);
        world.clock.turn(Duration.ofMinutes(10));
        try (Line line = after("MAIL")) {
            line.play("""
                    C: RCPT TO:<taro@friend.example>
                    S: 250 2.1.5 <taro@friend.example>: Recipient ok
                    C: DATA
                    S: 354 ...
                    C: Subject: Hi
                    C: .
                    S: 250 2.0.0 Message accepted
                    """);
            assertThat(world.friend.mailbox("taro")).hasSize(1);
            world.clock.turn(Duration.ofNanos(1));
            line.play("""
                    C: MAIL FROM:<>
                    S: 250 2.1.0 <>: Sender ok
                    C: RCPT TO:<taro@friend.example>
                    S: 550 5.7.1 <taro@friend.example>: Relaying denied
                    """);
        }
        ReadMail mail = world.friend.mailbox("taro").get(0);
        assertThat(mail.header())
                .containsExactly(
                        "Return-Path: <someone@other.example>",
                        "Received: from pc ([198.51.100.7])\tby smtp.plala.example with ESMTP id 2-1"
                                + "\tfor <taro@friend.example>; Mon, 02 Apr 2007 14:10:00 +0900",
                        "Subject: Hi");
        Instant until = Instant.parse("2007-04-02T05:10:00Z");
        assertThat(world.events(Event.Decided.class))
                .containsExactly(
                        new Event.Decided(
                                until,
                                2,
                                "plala.example",
                                Addresses.of("198.51.100.7"),
                                new Event.Envelope("someone@other.example", "taro@friend.example"),
                                new Event.Verdict(Reason.LISTED, until, asked(until, true))),
                        new Event.Decided(
                                until.plusNanos(1),
                                2,
                                "plala.example",
                                Addresses.of("198.51.100.7"),
                                new Event.Envelope("", "taro@friend.example"),
                                new Event.Verdict(Reason.EXPIRED, until, asked(until.plusNanos(1), false))));
    }

    @Test
    void the_log_tells_everything_in_its_order() {
        try (Line line = world.dial(Place.HOME, "SMTP.plala.example", 25)) {
            line.play("""
                    S: 220 ...
                    C: HELO pc
                    S: 250 smtp.plala.example
                    C: mail from: <hanako@plala.example>
                    S: 250 ...
                    C: rcpt to:<Taro@FRIEND.example>
                    S: 250 2.1.5 <Taro@FRIEND.example>: Recipient ok
                    C: DATA
                    S: 354 ...
                    C: ..
                    C: .
                    S: 250 ...
                    """);
        }
        Instant at = world.clock.instant();
        List<Event> events = world.log.all();
        assertThat(events.get(0))
                .isEqualTo(new Event.SessionOpened(
                        at,
                        1,
                        SeatId.FIRST,
                        Protocol.SMTP,
                        new Event.Called("SMTP.plala.example", 25),
                        "plala.example",
                        Addresses.of("203.0.113.21")));
        Event.Delivered delivered = world.events(Event.Delivered.class).get(0);
        assertThat(delivered.octets())
                .isEqualTo(world.friend.mailbox("taro").get(0).octets());
        assertThat(events.subList(6, events.size()))
                .containsExactly(
                        new Event.Said(at, 1, Speaker.CLIENT, "rcpt to:<Taro@FRIEND.example>"),
                        new Event.Decided(
                                at,
                                1,
                                "plala.example",
                                Addresses.of("203.0.113.21"),
                                new Event.Envelope("hanako@plala.example", "Taro@FRIEND.example"),
                                new Event.Verdict(
                                        Reason.OWN_NETWORK,
                                        null,
                                        List.of(
                                                new DeskAnswer(Question.OWN_PEOPLE, false, at),
                                                new DeskAnswer(Question.OWN_NETWORK, true, at)))),
                        new Event.Said(at, 1, Speaker.SERVER, "250 2.1.5 <Taro@FRIEND.example>: Recipient ok"),
                        new Event.Said(at, 1, Speaker.CLIENT, "DATA"),
                        new Event.Said(at, 1, Speaker.SERVER, "354 End the message with <CRLF>.<CRLF>"),
                        new Event.Letter(at, 1, Speaker.CLIENT, 3, ".\r\n"),
                        new Event.Delivered(at, 1, "friend.example", "taro", delivered.octets()),
                        new Event.Said(at, 1, Speaker.SERVER, "250 2.0.0 Message accepted"),
                        new Event.SessionClosed(at, 1));
        assertThat(world.friend.mailbox("taro").get(0).header().get(1))
                .contains(" with SMTP id 1-1\tfor <Taro@FRIEND.example>; ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # command                      | greeting  | EHLO      | MAIL      | RCPT 550  | RCPT 250
                    HELO pc                        | 250       | 250       | 250       | 250       | 250
                    EHLO pc                        | 250       | 250       | 250       | 250       | 250
                    MAIL FROM:<a@b.example>        | 503 5.5.1 | 250 2.1.0 | 503 5.5.1 | 503 5.5.1 | 503 5.5.1
                    RCPT TO:<hanako@plala.example> | 503 5.5.1 | 503 5.5.1 | 250 2.1.5 | 250 2.1.5 | 250 2.1.5
                    RCPT TO:<taro@friend.example>  | 503 5.5.1 | 503 5.5.1 | 550 5.7.1 | 550 5.7.1 | 550 5.7.1
                    DATA                           | 503 5.5.1 | 503 5.5.1 | 503 5.5.1 | 503 5.5.1 | 354 End
                    RSET                           | 250 2.0.0 | 250 2.0.0 | 250 2.0.0 | 250 2.0.0 | 250 2.0.0
                    NOOP                           | 250 2.0.0 | 250 2.0.0 | 250 2.0.0 | 250 2.0.0 | 250 2.0.0
                    NOOP all is well               | 250 2.0.0 | 250 2.0.0 | 250 2.0.0 | 250 2.0.0 | 250 2.0.0
                    VRFY hanako                    | 252 2.5.0 | 252 2.5.0 | 252 2.5.0 | 252 2.5.0 | 252 2.5.0
                    VRFY                           | 501 5.5.4 | 501 5.5.4 | 501 5.5.4 | 501 5.5.4 | 501 5.5.4
                    QUIT                           | 221 2.0.0 | 221 2.0.0 | 221 2.0.0 | 221 2.0.0 | 221 2.0.0
                    QUIT now                       | 501 5.5.4 | 501 5.5.4 | 501 5.5.4 | 501 5.5.4 | 501 5.5.4
                    RSET now                       | 501 5.5.4 | 501 5.5.4 | 501 5.5.4 | 501 5.5.4 | 501 5.5.4
                    HELO                           | 501 5.5.4 | 501 5.5.4 | 501 5.5.4 | 501 5.5.4 | 501 5.5.4
                    EHLO a b                       | 250-smtp. | 250-smtp. | 250-smtp. | 250-smtp. | 250-smtp.
                    EHLO a)(b                      | 250-smtp. | 250-smtp. | 250-smtp. | 250-smtp. | 250-smtp.
                    AUTH PLAIN AGEAYg==            | 502 5.5.1 | 502 5.5.1 | 502 5.5.1 | 502 5.5.1 | 502 5.5.1
                    STARTTLS                       | 502 5.5.1 | 502 5.5.1 | 502 5.5.1 | 502 5.5.1 | 502 5.5.1
                    EXPN staff                     | 502 5.5.1 | 502 5.5.1 | 502 5.5.1 | 502 5.5.1 | 502 5.5.1
                    HELP                           | 214 2.0.0 | 214 2.0.0 | 214 2.0.0 | 214 2.0.0 | 214 2.0.0
                    GET / HTTP/1.1                 | 421 4.7.0 | 421 4.7.0 | 421 4.7.0 | 421 4.7.0 | 421 4.7.0
                    MAILFROM:<a@b.example>         | 500 5.5.1 | 500 5.5.1 | 500 5.5.1 | 500 5.5.1 | 500 5.5.1
                    ''                             | 500 5.5.1 | 500 5.5.1 | 500 5.5.1 | 500 5.5.1 | 500 5.5.1
                    """)
    void each_state_answers_each_command(
            String command, String greeting, String ehlo, String mail, String refused, String taken) {
        List<String> expected = List.of(greeting, ehlo, mail, refused, taken);
        List<String> states = List.of("greeting", "EHLO", "MAIL", "RCPT 550", "RCPT 250");
        for (int i = 0; i < states.size(); i++) {
            try (Line line = after(states.get(i))) {
                assertThat(line.ask(command)).as(states.get(i)).startsWith(expected.get(i));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MAIL FROM:<>                                       | 250 2.1.0 <>: Sender ok
                    MAIL FROM:<a@b.example> size=1048576               | 250 2.1.0
                    MAIL FROM:<a@b.example> SIZE=1048577               | 552 5.3.4
                    MAIL FROM:<a@b.example> SIZE=99999999999999999999  | 552 5.3.4
                    MAIL FROM:<a@b.example> SIZE=999999999999999999999 | 552 5.3.4
                    MAIL FROM:<a@b.example> SIZE=9223372036854775808   | 552 5.3.4
                    MAIL FROM:<a@b.example> SIZE=0000000000000000000001 | 250 2.1.0
                    MAIL FROM:<a@b.example> SIZE=x                     | 501 5.5.4
                    MAIL FROM:<a@b.example> SIZE=-1                    | 501 5.5.4
                    MAIL FROM:<a@b.example> SIZE=                      | 501 5.5.4 Parameter is not written as it must be, or given twice
                    MAIL FROM:<a@b.example> SIZE                       | 501 5.5.4
                    MAIL FROM:<a@b.example> SIZE=1 BODY=7BIT size=1    | 501 5.5.4
                    MAIL FROM:<a@b.example> BODY=7BIT BODY=8BITMIME    | 501 5.5.4
                    MAIL FROM:<a@b.example> BODY=                      | 501 5.5.4
                    MAIL FROM:<a@b.example> BODY                       | 501 5.5.4
                    MAIL FROM:<a@b.example> NONSENSE                   | 555 5.5.4
                    MAIL FROM:<a@b.example> ßIZE=1                | 555 5.5.4
                    MAIL FROM:<a@b.example> BODY=7bit                  | 250 2.1.0
                    MAIL FROM:<a@b.example> BODY=BINARYMIME            | 555 5.5.4
                    MAIL FROM:<a@b.example> AUTH=<>                    | 555 5.5.4
                    MAIL FROM:<a@b.example>SIZE=1                      | 501 5.1.7
                    MAIL FROM:a@b.example                              | 501 5.5.4 Address must stand in angle brackets: MAIL FROM:<name@host>
                    MAIL FROM: a@b.example                             | 501 5.5.4 Address must stand
                    MAIL FROM:<a@b.example                             | 501 5.5.4 Address must stand
                    MAIL FROM:                                         | 501 5.5.4 Address must stand
                    MAIL a@b.example                                   | 501 5.5.4 Syntax: MAIL FROM:<name@host>
                    MAIL                                               | 501 5.5.4 Syntax: MAIL FROM:<name@host>
                    MAIL TO:<a@b.example>                              | 501 5.5.4
                    MAIL FROM:<a>                                      | 501 5.1.7
                    MAIL FROM:<a b@c.example>                          | 501 5.1.7
                    MAIL FROM:<@x.example:a@b.example>                 | 501 5.1.7
                    """)
    void a_sender_is_read_strictly(String command, String reply) {
        try (Line line = after("EHLO")) {
            assertThat(line.ask(command)).startsWith(reply);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    RCPT TO:<postmaster>                               | 250 2.1.5
                    RCPT TO:<PostMaster>                               | 250 2.1.5
                    RCPT TO:<postmaster@plala.example>                 | 250 2.1.5
                    RCPT TO:<"hanako"@PLALA.example>                   | 250 2.1.5 <hanako@PLALA.example>: Recipient ok
                    RCPT TO: <hanako@plala.example>                    | 250 2.1.5
                    RCPT TO:<>                                         | 501 5.1.3
                    RCPT TO:<hanako>                                   | 501 5.1.3
                    RCPT TO:hanako@plala.example                       | 501 5.5.4 Address must stand in angle brackets: RCPT TO:<name@host>
                    RCPT hanako@plala.example                          | 501 5.5.4
                    RCPT TO:<hanako@plala.example> NOTIFY=NEVER        | 555 5.5.4
                    RCPT TO:<taro%friend.example@plala.example>        | 550 5.1.1
                    RCPT TO:<"taro@friend.example"@plala.example>      | 550 5.1.1
                    RCPT TO:<friend.example!taro@plala.example>        | 550 5.1.1
                    RCPT TO:<@plala.example:taro@friend.example>       | 501 5.1.3
                    RCPT TO:<@plala.example:hanako@plala.example>      | 501 5.1.3
                    RCPT TO:<taro@friend.example@plala.example>        | 501 5.1.3
                    RCPT TO:<hanako@plala.example@friend.example>      | 501 5.1.3
                    RCPT TO:<taro@friend.example.>                     | 501 5.1.3
                    RCPT TO:<hanako@plala.example.>                    | 501 5.1.3
                    RCPT TO:<.hanako@plala.example>                    | 501 5.1.3
                    RCPT TO:<hana..ko@plala.example>                   | 501 5.1.3
                    RCPT TO:<taro@friend..example>                     | 501 5.1.3
                    RCPT TO:<taro@-friend.example>                     | 501 5.1.3
                    RCPT TO:<taro@>                                    | 501 5.1.3
                    RCPT TO:<@friend.example>                          | 501 5.1.3
                    RCPT TO:<TARO@FRIEND.EXAMPLE>                      | 550 5.7.1 <TARO@FRIEND.EXAMPLE>: Relaying denied
                    RCPT TO:<taro@[192.0.2.135]>                       | 550 5.7.1
                    RCPT TO:<"x\\"y"@friend.example>                   | 550 5.7.1 <"x\\"y"@friend.example>: Relaying denied
                    RCPT TO:<"x\\"hanako"@plala.example>               | 550 5.1.1
                    RCPT TO:<"hanako@plala.example>                    | 501 5.1.3
                    RCPT TO:<hanako@plala.example>,<taro@friend.example>| 501 5.1.3
                    RCPT TO:<hanako@plala.example> <taro@friend.example>| 555 5.5.4
                    """)
    void no_trick_relays(String command, String reply) {
        try (Line line = after("MAIL")) {
            assertThat(line.ask(command)).startsWith(reply);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 300, 900})
    void over_long_parts_are_no_address(int length) {
        try (Line line = after("MAIL")) {
            assertThat(line.ask("RCPT TO:<" + "a".repeat(length) + "@friend.example>"))
                    .startsWith("501 5.1.3");
            assertThat(line.ask("RCPT TO:<taro@" + "a".repeat(length) + ".example>"))
                    .startsWith("501 5.1.3");
            assertThat(line.ask("RCPT TO:<\"" + "a".repeat(length) + "\"@friend.example>"))
                    .startsWith("501 5.1.3");
        }
    }

    @Test
    void eight_bit_octets_in_a_path_are_no_address() {
        try (Line line = after("MAIL")) {
            assertThat(line.ask("RCPT TO:<h\u00e0nako@plala.example>")).startsWith("501 5.1.3");
            assertThat(line.ask("RCPT TO:<hanako@plala.example> \u0085")).startsWith("555 5.5.4");
            assertThat(line.ask("RCPT TO:<hanako@plala.example\u0085>")).startsWith("501 5.1.3");
        }
    }

    @Test
    void hello_and_reset_forget_the_transaction() {
        for (String command : List.of("RSET", "HELO pc", "EHLO pc")) {
            try (Line line = after("RCPT 250")) {
                String reply = line.ask(command);
                while (reply.charAt(3) == '-') {
                    reply = line.readLine();
                }
                assertThat(reply).startsWith("250 ");
                assertThat(line.ask("DATA")).startsWith("503 5.5.1");
                assertThat(line.ask("MAIL FROM:<>")).startsWith("250 2.1.0");
            }
        }
    }

    @Test
    void mail_for_postmaster_arrives_on_every_host() {
        try (Line line = world.dial(Place.ADSL, "smtp.asahi.example", 25)) {
            line.play("""
                    S: 220 smtp.asahi.example ESMTP
                    C: HELO pc
                    S: 250 smtp.asahi.example
                    C: MAIL FROM:<>
                    S: 250 2.1.0 <>: Sender ok
                    C: RCPT TO:<Postmaster>
                    S: 250 2.1.5 <Postmaster>: Recipient ok
                    C: RCPT TO:<postmaster@asahi.example>
                    S: 250 2.1.5 ...
                    C: RCPT TO:<postmaster@friend.example>
                    S: 250 2.1.5 ...
                    C: RCPT TO:<nobody@friend.example>
                    S: 250 2.1.5 ...
                    C: RCPT TO:<someone@nowhere.example>
                    S: 250 2.1.5 ...
                    C: DATA
                    S: 354 ...
                    C: .
                    S: 250 2.0.0 Message accepted
                    """);
        }
        assertThat(world.asahi.mailbox("postmaster")).hasSize(1);
        assertThat(world.friend.mailbox("postmaster")).hasSize(1);
        assertThat(world.friend.mailbox("nobody")).isEmpty();
        assertThat(world.events(Event.Delivered.class))
                .extracting(Event.Delivered::host)
                .containsExactly("asahi.example", "friend.example");
    }

    @Test
    void nobody_logs_in_as_postmaster() {
        try (Line line = world.dial(110)) {
            line.play("S: +OK ...\nC: USER postmaster\nS: +OK ...\nC: PASS\nS: -ERR [AUTH] Wrong name or password");
        }
    }

    @Test
    void commands_in_one_packet_are_answered_one_by_one() {
        try (Line line = world.dial(25)) {
            line.readLine();
            line.send(
                    "HELO pc\r\nMAIL FROM:<>\r\nRCPT TO:<hanako@plala.example>\r\nDATA\r\nSubject: x\r\n.\r\nQUIT\r\nNOOP\r\n");
            line.play(
                    "S: 250 smtp...\nS: 250 2.1.0...\nS: 250 2.1.5...\nS: 354...\nS: 250 2.0.0...\nS: 221...\nS: (end)");
        }
        assertThat(world.plala.mailbox("hanako")).hasSize(1);
    }

    @Test
    void a_keyword_is_ascii_in_upper_and_lower_case() {
        try (Line line = world.dial(25)) {
            line.play("S: 220...\nC: hELo pc\nS: 250...\nC: hElP\nS: 214 2.0.0...\nC: eXpN\nS: 502 5.5.1...");
            for (char letter = 0x80; letter < 0x100; letter++) {
                for (String word : List.of("NOOP", "help", "expn")) {
                    assertThat(SmtpVerb.of(word.replace(word.charAt(1), letter)))
                            .isEmpty();
                    assertThat(SmtpVerb.isKnownElsewhere(word.replace(word.charAt(1), letter)))
                            .isFalse();
                }
            }
            line.play("C: N\u00d6\u00f6P\nS: 500 5.5.1...\nC: AU\u00fe\nS: 500 5.5.1...");
        }
    }

    /** What the plain gate asks itself about an address that is on its list. */
    private static List<DeskAnswer> asked(Instant at, boolean inTime) {
        return List.of(
                new DeskAnswer(Question.OWN_PEOPLE, false, at),
                new DeskAnswer(Question.OWN_NETWORK, false, at),
                new DeskAnswer(Question.LISTED, true, at),
                new DeskAnswer(Question.IN_TIME, inTime, at));
    }
}
