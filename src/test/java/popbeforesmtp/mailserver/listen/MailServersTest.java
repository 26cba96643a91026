package popbeforesmtp.mailserver.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.Printed;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.FaultLog;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.gate.hosts.HostTable;
import popbeforesmtp.mailserver.Line;
import popbeforesmtp.mailserver.TestServers;
import popbeforesmtp.mailserver.TestWorld;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.session.Desk;
import popbeforesmtp.mailserver.session.LogRedaction;
import popbeforesmtp.mailserver.session.Role;
import popbeforesmtp.network.Place;
import popbeforesmtp.network.PracticeNetwork;

/** The listeners live through whatever callers, hosts and stops do. */
class MailServersTest {

    private static final String TRANSACTION =
            "EHLO pc\r\nMAIL FROM:<>\r\nRCPT TO:<hanako@plala.example>\r\nDATA\r\nSubject: x\r\n\r\ntext\r\n.\r\nQUIT\r\n";

    private final TestServers servers = new TestServers();
    private final TestWorld world = servers.world("one");

    @AfterEach
    void close() {
        servers.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 110})
    void a_caller_who_is_not_in_the_table_is_let_go_without_a_word(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(servers.servers.at(port).orElseThrow());
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        world.dial(port).close();
        assertThat(servers.servers.connections()).isZero();
    }

    @Test
    void only_the_ports_that_are_played_are_there() {
        assertThat(servers.servers.at(143)).isEmpty();
        assertThat(servers.servers.at(25)).isPresent();
        servers.servers.close();
        assertThat(servers.servers.at(25)).isEmpty();
    }

    @Test
    void a_call_for_a_host_or_a_world_that_is_not_there_ends() {
        world.dial(Place.CENTRE, "pop.dion.example", 110).play("S: (end)").close();
        TestWorld gone = new TestWorld(
                new WorldId("gone"),
                new PracticeNetwork.Exterior(HostTable.directory(), servers.servers, servers.calls));
        gone.dial(25).play("S: (end)").close();
        assertThat(servers.calls.size()).isZero();
    }

    @Test
    void a_fault_of_whoever_finds_the_hosts_ends_that_call_only() throws Exception {
        List<String> faults = new CopyOnWriteArrayList<>(List.of("once"));
        try (MailServers fragile = new MailServers(
                (id, host) -> {
                    if (!faults.isEmpty()) {
                        throw new IllegalStateException(faults.remove(0));
                    }
                    return world.find(host);
                },
                servers.calls,
                Limits.usual(),
                new FaultLog(() -> Instant.EPOCH))) {
            fragile.start();
            TestWorld other = new TestWorld(
                    new WorldId("other"), new PracticeNetwork.Exterior(HostTable.directory(), fragile, servers.calls));
            other.dial(25).play("S: (end)").close();
            other.dial(25).play("S: 220 smtp.plala.example ESMTP").close();
        }
    }

    @Test
    void a_fault_within_a_session_is_told_in_our_own_words() throws Exception {
        try (MailServers fragile = new MailServers(
                (id, host) -> {
                    if (host.equals("nowhere.example")) {
                        throw new IllegalStateException("secret");
                    }
                    return world.find(host);
                },
                servers.calls,
                Limits.usual(),
                new FaultLog(() -> Instant.EPOCH))) {
            fragile.start();
            TestWorld other = new TestWorld(
                    new WorldId("other"), new PracticeNetwork.Exterior(HostTable.directory(), fragile, servers.calls));
            world.logIn(Place.CENTRE);
            assertThat(Printed.during(() -> {
                                runsIntoTheFault(other);
                                runsIntoTheFault(other);
                            })
                            .lines())
                    .singleElement()
                    .asString()
                    .contains("SMTP session failed: IllegalStateException at ")
                    .doesNotContain("secret", "nowhere");
        }
    }

    private static void runsIntoTheFault(TestWorld world) {
        try (Line line = world.dial(25)) {
            line.play("""
                    S: 220 ...
                    C: HELO pc
                    S: 250 ...
                    C: MAIL FROM:<>
                    S: 250 ...
                    C: RCPT TO:<a@nowhere.example>
                    S: 250 ...
                    C: DATA
                    S: 354 ...
                    C: .
                    S: 421 4.3.0 smtp.plala.example Server error, closing
                    S: (end)
                    """);
        }
    }

    @Test
    void a_start_that_fails_in_any_way_leaves_nothing_open() throws Exception {
        int port = freePort();
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        Map<Role, InetSocketAddress> addresses = new LinkedHashMap<>();
        addresses.put(Role.POP3, address);
        addresses.put(null, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        OpenPorts ports = ports();
        assertThatThrownBy(() -> ports.open(addresses)).isInstanceOf(RuntimeException.class);
        assertThat(ports.at(Role.POP3)).isEmpty();
        addresses.remove(null);
        Thread.currentThread().interrupt();
        OpenPorts interrupted = ports();
        assertThatThrownBy(() -> interrupted.open(addresses)).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).as("the interrupt is still to be seen").isTrue();
        assertThat(interrupted.at(Role.POP3)).isEmpty();
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private OpenPorts ports() {
        Desk desk = new Desk(
                (id, host) -> world.find(host), Limits.usual(), LogRedaction.NONE, new FaultLog(() -> Instant.EPOCH));
        return new OpenPorts(new Admission(servers.calls, desk));
    }

    @Test
    void the_sessions_are_looked_after_though_that_fails_each_time() throws Exception {
        Duration often = Duration.ofMillis(20);
        CountDownLatch told = new CountDownLatch(3);
        FaultLog faults = new FaultLog(() -> {
            told.countDown();
            return Instant.EPOCH;
        });
        Limits.Times broken = new Limits.Times(Duration.ofMinutes(1), Duration.ofMinutes(1), null, often);
        try (TestServers fragile = new TestServers(Limits.usual().with(broken), faults);
                Line line = fragile.world("looked-after").dial(25)) {
            assertThat(Printed.during(told::await).lines())
                    .singleElement()
                    .asString()
                    .contains("looking after a session");
            line.play("S: 220...\nC: QUIT\nS: 221...\nS: (end)");
        }
    }

    @Test
    void two_worlds_never_see_each_other() {
        TestWorld two = servers.world("two");
        world.logIn(Place.CENTRE);
        for (TestWorld each : List.of(world, two)) {
            try (Line line = each.dial(25)) {
                line.play(
                        "S: 220...\nC: HELO pc\nS: 250...\nC: MAIL FROM:<>\nS: 250...\nC: RCPT TO:<taro@friend.example>");
                line.play(each == world ? "S: 250 2.1.5 ..." : "S: 550 5.7.1 ...");
            }
        }
        assertThat(two.events(Event.SessionOpened.class)).hasSize(1);
    }

    @Test
    void a_caller_may_vanish_at_every_octet() {
        for (int length = 0; length <= TRANSACTION.length(); length++) {
            Line line = world.dial(25);
            line.send(TRANSACTION.substring(0, length));
            line.drop();
            line.awaitEnd();
        }
        assertThat(servers.servers.connections()).isZero();
        assertThat(servers.calls.size()).isZero();
        assertThat(world.events(Event.SessionOpened.class)).hasSameSizeAs(world.events(Event.SessionClosed.class));
        assertThat(world.events(Event.Delivered.class)).hasSameSizeAs(world.plala.mailbox("hanako"));
        world.dial(25).play("S: 220...").close();
    }

    @Test
    void a_stop_in_the_middle_is_told_and_loses_nothing_that_was_taken() {
        world.plala.put("hanako", Letter.of("waits"));
        Line smtp = world.dial(25);
        smtp.play("S: 220...\nC: HELO pc\nS: 250...\nC: MAIL FROM:<>\nS: 250...\nC: RCPT TO:<hanako@plala.example>");
        smtp.play(
                "S: 250...\nC: DATA\nS: 354...\nC: taken\nC: .\nS: 250 2.0.0 Message accepted\nC: MAIL FROM:<>\nS: 250...");
        smtp.play("C: RCPT TO:<hanako@plala.example>\nS: 250...\nC: DATA\nS: 354...\nC: not taken");
        Line pop3 = world.dial(110);
        pop3.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\nS: +OK...\nC: DELE 1\nS: +OK...");
        InetSocketAddress at = servers.servers.at(25).orElseThrow();
        servers.close();
        smtp.play("S: 421 4.3.2 smtp.plala.example Server is stopping\nS: (end)");
        pop3.play("S: -ERR [SYS/TEMP] Server is stopping\nS: (end)");
        smtp.close();
        pop3.close();
        assertThat(servers.servers.connections()).isZero();
        assertThat(world.plala.mailbox("hanako")).hasSize(2);
        assertThatThrownBy(() -> new Socket(at.getAddress(), at.getPort())).isInstanceOf(ConnectException.class);
        assertThatCode(servers::close).doesNotThrowAnyException();
    }

    @Test
    void a_stop_is_told_in_every_state() {
        Map<Line, String> lines = new LinkedHashMap<>();
        String stopped = "421 4.3.2 smtp.plala.example Server is stopping";
        for (String said : List.of(
                "",
                "MAI",
                "EHLO pc\r\n",
                "EHLO pc\r\nMAIL FROM:<>\r\n",
                "EHLO pc\r\nMAIL FROM:<>\r\nRCPT TO:<hanako@plala.example>\r\nDATA\r\nhalf\r\n.")) {
            lines.put(greeted(25).send(said), stopped);
        }
        lines.put(greeted(587).send("EHLO pc\r\nAUTH LOGIN\r\naGFu"), stopped);
        for (String said : List.of("", "USER hanako\r\n", "USER hanako\r\nPASS sakura\r\nDELE 1\r\n")) {
            lines.put(greeted(110).send(said), "-ERR [SYS/TEMP] Server is stopping");
        }
        List<InetSocketAddress> addresses = Stream.of(25, 110, 587)
                .map(port -> servers.servers.at(port).orElseThrow())
                .toList();
        servers.close();
        lines.forEach((line, last) -> assertThat(line.readAll()).last().isEqualTo(last));
        lines.keySet().forEach(Line::close);
        assertThat(world.plala.mailbox("hanako")).isEmpty();
        assertThat(addresses)
                .allSatisfy(address -> new ServerSocket(address.getPort(), 1, address.getAddress()).close());
    }

    private Line greeted(int port) {
        Line line = world.dial(port);
        line.readLine();
        return line;
    }

    @Test
    void no_mail_that_was_answered_250_is_lost_in_a_stop() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        CountDownLatch some = new CountDownLatch(20);
        List<Thread> senders = Stream.of(world.dial(25), world.dial(25), world.dial(25))
                .map(line -> new Thread(() -> sendUntilStopped(line, taken, some)))
                .toList();
        senders.forEach(Thread::start);
        some.await();
        servers.close();
        for (Thread sender : senders) {
            sender.join();
        }
        assertThat(world.plala.mailbox("hanako")).hasSizeBetween(taken.get(), taken.get() + senders.size());
    }

    private static void sendUntilStopped(Line line, AtomicInteger taken, CountDownLatch some) {
        try (line) {
            line.readLine();
            line.tryToAsk("HELO pc");
            while (true) {
                line.tryToAsk("MAIL FROM:<>");
                line.tryToAsk("RCPT TO:<hanako@plala.example>");
                line.tryToAsk("DATA");
                if (!line.tryToAsk(".").orElse("").startsWith("250 2.0.0 Message")) {
                    return;
                }
                taken.incrementAndGet();
                some.countDown();
            }
        }
    }

    @Test
    void a_stop_does_not_wait_for_a_caller_who_does_not_read() {
        world.plala.put("hanako", Letter.of("x".repeat(8 << 20)));
        Line line = world.dial(110);
        line.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\nS: +OK...\nC: RETR 1\nS: +OK...");
        servers.close();
        line.awaitEnd();
        line.drop();
        assertThat(servers.servers.connections()).isZero();
    }

    @Test
    void everything_that_is_said_was_logged_before() {
        try (Line line = world.dial(25)) {
            for (String command : List.of("EHLO pc", "NOOP", "RSET", "VRFY x", "NONSENSE")) {
                line.send(command + "\r\n");
            }
            for (int i = 0; i < 10; i++) {
                String read = line.readLine();
                assertThat(world.events(Event.Said.class))
                        .extracting(Event.Said::line)
                        .contains(read);
            }
        }
    }

    @Test
    void forty_learners_at_once_each_get_their_own_mail() throws Exception {
        List<TestWorld> worlds =
                IntStream.range(0, 40).mapToObj(i -> servers.world("w" + i)).toList();
        ExecutorService learners = Executors.newFixedThreadPool(worlds.size());
        try {
            List<Callable<Void>> presses = worlds.stream()
                    .<Callable<Void>>map(each -> () -> {
                        for (int i = 0; i < 3; i++) {
                            each.logIn(Place.CENTRE);
                            sendToTaro(each);
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> press : learners.invokeAll(presses)) {
                press.get();
            }
        } finally {
            learners.shutdownNow();
        }
        assertThat(worlds).allSatisfy(each -> {
            assertThat(each.friend.mailbox("taro")).hasSize(3);
            assertThat(each.log.all()).isEqualTo(worlds.get(0).log.all());
        });
        assertThat(servers.servers.connections()).isZero();
    }

    private static void sendToTaro(TestWorld world) {
        try (Line line = world.dial(25)) {
            line.play("""
                    S: 220 ...
                    C: HELO pc
                    S: 250 ...
                    C: MAIL FROM:<hanako@plala.example>
                    S: 250 ...
                    C: RCPT TO:<taro@friend.example>
                    S: 250 ...
                    C: DATA
                    S: 354 ...
                    C: .
                    S: 250 ...
                    C: QUIT
                    S: 221 ...
                    """);
        }
    }
}
