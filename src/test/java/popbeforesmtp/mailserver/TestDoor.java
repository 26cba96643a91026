package popbeforesmtp.mailserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.EventLog;
import popbeforesmtp.eventlog.FaultLog;
import popbeforesmtp.mailserver.door.DoorHosts;
import popbeforesmtp.mailserver.door.DoorServers;
import popbeforesmtp.mailserver.mailbox.Limits;

/** The door's real servers on free ports of the loopback interface. */
final class TestDoor implements AutoCloseable {

    final EventLog log = new EventLog(10_000);
    final TurnedClock clock;
    final DoorHosts hosts;
    final DoorServers servers;

    TestDoor() {
        this("127.0.0.1", Limits.atTheDoor());
    }

    /** A door that is opened at another time. */
    TestDoor(Instant opened) {
        this("127.0.0.1", Limits.atTheDoor(), new TurnedClock(opened));
    }

    TestDoor(String bind, Limits limits) {
        this(bind, limits, new TurnedClock());
    }

    private TestDoor(String bind, Limits limits, TurnedClock clock) {
        this.clock = clock;
        hosts = new DoorHosts(clock, (from, event) -> log.append(event), "sakura");
        servers = new DoorServers(hosts, limits, new FaultLog(clock));
        try {
            servers.start(bind, 0, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int pop3() {
        return servers.ports().orElseThrow().pop3();
    }

    int smtp() {
        return servers.ports().orElseThrow().smtp();
    }

    /** Calls one of the ports from 127.0.0.1. */
    Line dial(int port) {
        return dial("127.0.0.1", port);
    }

    /** Calls one of the ports from an address of this machine. */
    Line dial(String from, int port) {
        try {
            Socket socket = new Socket();
            InetAddress address = InetAddress.getByName(from);
            socket.bind(new InetSocketAddress(address, 0));
            socket.connect(new InetSocketAddress(from.contains(":") ? "::1" : "127.0.0.1", port), 5_000);
            return new Line(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Receives as hanako and hangs up. */
    void logIn(String from) {
        try (Line line = dial(from, pop3())) {
            line.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\nS: +OK...\nC: QUIT\nS: +OK...\nS: (end)");
        }
    }

    /** What the server says when somebody wants to write to taro. */
    String asksForTaro(String from) {
        try (Line line = dial(from, smtp())) {
            line.play("S: 220...\nC: HELO pc\nS: 250...\nC: MAIL FROM:<hanako@plala.example>\nS: 250...");
            return line.ask("RCPT TO:<taro@friend.example>");
        }
    }

    /** Lets the time go by until a row that is written now has run out. */
    void afterTheEnd() {
        clock.turn(Duration.ofMinutes(5).plusNanos(1));
    }

    <E extends Event> List<E> events(Class<E> kind) {
        return log.all().stream()
                .flatMap(event -> kind.isInstance(event) ? Stream.of(kind.cast(event)) : Stream.empty())
                .toList();
    }

    /** Waits until every session has ended. */
    void awaitNobody() {
        for (int i = 0; i < 500 && servers.connections() > 0; i++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        servers.close();
    }
}
