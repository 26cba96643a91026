package popbeforesmtp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.Lines;

/** Many people who watch the door. */
class WatchersTest {

    @RegisterExtension
    static final PracticeSite SITE = PracticeSite.unhurried();

    @RegisterExtension
    final Lines lines = new Lines();

    private BufferedReader watch(String from, String path) throws IOException {
        String asked = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
        Socket line = lines.said(from, SITE.port(), asked);
        return new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What is heard until the first event begins. */
    private static String first(BufferedReader heard) throws IOException {
        StringBuilder lines = new StringBuilder();
        String line = heard.readLine();
        while (line != null && !line.startsWith("data:")) {
            lines.append(line).append('\n');
            line = heard.readLine();
        }
        return lines.append(line).toString();
    }

    @Test
    void a_class_behind_one_router_watches_and_one_too_many_is_told_and_asks_again_later() throws IOException {
        List<BufferedReader> watching = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            watching.add(watch("127.0.0.1", "/door/stream"));
        }
        for (BufferedReader each : watching) {
            assertThat(first(each))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("event: door")
                    .doesNotContain("retry:");
        }
        assertThat(first(watch("127.0.0.1", "/en/door/stream")))
                .startsWith("HTTP/1.1 200 ")
                .contains("text/event-stream", "retry: 60000", "event: door")
                .contains("Many people are watching");
        assertThat(first(watch("127.0.0.2", "/door/stream")))
                .contains("event: door")
                .doesNotContain("retry:");
    }
}
