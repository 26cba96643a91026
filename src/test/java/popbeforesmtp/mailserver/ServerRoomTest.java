package popbeforesmtp.mailserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.gate.Desks;
import popbeforesmtp.gate.ServerExperiments;
import popbeforesmtp.gate.ServerExperiments.Cell;

/** What the programs that kept the list did, they do through real sockets. */
class ServerRoomTest {

    private static TestServers servers;

    @BeforeAll
    static void start() {
        servers = new TestServers();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    static List<Cell> cells() {
        return ServerExperiments.cells();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_program_does_in_an_experiment_what_the_real_one_did(Cell cell) {
        TestWorld world = servers.world(cell.toString(), Desks.program(cell.program()));
        assertThat(cell.doneAt(new SocketDesks(world))).isEqualTo(cell.expected());
    }

    @Test
    void a_mailbox_without_a_lock_is_read_twice_at_once_and_a_mail_goes_once() {
        TestWorld world = servers.world("no lock", Desks.program("vpopmail"));
        try (Line letter = world.dial(25)) {
            letter.play("""
                    S: 220 ...
                    C: HELO pc
                    S: 250 ...
                    C: MAIL FROM:<>
                    S: 250 ...
                    C: RCPT TO:<hanako@plala.example>
                    S: 250 ...
                    C: DATA
                    S: 354 ...
                    C: Subject: 1
                    C: .
                    S: 250 ...
                    """);
        }
        long empty = world.plala.keptOctets();
        String both = "S: +OK ...\nC: USER hanako\nS: +OK ...\nC: PASS sakura\nS: +OK 1 ...\nC: DELE 1\nS: +OK ...";
        try (Line first = world.dial(110).play(both);
                Line second = world.dial(110).play(both)) {
            first.play("C: QUIT\nS: +OK ...\nS: (end)");
            second.play("C: QUIT\nS: +OK ...\nS: (end)");
        }
        assertThat(empty).isPositive();
        assertThat(world.plala.mailbox("hanako")).isEmpty();
        assertThat(world.plala.keptOctets()).isZero();
    }

    @Test
    void a_mail_for_nobody_that_was_taken_goes_nowhere() {
        TestWorld world = servers.world("nobody", Desks.program("relay-ctrl"));
        try (Line line = world.dial(25)) {
            line.play("""
                    S: 220 ...
                    C: HELO pc
                    S: 250 ...
                    C: MAIL FROM:<someone@abroad.example>
                    S: 250 ...
                    C: RCPT TO:<nobody@plala.example>
                    S: 250 ...
                    C: DATA
                    S: 354 ...
                    C: Subject: 1
                    C: .
                    S: 250 2.0.0 Message accepted
                    """);
        }
        assertThat(world.events(Event.Delivered.class)).isEmpty();
    }

    @Test
    void the_right_password_for_a_locked_mailbox_lists_at_dbmail_and_is_no_log_in_all_the_same() {
        TestWorld world = servers.world("locked", Desks.program("dbmail"));
        new SocketDesks(world).logInLocked(Desks.B, "hanako");
        assertThat(world.events(Event.Listed.class))
                .extracting(Event.Listed::address)
                .containsExactly(Desks.A, Desks.B);
    }

    @Test
    void a_caller_who_had_to_wait_for_a_dead_daemon_is_told_of_in_the_log_before_the_answer() {
        TestWorld world = servers.world("waited", Desks.program("drac"));
        world.plala.gate().sleep(world.clock.instant());
        new SocketDesks(world).receive(Desks.A, "hanako");
        List<Event> events = world.log.all();
        int waited = events.indexOf(world.events(Event.Waited.class).get(0));
        assertThat(events.get(waited + 1))
                .isInstanceOfSatisfying(
                        Event.Said.class, said -> assertThat(said.line()).startsWith("+OK"));
        assertThat(world.events(Event.Listed.class)).isEmpty();
    }
}
