package popbeforesmtp.mailserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.FaultLog;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.gate.ListedAddress;
import popbeforesmtp.mailserver.door.DoorServers;
import popbeforesmtp.mailserver.mailbox.Hosts;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.mailbox.ReadMail;

/** The door: real ports, true addresses, and nothing kept that is nobody's business. */
class DoorTest {

    private TestDoor door = new TestDoor();

    private FaultLog faults() {
        return new FaultLog(door.clock);
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void receive_then_send_for_five_minutes() {
        assertThat(door.asksForTaro("127.0.0.1")).isEqualTo("550 5.7.1 <taro@friend.example>: Relaying denied");
        door.logIn("127.0.0.1");
        assertThat(door.hosts.plala().gate().list())
                .extracting(ListedAddress::address)
                .extracting(InetAddress::getHostAddress)
                .containsExactly("127.0.0.1");
        try (Line line = door.dial(door.smtp())) {
            line.play("S: 220 smtp.plala.example ESMTP\nC: EHLO [127.0.0.1]");
            line.play("S: 250-...\nS: 250-...\nS: 250-...\nS: 250-...\nS: 250-...\nS: 250 STARTTLS");
            line.play("C: MAIL FROM:<>\nS: 250...\nC: RCPT TO:<taro@friend.example>\nS: 250...");
            line.play("C: RCPT TO:<someone@nowhere.example>\nS: 250...\nC: DATA\nS: 354...\nC: Subject: Hi\nC: .");
            line.play("S: 250...\nC: QUIT\nS: 221...\nS: (end)");
        }
        assertThat(door.hosts.friend().mailbox("taro"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.header())
                        .contains("Received: from [127.0.0.1] ([127.0.0.1])\tby smtp.plala.example with ESMTP id 3-1;"
                                + " Mon, 02 Apr 2007 14:00:00 +0900"));
        door.afterTheEnd();
        assertThat(door.asksForTaro("127.0.0.1")).startsWith("550 5.7.1");
        assertThat(door.hosts.keptOctets()).isBetween(200L, 1_000L);
    }

    @Test
    void half_mails_of_one_address_leave_room_for_those_of_another_and_short_ones_always_find_some() {
        door.close();
        Limits limits = Limits.atTheDoor().with(new Limits.HalfMails(150_000, 100_000));
        door = new TestDoor("127.0.0.1", limits);
        String most = "x".repeat(60_000) + "\r\n";
        try (Line half = atData("127.0.0.2").send(most);
                Line second = atData("127.0.0.2")) {
            assertThat(replyOnceTheOtherIsRead(second, most))
                    .isEqualTo("452 4.3.1 No room for the mail just now, try again later");
            second.send("Subject: short\r\n" + "x".repeat(3_900) + "\r\n").play("C: .\nS: 250...");
            try (Line other = atData("127.0.0.3").send(most)) {
                other.play("C: .\nS: 250...");
            }
            half.play("C: .\nS: 250...");
            again(second).send(most).play("C: .\nS: 250...");
        }
        try (Line dropped = atData("127.0.0.2").send(most)) {
            dropped.drop();
            door.awaitNobody();
        }
        try (Line last = atData("127.0.0.2").send(most)) {
            last.play("C: .\nS: 250...");
        }
    }

    /** The first reply to the mail that is a refusal: until the server has read the other one, there is room. */
    private static String replyOnceTheOtherIsRead(Line line, String mail) {
        String reply = line.send(mail).ask(".");
        for (int i = 0; i < 1_000 && reply.startsWith("250"); i++) {
            reply = again(line).send(mail).ask(".");
        }
        again(line);
        return reply;
    }

    private static Line again(Line line) {
        return line.play("C: MAIL FROM:<>\nS: 250...\nC: RCPT TO:<taro@friend.example>\nS: 250...\nC: DATA\nS: 354...");
    }

    private Line atData(String from) {
        skipUnless(hasSecondAddress(), "this machine has no 127.0.0.2");
        door.logIn(from);
        return door.dial(from, door.smtp())
                .play("S: 220...\nC: HELO pc\nS: 250...\nC: MAIL FROM:<>\nS: 250...")
                .play("C: RCPT TO:<taro@friend.example>\nS: 250...\nC: DATA\nS: 354...");
    }

    @Test
    void the_mailbox_that_nobody_reads_lets_the_oldest_mails_go() {
        door.logIn("127.0.0.1");
        int most = Limits.atTheDoor().sizes().mailboxMessages();
        try (Line line = door.dial(door.smtp())) {
            line.play("S: 220...\nC: HELO pc\nS: 250...");
            for (int i = 0; i <= most; i++) {
                line.play(
                        "C: MAIL FROM:<>\nS: 250...\nC: RCPT TO:<taro@friend.example>\nS: 250...\nC: DATA\nS: 354...");
                line.play("C: Subject: no " + i + "\nC: .\nS: 250...");
            }
        }
        assertThat(door.hosts.friend().mailbox("taro"))
                .hasSize(most)
                .extracting(ReadMail::subject)
                .startsWith("no 1")
                .endsWith("no " + most);
    }

    @Test
    void another_address_is_another_caller() {
        skipUnless(hasSecondAddress(), "this machine has no 127.0.0.2");
        door.logIn("127.0.0.2");
        assertThat(door.asksForTaro("127.0.0.1")).startsWith("550 5.7.1");
        assertThat(door.asksForTaro("127.0.0.2")).startsWith("250 2.1.5");
        assertThat(door.events(Event.SessionOpened.class))
                .extracting(event -> event.session() + " " + event.from().getHostAddress() + " " + event.dialled())
                .containsExactly(
                        "1 127.0.0.2 pop.plala.example",
                        "2 127.0.0.1 smtp.plala.example",
                        "3 127.0.0.2 smtp.plala.example");
        assertThat(door.events(Event.SessionOpened.class))
                .extracting(Event.SessionOpened::port)
                .containsExactly(door.pop3(), door.smtp(), door.smtp());
    }

    @Test
    void forty_who_log_in_at_once_from_forty_addresses_are_all_listed_and_each_reads_its_own_mail() {
        List<Line> open = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            String from = "127.0.0." + i;
            try (Line line = dialOrSkip(from, door.smtp())) {
                line.play("S: 220...\nC: HELO pc\nS: 250...\nC: MAIL FROM:<>\nS: 250...");
                line.play("C: RCPT TO:<hanako@plala.example>\nS: 250...\nC: DATA\nS: 354...\nC: Subject: from " + from);
                line.play("C: .\nS: 250...");
            }
        }
        for (int i = 1; i <= 40; i++) {
            Line line = door.dial("127.0.0." + i, door.pop3());
            open.add(line);
            line.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\nS: +OK 1 messages...");
        }
        for (int i = 1; i <= 40; i++) {
            assertThat(open.get(i - 1).send("RETR 1\r\n").readUpToDot())
                    .contains("Subject: from 127.0.0." + i + "\r\n");
            assertThat(door.asksForTaro("127.0.0." + i)).startsWith("250");
        }
        assertThat(door.hosts.plala().gate().list()).hasSize(40);
        open.forEach(Line::close);
    }

    @Test
    void a_mailbox_is_in_use_only_for_ones_own_second_session_under_the_same_name() {
        String inUse = "S: -ERR [IN-USE] Mailbox is open in another session";
        try (Line first = dialOrSkip("127.0.0.1", door.pop3());
                Line second = door.dial("127.0.0.1", door.pop3());
                Line seat = door.dial("127.0.0.1", door.pop3());
                Line other = door.dial("127.0.0.2", door.pop3())) {
            first.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\nS: +OK 0...");
            second.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\n" + inUse);
            seat.play("S: +OK...\nC: USER Hanako60\nS: +OK...\nC: PASS sakura\nS: +OK 0...");
            other.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\nS: +OK 0...");
            second.play("C: USER hanako61\nS: +OK...\nC: PASS sakura\nS: -ERR [AUTH]...");
            second.play("C: USER hanako01\nS: +OK...\nC: PASS sakura\nS: +OK 0...");
        }
        try (Line line = door.dial(door.smtp())) {
            line.play("S: 220...\nC: HELO pc\nS: 250...\nC: MAIL FROM:<>\nS: 250...");
            line.play(
                    "C: RCPT TO:<hanako60@plala.example>\nS: 250...\nC: RCPT TO:<hanako61@plala.example>\nS: 550 5.1.1...");
            line.play("C: DATA\nS: 354...\nC: .\nS: 250...");
        }
        assertThat(door.hosts.plala().mailbox("hanako60")).hasSize(1);
        assertThat(door.hosts.plala().mailbox("hanako")).isEmpty();
    }

    private static void skipUnless(boolean possible, String reason) {
        if (!possible) {
            System.out.println("DoorTest, one test skipped: " + reason);
        }
        assumeTrue(possible, reason);
    }

    private static boolean hasSecondAddress() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void both_families_are_served_and_one_address_is_one() {
        door.close();
        try {
            door = new TestDoor("::", Limits.atTheDoor());
            door.dial("::1", door.smtp()).close();
        } catch (UncheckedIOException e) {
            skipUnless(false, "this machine has no IPv6");
        }
        door.logIn("127.0.0.1");
        assertThat(door.asksForTaro("127.0.0.1")).startsWith("250");
        assertThat(door.asksForTaro("::1")).startsWith("550");
        door.logIn("::1");
        try (Line line = door.dial("::1", door.smtp())) {
            line.play("S: 220...\nC: HELO pc\nS: 250...\nC: MAIL FROM:<>\nS: 250...\nC: RCPT TO:<taro@friend.example>");
            line.play("S: 250...\nC: DATA\nS: 354...\nC: .\nS: 250...");
        }
        assertThat(door.hosts.friend().mailbox("taro").get(0).header().get(1))
                .startsWith("Received: from pc ([IPv6:0:0:0:0:0:0:0:1])\tby");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            USER hanako|USER ***
            user|user
            PASS sakura and more|PASS ***
            pass sakura|pass ***
            APOP hanako 0123456789abcdef|APOP ***
            AUTH PLAIN AGhhbmFrbwBzYWt1cmE=|AUTH ***
            AGhhbmFrbwBzYWt1cmE=|***
            sakura|***
             PASS sakura|***
            PASS	sakura|***
            PASSsakura|***
            PAß sakura|***
            RETR 1|RETR 1
            EHLO pc|EHLO pc
            EHLO my dear sakura|EHLO ***
            EHLO sakura's|EHLO ***
            EHLO \u00e8\u008a\u00b1-PC|EHLO +E8+8A+B1-PC
            HELP|HELP
            HELP sakura|HELP ***
            ehlo <sakura>|ehlo ***
            MAIL FROM:<hanako@plala.example>|MAIL FROM:<hanako@plala.example>
            mail from:<> size=1 BODY=8BITMIME|mail from:<> size=1 BODY=8BITMIME
            MAIL FROM:<> my name is sakura|MAIL ***
            MAIL from sakura|MAIL ***
            Mail sakura at home|Mail ***
            RCPT TO:<postmaster>|RCPT TO:<postmaster>
            RCPT TO:<sakura>|RCPT ***
            RCPT TO:<taro@friend.example> sakura|RCPT ***
            Data about sakura|Data ***
            NOOP sakura|NOOP ***
            VRFY sakura|VRFY ***
            QUIT sakura|QUIT ***
            rset sakura|rset ***
            STAT sakura|STAT ***
            RETR sakura|RETR ***
            TOP 1 sakura|TOP ***
            TOP 1 0|TOP 1 0
            CAPA|CAPA
            """)
    void what_may_be_a_secret_is_masked_before_it_is_kept(String said, String kept) {
        for (int port : new int[] {door.pop3(), door.smtp()}) {
            try (Line line = door.dial(port)) {
                line.readLine();
                line.ask(said);
                assertThat(door.events(Event.Said.class))
                        .filteredOn(event -> event.speaker() == Speaker.CLIENT)
                        .last()
                        .extracting(Event.Said::line)
                        .isEqualTo(kept);
                line.send("PASS sakura\n").readReply();
                line.send("PASS sakura" + "x".repeat(2_000) + "\r\n").readLine();
            }
        }
        assertThat(door.log.all().toString()).doesNotContainIgnoringCase("sakura");
    }

    @Test
    void a_letter_that_was_sent_though_data_was_refused_is_not_kept() {
        try (Line line = door.dial(door.smtp())) {
            line.readLine();
            line.send("""
                            HELO pc
                            MAIL FROM:<>
                            RCPT TO:<taro@friend.example>
                            DATA
                            Subject: private

                            data, private
                            MAIL private
                            helo private friend
                            Noop private
                            private
                            .
                            QUIT
                            """.replace("\n", "\r\n")).readAll();
        }
        assertThat(door.log.all().toString()).doesNotContain("private");
        assertThat(door.events(Event.Said.class)).extracting(Event.Said::line).contains("MAIL ***", "Noop ***");
    }

    @Test
    void a_letter_is_kept_as_a_count() {
        try (Line line = door.dial(door.smtp())) {
            line.play(
                    "S: 220...\nC: HELO pc\nS: 250...\nC: MAIL FROM:<>\nS: 250...\nC: RCPT TO:<hanako@plala.example>");
            line.play("S: 250...\nC: DATA\nS: 354...\nC: Subject: private\nC:\nC: private\nC: .\nS: 250...");
        }
        try (Line line = door.dial(door.pop3())) {
            line.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\nS: +OK...");
            assertThat(line.send("RETR 1\r\n").readUpToDot()).contains("Subject: private");
            assertThat(line.send("TOP 1 1\r\n").readUpToDot()).contains("Subject: private");
        }
        assertThat(door.log.all().toString()).doesNotContain("private");
        assertThat(door.events(Event.Letter.class)).hasSize(3);
        assertThat(door.events(Event.Letter.class).get(0).octets()).isEqualTo(29);
    }

    @Test
    void a_busy_port_is_told_and_nothing_is_left_open() throws IOException {
        int port = freePort();
        try (DoorServers second = new DoorServers(door.hosts, Limits.atTheDoor(), faults())) {
            assertThatThrownBy(() -> second.start("127.0.0.1", port, door.smtp()))
                    .isInstanceOf(IOException.class)
                    .hasCauseInstanceOf(BindException.class)
                    .hasMessageStartingWith("cannot listen at 127.0.0.1 port " + door.smtp() + ": ");
            assertThat(second.ports()).isEmpty();
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            assertThatThrownBy(() -> second.start("192.0.2.1", 0, 0))
                    .hasMessageStartingWith("cannot listen at 192.0.2.1 port 0: ");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void one_address_cannot_take_every_place() {
        door.close();
        door = new TestDoor("127.0.0.1", Limits.atTheDoor().with(new Limits.Crowds(10, 10, 2)));
        try (Line first = door.dial(door.smtp());
                Line second = door.dial(door.pop3())) {
            first.readLine();
            second.readLine();
            door.dial(door.smtp())
                    .play("S: 421 4.7.0 smtp.plala.example Too many connections from your address, try again later")
                    .play("S: (end)")
                    .close();
        }
        door.awaitNobody();
        assertThat(door.servers.connections()).isZero();
        door.logIn("127.0.0.1");
        assertThat(door.events(Event.SessionOpened.class).stream()
                        .map(Event.SessionOpened::session)
                        .collect(Collectors.toSet()))
                .hasSize(4);
    }

    @Test
    void idle_callers_of_a_few_addresses_leave_room_for_everybody_else() {
        Limits.Crowds crowds = Limits.atTheDoor().crowds();
        int from = Math.min(crowds.address(), 100);
        List<Line> idle = new ArrayList<>();
        for (String address : List.of("127.0.0.2", "127.0.0.3", "127.0.0.4")) {
            for (int i = 0; i < 100; i++) {
                idle.add(dialOrSkip(address, i % 2 == 0 ? door.smtp() : door.pop3()));
            }
        }
        List<String> greetings = idle.stream().map(Line::readLine).toList();
        assertThat(greetings)
                .filteredOn(line -> line.endsWith(" ESMTP") || line.contains(" ready <"))
                .hasSize(3 * from);
        assertThat(greetings)
                .filteredOn(line -> line.contains("from your address"))
                .hasSize(300 - 3 * from);
        door.logIn("127.0.0.1");
        assertThat(door.asksForTaro("127.0.0.1")).startsWith("250");
        idle.forEach(Line::drop);
        door.awaitNobody();
    }

    @Test
    void a_mail_program_may_ask_for_tls_at_both_ports_and_its_words_are_as_little_kept() {
        try (Line line = door.dial(door.pop3())) {
            line.play("S: +OK...\nC: STLS\nS: +OK Begin TLS").seal("localhost");
            line.play("C: USER hanako\nS: +OK...\nC: PASS sakura\nS: +OK...\nC: QUIT\nS: +OK...\nS: (end)");
        }
        try (Line line = door.dial(door.smtp())) {
            line.play("S: 220...\nC: EHLO [127.0.0.1]");
            line.play(
                    "S: 250-...\nS: 250-...\nS: 250-...\nS: 250-...\nS: 250-...\nS: 250 STARTTLS\nC: STARTTLS\nS: 220...");
            line.seal("127.0.0.1").play("C: EHLO [127.0.0.1]");
            line.play("S: 250-...\nS: 250-...\nS: 250-...\nS: 250-...\nS: 250 ENHANCEDSTATUSCODES");
            line.play(
                    "C: AUTH PLAIN AGhhbmFrbwBzYWt1cmE=\nS: 502...\nC: STARTTLS\nS: 503...\nC: MAIL FROM:<>\nS: 250...");
            line.play(
                    "C: RCPT TO:<taro@friend.example>\nS: 250...\nC: DATA\nS: 354...\nC: Subject: Hi\nC: .\nS: 250...");
            line.play("C: QUIT\nS: 221...\nS: (end)");
        }
        assertThat(door.log.all()).anyMatch(event -> event instanceof Event.Said said && said.sealed());
        assertThat(door.log.all().toString())
                .contains("STLS", "PASS ***")
                .doesNotContain("sakura", "AGhhbm", "Subject");
    }

    private Line dialOrSkip(String address, int port) {
        skipUnless(hasSecondAddress(), "this machine has no 127.0.0.2");
        return door.dial(address, port);
    }

    @Test
    void the_last_places_are_for_addresses_that_have_none() {
        door.close();
        door = new TestDoor("127.0.0.1", Limits.atTheDoor().with(new Limits.Crowds(4, 4, 3, 2)));
        String full = "421 4.3.2 smtp.plala.example Too many connections, try again later";
        try (Line first = dialOrSkip("127.0.0.1", door.smtp());
                Line second = door.dial("127.0.0.1", door.smtp())) {
            first.readLine();
            second.readLine();
            door.dial("127.0.0.1", door.smtp()).play("S: " + full).close();
            try (Line third = door.dial("127.0.0.2", door.smtp());
                    Line fourth = door.dial("127.0.0.3", door.smtp())) {
                third.play("S: 220...");
                fourth.play("S: 220...");
                door.dial("127.0.0.4", door.smtp()).play("S: " + full).close();
            }
        }
        door.awaitNobody();
    }

    @Test
    void wrong_passwords_are_counted_by_address_and_forgiven_one_by_one() {
        door.close();
        door = new TestDoor("127.0.0.1", Limits.atTheDoor().with(new Limits.LogIns(3, 4, Duration.ofSeconds(10))));
        String wrong = "S: -ERR [AUTH] Wrong name or password";
        String tooOften = "S: -ERR [SYS/TEMP] Too many wrong log-ins from your address, try again later\nS: (end)";
        for (int session = 0; session < 2; session++) {
            try (Line line = dialOrSkip("127.0.0.2", door.pop3())) {
                line.play("S: +OK...");
                for (int i = 0; i < 2; i++) {
                    line.play("C: USER hanako\nS: +OK...\nC: PASS momiji\n" + wrong);
                }
            }
        }
        try (Line line = door.dial("127.0.0.2", door.pop3())) {
            line.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\n" + tooOften);
        }
        door.logIn("127.0.0.1");
        door.clock.turn(Duration.ofSeconds(10).minusNanos(1));
        try (Line line = door.dial("127.0.0.2", door.pop3())) {
            line.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\n" + tooOften);
        }
        door.clock.turn(Duration.ofNanos(1));
        try (Line line = door.dial("127.0.0.2", door.pop3())) {
            line.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS momiji\n" + wrong);
            line.play("C: USER hanako\nS: +OK...\nC: PASS sakura\n" + tooOften);
        }
        door.clock.turn(Duration.ofSeconds(10));
        door.logIn("127.0.0.2");
    }

    @Test
    void whoever_is_turned_away_and_stays_holds_up_nobody() throws IOException {
        skipUnless(hasSecondAddress(), "this machine has no 127.0.0.2");
        Semaphore looks = new Semaphore(0);
        Hosts patient = (world, host) -> {
            looks.acquireUninterruptibly();
            return door.hosts.find(world, host);
        };
        Limits one = Limits.atTheDoor().with(new Limits.Crowds(10, 10, 1));
        try (DoorServers servers = new DoorServers(patient, one, faults())) {
            servers.start("127.0.0.1", 0, 0);
            for (int port : List.of(
                    servers.ports().orElseThrow().smtp(),
                    servers.ports().orElseThrow().pop3())) {
                try (Line inside = door.dial(port)) {
                    looks.release();
                    inside.readLine();
                    try (Line turnedAway = door.dial(port).send("x")) {
                        looks.release();
                        assertThat(turnedAway.readLine()).contains("Too many connections from your address");
                        try (Line other = door.dial("127.0.0.2", port)) {
                            looks.release();
                            assertThat(other.readLine()).contains("plala.example");
                            other.play("C: QUIT").readLine();
                        }
                    }
                    inside.play("C: QUIT").readAll();
                }
                awaitNobody(servers);
            }
        }
    }

    private static void awaitNobody(DoorServers servers) {
        for (int i = 0; i < 5_000_000 && servers.connections() > 0; i++) {
            Thread.onSpinWait();
        }
        assertThat(servers.connections()).isZero();
    }

    @Test
    void no_unique_id_is_given_again_after_a_new_start() {
        Set<String> seen = new HashSet<>();
        for (int start = 0; start < 3; start++) {
            door.close();
            door = new TestDoor(Instant.parse("2007-04-02T05:00:00Z").plusMillis(start));
            door.hosts.plala().put("hanako", Letter.of("Subject: 1"));
            door.hosts.plala().put("hanako", Letter.of("Subject: 2"));
            try (Line line = door.dial(door.pop3())) {
                line.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\nS: +OK...\nC: UIDL\nS: +OK...");
                for (int number = 1; number <= 2; number++) {
                    String[] words = line.readLine().split(" ", -1);
                    assertThat(words).hasSize(2).startsWith(Integer.toString(number));
                    assertThat(words[1]).as("RFC 1939, 7").matches("[!-~]{1,70}");
                    assertThat(seen.add(words[1])).isTrue();
                }
                line.play("S: .\nC: QUIT\nS: +OK...\nS: (end)");
            }
        }
    }

    @Test
    void too_many_errors_are_told_and_the_line_ends_cleanly_though_the_caller_talks_on() throws IOException {
        for (int i = 0; i < 500; i++) {
            try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), i % 2 == 0 ? door.smtp() : door.pop3())) {
                caller.setTcpNoDelay(true);
                caller.getOutputStream().write("NONSENSE\r\n".repeat(25).getBytes(StandardCharsets.US_ASCII));
                caller.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(caller.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                        .endsWith(" Too many errors, closing\r\n");
            }
        }
    }
}
