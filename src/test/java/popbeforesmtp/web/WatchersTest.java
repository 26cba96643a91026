package popbeforesmtp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.Lines;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.door.Door;
import popbeforesmtp.web.http.SiteOptions;

/** Many people who watch the door. */
class WatchersTest {

    /** Counts how often news were made. */
    private static final class News implements Meter {
        final AtomicInteger made = new AtomicInteger();

        @Override
        public Lap begin(Work work) {
            if (work == Work.DOOR_NEWS) {
                made.incrementAndGet();
            }
            return () -> {};
        }

        @Override
        public void refused(Limit limit) {}
    }

    private final News news = new News();
    private final PracticeSite site = new PracticeSite(SiteOptions.usual().withMeter(news));

    @RegisterExtension
    final Lines lines = Lines.patient();

    @AfterEach
    void close() {
        site.close();
    }

    private BufferedReader watch(String from, String path, String... headers) throws IOException {
        String asked = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                + String.join("", headers) + "\r\n";
        Socket line = lines.said(from, site.port(), asked);
        return new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What is heard up to the data of an event. */
    private static String heard(BufferedReader from, String event) throws IOException {
        StringBuilder heard = new StringBuilder();
        boolean found = false;
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            heard.append(line).append('\n');
            found |= line.equals("event: " + event);
            if (found && line.isEmpty()) {
                return heard.toString();
            }
        }
        throw new AssertionError("the line has ended: " + heard);
    }

    private static String id(String heard) {
        return heard.replaceFirst("(?s).*\nid: (\\d+)\n.*", "$1");
    }

    /** One session at the door. */
    private void speak(Door door, String from, String line) throws IOException {
        Socket session = lines.said(from, door.smtpPort(), line + "\r\nQUIT\r\n");
        session.shutdownOutput();
        Lines.heard(session);
    }

    @Test
    void a_class_behind_one_router_watches_and_those_who_are_too_many_are_told_and_ask_again_later()
            throws IOException {
        List<BufferedReader> watching = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            watching.add(watch("127.0.0.1", "/en/door/stream"));
        }
        int told = 0;
        for (BufferedReader each : watching) {
            String heard = heard(each, "listed");
            assertThat(heard).startsWith("HTTP/1.1 200 ").contains("Not on the list");
            if (heard.contains("retry: 60000")) {
                told++;
                assertThat(heard + heard(each, "said")).contains("Many people are watching");
            }
        }
        assertThat(told).as("nobody is sent away without a word").isEqualTo(10);
        assertThat(heard(watch("127.0.0.2", "/door/stream"), "listed")).doesNotContain("retry:");
    }

    @Test
    void what_is_new_is_made_once_for_all_who_see_the_same_and_not_when_nothing_is() throws IOException {
        Door door = site.openDoor();
        List<BufferedReader> watching = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            watching.add(watch("127.0.0.1", "/door/stream"));
        }
        BufferedReader other = watch("127.0.0.2", "/door/stream");
        for (BufferedReader each : watching) {
            heard(each, "listed");
        }
        heard(other, "listed");
        int before = news.made.get();
        for (int i = 1; i <= 3; i++) {
            speak(door, "127.0.0.1", "EHLO number" + i);
            for (BufferedReader each : watching) {
                String added = heard(each, "lines");
                for (int had = 1; had < i; had++) {
                    assertThat(added).doesNotContain("number" + had);
                }
            }
        }
        // A session may be seen in two halves, by a tick in the middle of it. In all that time the other one was told
        // nothing.
        assertThat(news.made.get() - before).isBetween(3, 8);
        speak(door, "127.0.0.2", "EHLO own");
        assertThat(heard(other, "lines")).contains("EHLO own").doesNotContain("number");
    }

    @Test
    void whoever_comes_back_is_told_what_was_said_since_and_nothing_twice() throws IOException {
        Door door = site.openDoor();
        speak(door, "127.0.0.1", "EHLO first");
        String page = site.reader().get("/door").body();
        assertThat(page).contains("EHLO first");
        String after = page.replaceFirst("(?s).*/door/stream\\?after=(\\d+)\".*", "$1");
        speak(door, "127.0.0.1", "EHLO second");
        String heard = heard(watch("127.0.0.1", "/door/stream?after=" + after), "lines");
        assertThat(heard).contains("EHLO second").doesNotContain("EHLO first");
        speak(door, "127.0.0.1", "EHLO third");
        BufferedReader again =
                watch("127.0.0.1", "/door/stream?after=" + after, "Last-Event-ID: " + id(heard) + "\r\n");
        assertThat(heard(again, "lines")).contains("EHLO third").doesNotContain("EHLO second");
        assertThat(heard(watch("127.0.0.1", "/door/stream?after=nonsense"), "lines"))
                .contains("EHLO first", "EHLO second", "EHLO third");
    }
}
