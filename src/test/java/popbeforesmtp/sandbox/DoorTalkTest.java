package popbeforesmtp.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.Lines;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.mailserver.door.PerAddressLogs;
import popbeforesmtp.sandbox.door.Door;

/** Each address sees its own talk at the door, and nobody else can take it away. */
class DoorTalkTest {

    @RegisterExtension
    final Lines lines = new Lines();

    private final Door door = new Door(() -> Instant.EPOCH);

    @BeforeEach
    void open() throws IOException {
        door.open("127.0.0.1", 0, 0);
    }

    @AfterEach
    void close() {
        door.close();
    }

    /** Says everything at once, hangs up in its own direction and reads to the end. */
    private List<String> says(String from, int port, String octets) throws IOException {
        Socket line = lines.said(from, port, octets);
        line.shutdownOutput();
        return Lines.heard(line).lines().toList();
    }

    private static InetAddress address(String written) throws IOException {
        return InetAddress.getByName(written);
    }

    private List<Event.Said> said(String from) throws IOException {
        return door.talk(address(from), 0).events().stream()
                .filter(Event.Said.class::isInstance)
                .map(Event.Said.class::cast)
                .toList();
    }

    @Test
    void a_noisy_address_takes_nothing_from_another() throws IOException {
        says("127.0.0.1", door.pop3Port(), "USER hanako\r\nPASS sakura\r\nSTAT\r\nQUIT\r\n");
        assertThat(said("127.0.0.1")).hasSize(9);
        assertThat(says("127.0.0.9", door.smtpPort(), "NOOP\r\n".repeat(1_000) + "QUIT\r\n"))
                .hasSize(1_002);
        says("127.0.0.9", door.smtpPort(), "NOOP\r\n".repeat(1_000) + "QUIT\r\n");
        assertThat(said("127.0.0.1"))
                .filteredOn(event -> event.speaker() == Speaker.CLIENT)
                .extracting(Event.Said::line)
                .containsExactly("USER ***", "PASS ***", "STAT", "QUIT");
        assertThat(door.talk(address("127.0.0.1"), 0).events().get(0)).isInstanceOf(Event.SessionOpened.class);
        assertThat(door.talk(address("127.0.0.9"), 0).events())
                .as("its own latest, though nobody sees its beginning any more")
                .hasSize(250)
                .anyMatch(
                        event -> event instanceof Event.Said line && line.line().startsWith("221 "));
        assertThat(door.talk(address("127.0.0.7"), 0).events()).isEmpty();
        assertThat(door.end()).isGreaterThan(4_000);
    }

    @Test
    void whoever_was_forgotten_and_speaks_again_is_heard_from_where_the_reader_has_read_to() throws IOException {
        PerAddressLogs diaries = new PerAddressLogs(10, 1, 1_000);
        Event hello = new Event.Said(Instant.EPOCH, 1, Speaker.CLIENT, "hello");
        InetAddress one = address("198.51.100.1");
        diaries.saw(one, hello);
        diaries.saw(one, hello);
        assertThat(diaries.since(one, 0).events()).hasSize(2);
        long read = diaries.since(one, 0).end();
        assertThat(read).isEqualTo(1_002);
        diaries.saw(address("198.51.100.2"), hello);
        assertThat(diaries.since(one, read).events()).isEmpty();
        diaries.saw(one, hello);
        assertThat(diaries.since(one, read).events()).hasSize(1);
        assertThat(diaries.since(one, 5_000).events())
                .as("a position from nowhere is none")
                .hasSize(1);
    }

    @Test
    void when_all_take_too_much_the_one_that_was_silent_longest_is_forgotten() throws IOException {
        PerAddressLogs diaries = new PerAddressLogs(10, 10_000, 0);
        Event hello = new Event.Said(Instant.EPOCH, 1, Speaker.CLIENT, "x".repeat(100));
        InetAddress faithful = address("192.0.2.1");
        for (int i = 0; i < 1_000; i++) {
            diaries.saw(faithful, hello);
            InetAddress passing = address("198.51.100." + i % 256);
            diaries.saw(passing, hello);
            assertThat(diaries.since(passing, 0).events()).hasSize(1);
            assertThat(diaries.since(faithful, 0).events()).hasSize(Math.min(i + 1, 10));
            assertThat(diaries.keptOctets()).isLessThanOrEqualTo(10_000);
        }
        assertThat(diaries.since(address("198.51.100.0"), 0).events()).isEmpty();
        assertThat(diaries.end()).isEqualTo(2_000);
        PerAddressLogs tight = new PerAddressLogs(10, 1, 0);
        tight.saw(faithful, hello);
        assertThat(tight.since(faithful, 0).events()).hasSize(1);
        assertThat(new PerAddressLogs(10, 1, 0).since(faithful, 0).events()).isEmpty();
    }
}
