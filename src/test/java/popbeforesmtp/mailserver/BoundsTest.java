package popbeforesmtp.mailserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.EventLog;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.network.Place;

/** Each bound has its own reply, and whoever meets one can go on, or is told why not. */
class BoundsTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private static final Limits.Sizes SMALL = new Limits.Sizes(100, 1_000, 2, 2, 10_000);
    private static final Limits.HalfMails ROOMY = new Limits.HalfMails(1 << 20, 1 << 20);
    private static final Limits FEW = new Limits(
            new Limits.Times(LONG, LONG, LONG, LONG),
            new Limits.Crowds(3, 3, 3),
            SMALL,
            ROOMY,
            5,
            new Limits.LogIns(3));

    private TestServers servers = new TestServers(FEW);
    private TestWorld world = servers.world("one");

    @AfterEach
    void close() {
        servers.close();
    }

    private Line atRcpt() {
        return world.dial(25).play("S: 220...\nC: HELO pc\nS: 250...\nC: MAIL FROM:<>\nS: 250...");
    }

    private Line atData() {
        return atRcpt().play("C: RCPT TO:<hanako@plala.example>\nS: 250...\nC: DATA\nS: 354...");
    }

    @Test
    void a_line_too_long() {
        try (Line line = world.dial(25)) {
            line.readLine();
            line.play("C: NOOP " + "x".repeat(93) + "\nS: 250 2.0.0 Ok");
            line.play("C: NOOP " + "x".repeat(94) + "\nS: 500 5.5.2 Line too long");
            line.play("C: QUIT" + "x".repeat(2_000) + "\nS: 500 5.5.2 Line too long\nC: NOOP\nS: 250 2.0.0 Ok");
        }
        assertThat(world.events(Event.Said.class))
                .filteredOn(event -> event.speaker() == Speaker.CLIENT)
                .allMatch(event -> event.line().length() <= 98);
        try (Line line = world.dial(110)) {
            line.readLine();
            line.play("C: " + "x".repeat(99) + "\nS: -ERR Line too long\nC: QUIT\nS: +OK...");
        }
    }

    @Test
    void a_flood_without_a_line_end_is_given_up() {
        try (Line line = world.dial(25)) {
            line.readLine();
            line.send("x".repeat(5_000)).play("S: 421 4.7.0 smtp.plala.example Too much, closing\nS: (end)");
        }
        try (Line line = world.dial(110)) {
            line.readLine();
            line.send("x".repeat(5_000)).play("S: -ERR Line too long, closing\nS: (end)");
        }
        try (Line line = atData()) {
            line.send("x".repeat(5_000)).play("S: 552 5.3.4 Message too big, at most 1000 octets");
            line.play("S: 421 4.7.0 smtp.plala.example Too much, closing\nS: (end)");
        }
    }

    @Test
    void a_mail_far_past_the_bound_is_refused_for_good_and_its_sender_sees_it_though_he_sends_all_of_it_first() {
        try (Line line = atData()) {
            line.send("x".repeat(1_000_000) + "\r\n.\r\nQUIT\r\n");
            line.play("S: 552 5.3.4 Message too big, at most 1000 octets");
            line.play("S: 421 4.7.0 smtp.plala.example Too much, closing\nS: (end)");
        }
        assertThat(world.plala.mailbox("hanako")).isEmpty();
    }

    @Test
    void a_message_too_big_by_its_word_or_by_its_octets() {
        try (Line line = atData()) {
            line.send("x".repeat(998) + "\r\n.\r\n").play("S: 250 2.0.0...");
            line.play("C: MAIL FROM:<> SIZE=1001\nS: 552 5.3.4 Message too big, at most 1000 octets");
            line.play("C: MAIL FROM:<> SIZE=1000\nS: 250 2.1.0...");
            line.play("C: RCPT TO:<hanako@plala.example>\nS: 250...\nC: DATA\nS: 354...");
            line.send("x".repeat(999) + "\r\n.\r\n").play("S: 552 5.3.4 Message too big, at most 1000 octets");
            line.play("C: DATA\nS: 503 5.5.1...\nC: MAIL FROM:<>\nS: 250...");
        }
        assertThat(world.plala.mailbox("hanako")).hasSize(1);
    }

    @Test
    void too_many_recipients() {
        try (Line line = atRcpt()) {
            line.play("""
                    C: RCPT TO:<hanako@plala.example>
                    S: 250 ...
                    C: RCPT TO:<HANAKO@plala.example>
                    S: 250 ...
                    C: RCPT TO:<postmaster>
                    S: 452 4.5.3 Too many recipients
                    C: DATA
                    S: 354 ...
                    C: .
                    S: 250 ...
                    """);
        }
        assertThat(world.plala.mailbox("hanako")).hasSize(1);
    }

    @Test
    void a_full_mailbox() {
        world.plala.put("hanako", Letter.of("1"));
        try (Line line = atData();
                Line other = atData()) {
            line.play("C: .\nS: 250...");
            other.play("C: .\nS: 452 4.2.2 Mailbox full");
            line.play("C: MAIL FROM:<>\nS: 250...");
            int decided = world.events(Event.Decided.class).size();
            line.play("C: RCPT TO:<hanako@plala.example>\nS: 452 4.2.2 <hanako@plala.example>: Mailbox full");
            line.play("C: RCPT TO:<postmaster>\nS: 250...");
            assertThat(world.events(Event.Decided.class)).hasSize(decided + 1);
        }
        assertThat(world.plala.mailbox("hanako")).hasSize(2);
    }

    @Test
    void a_mailbox_is_full_by_octets_too() {
        world.plala.put("hanako", Letter.of("x".repeat(9_990)));
        try (Line line = atData()) {
            line.play("C: .\nS: 452 4.2.2 Mailbox full");
        }
    }

    @Test
    void if_one_of_several_mailboxes_fills_up_meanwhile_nobody_gets_the_mail() {
        world.plala.put("hanako", Letter.of("1"));
        try (Line line = atRcpt().play("C: RCPT TO:<postmaster>\nS: 250...");
                Line other = atData()) {
            line.play("C: RCPT TO:<hanako@plala.example>\nS: 250...\nC: DATA\nS: 354...");
            other.play("C: .\nS: 250...");
            line.play("C: .\nS: 452 4.2.2 Mailbox full");
            assertThat(world.plala.mailbox("postmaster")).isEmpty();
            line.play("C: MAIL FROM:<>\nS: 250...\nC: RCPT TO:<postmaster>\nS: 250...\nC: DATA\nS: 354...");
            line.play("C: .\nS: 250 2.0.0...");
        }
        assertThat(world.plala.mailbox("postmaster")).hasSize(1);
        assertThat(world.events(Event.Delivered.class)).hasSize(2);
    }

    @Test
    void a_full_mailbox_elsewhere_is_not_our_business() {
        world.friend.put("taro", Letter.of("1"));
        world.friend.put("taro", Letter.of("2"));
        world.logIn(Place.CENTRE);
        try (Line line = atRcpt()) {
            line.play("C: RCPT TO:<taro@friend.example>\nS: 250...\nC: DATA\nS: 354...\nC: .\nS: 250 2.0.0...");
        }
        assertThat(world.friend.mailbox("taro")).hasSize(2);
    }

    @Test
    void one_connection_too_many_is_told_so_and_room_comes_back() {
        try (Line first = world.dial(25);
                Line second = world.dial(110);
                Line third = world.dial(25)) {
            first.readLine();
            second.readLine();
            third.readLine();
            assertThat(servers.servers.connections()).isEqualTo(3);
            try (Line fourth = world.dial(25);
                    Line fifth = world.dial(110)) {
                fourth.play("S: 421 4.3.2 smtp.plala.example Too many connections, try again later\nS: (end)");
                fifth.play("S: -ERR [SYS/TEMP] Too many connections, try again later\nS: (end)");
            }
            first.drop();
            first.awaitEnd();
            assertThat(servers.servers.connections()).isEqualTo(2);
            try (Line sixth = world.dial(25)) {
                sixth.play("S: 220...");
            }
        }
        assertThat(servers.servers.connections()).isZero();
        assertThat(world.events(Event.SessionOpened.class)).hasSameSizeAs(world.events(Event.SessionClosed.class));
    }

    @Test
    void what_is_kept_is_counted_and_what_goes_is_not() {
        assertThat(world.plala.keptOctets() + world.log.keptOctets()).isZero();
        world.plala.put("hanako", Letter.of("x".repeat(998)));
        assertThat(world.plala.keptOctets()).isBetween(1_000L, 1_200L);
        try (Line line = world.dial(110)) {
            line.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\nS: +OK...\nC: RETR 1\nS: +OK...");
            line.play("S: " + "x".repeat(998) + "\nS: .\nC: DELE 1\nS: +OK...\nC: QUIT\nS: +OK...\nS: (end)");
        }
        assertThat(world.plala.keptOctets()).isZero();
        assertThat(world.log.keptOctets()).isBetween(2_000L, 5_000L);
        EventLog small = new EventLog(2);
        for (Event event : world.log.all()) {
            small.append(event);
        }
        assertThat(small.keptOctets())
                .isEqualTo(small.all().stream().mapToLong(Event::weight).sum());
    }

    @Test
    void each_crowd_has_its_own_bound_and_reply() {
        servers.close();
        servers = new TestServers(FEW.with(new Limits.Crowds(4, 3, 2)));
        world = servers.world("two");
        try (Line first = world.dial(25);
                Line second = world.dial(110)) {
            first.readLine();
            second.readLine();
            try (Line third = world.dial(25);
                    Line fourth = world.dial(110)) {
                third.play("S: 421 4.7.0 smtp.plala.example Too many connections from your address, try again later");
                fourth.play("S: -ERR [SYS/TEMP] Too many connections from your address, try again later\nS: (end)");
            }
            try (Line third = world.dial(Place.HOME, "smtp.plala.example", 25)) {
                third.readLine();
                try (Line fourth = world.dial(Place.STRANGER, "smtp.plala.example", 587);
                        Line fifth = world.dial(Place.STRANGER, "pop.plala.example", 110)) {
                    fourth.play("S: 421 4.3.2 smtp.plala.example Too many connections to this host, try again later");
                    fifth.play("S: -ERR [SYS/TEMP] Too many connections to this host, try again later\nS: (end)");
                }
                try (Line other = servers.world("three").dial(25)) {
                    other.play("S: 220...");
                }
            }
        }
        assertThat(servers.servers.connections()).isZero();
    }

    @Test
    void commands_in_error_are_counted_and_the_last_is_told_so() {
        try (Line line = world.dial(25)) {
            line.play(
                    "S: 220...\nC: DATA\nS: 503...\nC: NONSENSE\nS: 500...\nC: HELO\nS: 501...\nC: HELO pc\nS: 250...");
            line.play("C: MAIL FROM:<> X=1\nS: 555...\nC: MAIL FROM:<>\nS: 250...");
            for (int i = 0; i < 10; i++) {
                line.play("C: RCPT TO:<taro@friend.example>\nS: 550...");
            }
            line.play("C: TURN\nS: 421 4.7.0 smtp.plala.example Too many errors, closing\nS: (end)");
        }
        try (Line line = world.dial(110)) {
            line.play("S: +OK...\nC: STAT\nS: -ERR...\nC:\nS: -ERR...\nC: PASS x\nS: -ERR...\nC: STAT x\nS: -ERR...");
            line.send("CAPA\n").play("S: -ERR Too many errors, closing\nS: (end)");
        }
    }

    @Test
    void a_session_that_never_ends_is_ended() {
        servers.close();
        servers = new TestServers(FEW.with(new Limits.Times(LONG, LONG, SHORT.multipliedBy(3), SHORT)));
        world = servers.world("two");
        try (Line smtp = world.dial(25);
                Line pop3 = world.dial(110)) {
            smtp.play("S: 220...\nS: 421 4.4.2 smtp.plala.example Session too long, closing\nS: (end)");
            pop3.play("S: +OK...\nS: -ERR [SYS/TEMP] Session too long, closing\nS: (end)");
        }
    }

    @Test
    void a_caller_who_does_not_read_is_cut_off() {
        servers.close();
        servers = new TestServers(FEW.with(new Limits.Times(LONG, LONG, LONG, SHORT)));
        world = servers.world("two");
        world.plala.put("hanako", Letter.of("x".repeat(8 << 20)));
        try (Line line = world.dial(110)) {
            line.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\nS: +OK...\nC: RETR 1");
            line.awaitEnd();
        }
        try (Line line = world.dial(110)) {
            line.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\nS: +OK 1 messages...");
        }
    }

    @Test
    void silence_ends_a_session_and_deletes_nothing() {
        servers.close();
        servers = new TestServers(FEW.with(new Limits.Times(SHORT, SHORT, LONG, LONG)));
        world = servers.world("two");
        world.plala.put("hanako", Letter.of("1"));
        try (Line line = world.dial(110)) {
            line.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\nS: +OK...\nC: DELE 1\nS: +OK...");
            line.play("S: -ERR Idle too long, closing\nS: (end)");
            line.awaitEnd();
        }
        assertThat(world.plala.mailbox("hanako")).hasSize(1);
        try (Line line = atData()) {
            line.send("half a ma").play("S: 421 4.4.2 smtp.plala.example Idle too long, closing\nS: (end)");
            line.awaitEnd();
        }
        assertThat(world.plala.mailbox("hanako")).hasSize(1);
    }

    @Test
    void a_caller_who_is_left_alone_after_the_end_holds_no_socket_and_can_still_read_the_last_word() {
        servers.close();
        servers = new TestServers(FEW.with(new Limits.Times(SHORT, SHORT, LONG, LONG)));
        world = servers.world("two");
        try (Line smtp = world.dial(25);
                Line pop3 = world.dial(110)) {
            smtp.play("S: 220...\nC: HELO pc\nS: 250...");
            pop3.play("S: +OK...");
            smtp.awaitEnd();
            pop3.awaitEnd();
            awaitNoSocket(smtp);
            awaitNoSocket(pop3);
            smtp.play("S: 421 4.4.2 smtp.plala.example Idle too long, closing\nS: (end)");
            pop3.play("S: -ERR Idle too long, closing\nS: (end)");
        }
    }

    private static void awaitNoSocket(Line line) {
        for (int i = 0; i < 5_000_000 && line.hasSocket(); i++) {
            Thread.onSpinWait();
        }
        assertThat(line.hasSocket()).isFalse();
    }

    @Test
    void a_session_that_has_ended_is_over_though_its_caller_talks_on_and_stays() {
        try (Line smtp = world.dial(25);
                Line pop3 = world.dial(110)) {
            smtp.readLine();
            pop3.readLine();
            smtp.send("QUIT\r\n" + "x".repeat(5_000)).play("S: 221...\nS: (end)");
            pop3.send("QUIT\r\n" + "x".repeat(5_000)).play("S: +OK...\nS: (end)");
            smtp.awaitEnd();
            pop3.awaitEnd();
            assertThat(servers.servers.connections()).isZero();
        }
    }

    @Test
    void no_octet_makes_a_session_that_has_ended_last_longer() {
        try (Line line = world.dial(25)) {
            line.readLine();
            line.send("QUIT\r\n" + "x".repeat(5_000)).play("S: 221...\nS: (end)");
            long start = System.nanoTime();
            assertThatThrownBy(() -> {
                        while (System.nanoTime() - start < LONG.toNanos()) {
                            line.send("x");
                        }
                    })
                    .isInstanceOf(UncheckedIOException.class);
            line.awaitEnd();
            assertThat(servers.servers.connections()).isZero();
        }
    }
}
