package popbeforesmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import popbeforesmtp.operation.PrometheusMeter;
import popbeforesmtp.store.StoreOptions;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.http.SiteLimits;
import popbeforesmtp.web.http.SiteOptions;

/** What Prometheus hears of a morning at the site. */
class MetricsTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final Lines lines = new Lines();

    private final AtomicLong nanos = new AtomicLong();
    private final PrometheusMeter meter = new PrometheusMeter();
    private App app;

    @BeforeEach
    void start() throws Exception {
        SiteOptions options = SiteOptions.usual()
                .withLimits(SiteLimits.usual().withConnections(new SiteLimits.Share(200, 60)))
                .withReads(new SiteOptions.Rate(1, 70))
                .withNanos(nanos::get)
                .withMeter(meter);
        app = new App(
                Setup.usual().withClock(new TurnedClock()).withSite(options).withKeeping(StoreOptions.in(folder)));
        app.start("127.0.0.1", 0);
        app.openAdmin(meter, 0);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private List<String> told() throws Exception {
        URI metrics = URI.create("http://localhost:" + app.adminPort().orElseThrow() + "/metrics");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .toList();
    }

    @Test
    void presses_worlds_and_refusals_are_counted() throws Exception {
        Reader reader = new Reader(app.port());
        reader.get("/try");
        for (int i = 0; i < 22; i++) {
            reader.press("receive");
        }
        reader.post("/try", List.of("press", "receive", "more", "x".repeat(20_000)));
        System.gc(); // What is only asked for numbers must not be let go.

        assertThat(told())
                .contains(
                        "popbeforesmtp_press_seconds_count 23",
                        "popbeforesmtp_press_seconds_bucket{le=\"+Inf\"} 23",
                        "popbeforesmtp_worlds 1.0",
                        "popbeforesmtp_worlds_active 1.0",
                        "popbeforesmtp_sessions 0.0",
                        "popbeforesmtp_door_sessions 0.0",
                        "popbeforesmtp_refusals_total{limit=\"presses\"} 2.0",
                        "popbeforesmtp_refusals_total{limit=\"form_size\"} 1.0",
                        "popbeforesmtp_refusals_total{limit=\"new_worlds\"} 0.0",
                        "popbeforesmtp_refusals_total{limit=\"mail_sessions\"} 0.0");
    }

    @Test
    void what_is_played_again_and_what_is_written_is_timed() throws Exception {
        Reader reader = new Reader(app.port());
        reader.get("/try");
        reader.pressAndSee("receive");
        assertThat(told()).contains("popbeforesmtp_replay_seconds_count 0");
        reader.pressAndSee("send");
        reader.pressAndSee("undo");

        assertThat(told())
                .contains("popbeforesmtp_replay_seconds_count 1", "popbeforesmtp_store_write_seconds_count 3")
                .anyMatch(line -> line.matches("popbeforesmtp_replay_seconds_sum .*[1-9].*"));
    }

    /** From one address 50 may watch, 60 be connected, and 70 ask in a moment. */
    @Test
    void watchers_connections_and_readers_are_counted_and_who_was_one_too_many() throws Exception {
        String stream = "GET /door/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
        for (int i = 0; i < 50; i++) {
            assertThat(lines.said("127.0.0.1", app.port(), stream)
                            .getInputStream()
                            .read())
                    .isEqualTo('H');
        }
        assertThat(told()).contains("popbeforesmtp_door_watchers 50.0", "popbeforesmtp_connections 50.0");
        assertThat(Lines.heard(
                        lines.said("127.0.0.1", app.port(), stream.replace("Host", "Connection: close\r\nHost"))))
                .contains("retry:");
        for (int i = 0; i < 10; i++) {
            lines.said("127.0.0.1", app.port(), "");
        }
        String page = "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        for (int i = 0; i < 20; i++) {
            Lines.heard(lines.said("127.0.0.1", app.port(), page));
        }

        assertThat(told())
                .contains(
                        "popbeforesmtp_refusals_total{limit=\"watchers\"} 1.0",
                        "popbeforesmtp_refusals_total{limit=\"reads\"} 1.0")
                .anyMatch(
                        line -> line.matches("popbeforesmtp_refusals_total\\{limit=\"connections\"} [1-9][0-9]*\\.0"));
    }

    @Test
    void nothing_in_them_is_about_anybody() throws Exception {
        Reader reader = new Reader(app.port());
        reader.get("/try");
        reader.press("receive");
        assertThat(told()).noneMatch(line -> line.contains("127.0.0.1") || line.contains("hanako"));
        assertThat(told().stream()
                        .filter(line -> line.startsWith("popbeforesmtp_"))
                        .map(line -> line.replaceAll("^[^{ ]*(\\{([a-z]+)=.*\\})? .*$", "$2")))
                .containsOnly("", "le", "limit");
    }

    @Test
    void every_number_says_what_it_is() throws Exception {
        List<String> told = told();
        assertThat(told.stream().filter(line -> line.matches("# TYPE popbeforesmtp_\\S+ \\S+")))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(told)
                        .anyMatch(line -> line.matches("# HELP " + type.split(" ", -1)[2] + " [A-Z].+")));
    }
}
