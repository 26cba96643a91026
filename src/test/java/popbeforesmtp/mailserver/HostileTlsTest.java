package popbeforesmtp.mailserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.mailserver.session.Session;
import popbeforesmtp.tls.PracticeCertificate;

/** Callers who mean harm with TLS: with its beginning, in its middle, and under it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileTlsTest {

    private static final int[] PORTS = {465, 995, 587, 110};

    private final TestServers servers = new TestServers();
    private final TestWorld world = servers.world("hostile");

    @AfterEach
    void everything_is_as_it_was() {
        try (servers) {
            try (Line line = world.dial(995).seal("pop.plala.example")) {
                line.play(
                        "S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\nS: +OK...\nC: QUIT\nS: +OK...\nS: (end)");
            }
            assertThat(servers.calls.size()).as("calls that nobody took").isZero();
            assertThat(servers.servers.connections()).as("open sessions").isZero();
            assertThat(sessionThreads()).as("threads").isZero();
        }
    }

    private static long sessionThreads() {
        long threads = Long.MAX_VALUE;
        for (int i = 0; i < 500 && threads > 0; i++) {
            Thread.onSpinWait();
            threads = Thread.getAllStackTraces().values().stream()
                    .filter(frames -> Stream.of(frames)
                            .anyMatch(frame -> frame.getClassName().equals(Session.class.getName())))
                    .count();
        }
        return threads;
    }

    /** What a caller begins with, as ISO 8859-1 characters. */
    private static String hello() throws SSLException {
        SSLEngine engine = PracticeCertificate.caller().createSSLEngine("smtp.plala.example", 465);
        engine.setUseClientMode(true);
        ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        assertThat(engine.wrap(ByteBuffer.allocate(0), hello).bytesProduced()).isPositive();
        return new String(hello.array(), 0, hello.position(), StandardCharsets.ISO_8859_1);
    }

    /** A line on which TLS is to begin now. */
    private Line asked(int port) {
        Line line = world.dial(port);
        if (port == 110) {
            line.play("S: +OK...\nC: STLS\nS: +OK...");
        } else if (port == 587) {
            line.readLine();
            line.send("EHLO pc\r\n").readReply();
            line.play("C: STARTTLS\nS: 220...");
        }
        return line;
    }

    @Test
    void a_caller_may_vanish_at_every_octet_of_a_greeting() throws SSLException {
        String hello = hello();
        for (int length = 0; length <= hello.length(); length += 7) {
            for (int port : PORTS) {
                asked(port).send(hello.substring(0, length)).close();
            }
        }
        assertThat(world.events(Event.Listed.class)).isEmpty();
    }

    @Test
    void a_greeting_with_any_octet_turned_over_ends_without_a_word_of_the_protocol() throws SSLException {
        String hello = hello();
        for (int at = 0; at < hello.length(); at += 5) {
            char[] turned = hello.toCharArray();
            turned[at] = (char) (turned[at] ^ 0xFF);
            try (Line line = asked(PORTS[at % PORTS.length])) {
                line.send(new String(turned)).endSending();
                assertThat(line.readAll()).noneMatch(said -> said.matches("[+-][OE].*|[2-5]\\d\\d[ -].*"));
            }
        }
    }

    @Test
    void two_hundred_half_greetings_disturb_nobody() throws SSLException {
        String half = hello().substring(0, 40);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            TestWorld other = servers.world("half" + i);
            for (int j = 0; j < 50; j++) {
                lines.add(other.dial(j % 2 == 0 ? 465 : 995).send(half));
            }
        }
        try (Line line = world.dial(465).seal("smtp.plala.example")) {
            line.play("S: 220...\nC: QUIT\nS: 221...\nS: (end)");
        }
        while (servers.servers.connections() < 200) {
            Thread.onSpinWait();
        }
        lines.forEach(Line::drop);
        lines.forEach(Line::awaitEnd);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void random_octets_after_the_greeting_find_no_way_in(long seed) throws SSLException {
        Random random = new Random(seed);
        for (int port : PORTS) {
            StringBuilder octets = new StringBuilder(hello());
            for (int i = random.nextInt(3_000); i > 0; i--) {
                octets.append((char) random.nextInt(256));
            }
            try (Line line = asked(port)) {
                sent(line, octets.toString());
            }
        }
        assertThat(world.events(Event.Listed.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void random_octets_under_tls_are_answered_in_the_words_of_the_protocol(long seed) {
        Random random = new Random(seed);
        for (int port : PORTS) {
            StringBuilder octets = new StringBuilder();
            for (int i = random.nextInt(2_000); i > 0; i--) {
                octets.append((char) random.nextInt(256));
            }
            boolean receives = port == 110 || port == 995;
            try (Line line = asked(port).seal((receives ? "pop" : "smtp") + ".plala.example")) {
                sent(line, octets + "\r\nQUIT\r\n");
                assertThat(line.readAll())
                        .allMatch(said -> said.matches(receives ? "(\\+OK|-ERR) [ -~]*" : "\\d{3}[ -][ -~]*"));
            }
        }
        assertThat(world.events(Event.Listed.class)).isEmpty();
        assertThat(world.events(Event.Decided.class)).isEmpty();
    }

    /** The server may have had enough before all is sent. */
    private static void sent(Line line, String octets) {
        try {
            line.send(octets);
        } catch (UncheckedIOException e) {
            // What it said may still be there.
        }
    }

    @Test
    void a_second_greeting_under_tls_is_no_command_and_no_way_in() throws SSLException {
        try (Line line = asked(587).seal("smtp.plala.example")) {
            sent(line, hello() + "\r\nEHLO pc\r\nSTARTTLS\r\nMAIL FROM:<>\r\nQUIT\r\n");
            assertThat(line.readAll())
                    .contains("503 5.5.1 TLS is on already", "530 5.7.0 Authentication required")
                    .last()
                    .asString()
                    .startsWith("221");
        }
    }
}
