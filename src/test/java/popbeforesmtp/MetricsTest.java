package popbeforesmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import popbeforesmtp.operation.PrometheusMeter;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.http.SiteOptions;

/** What Prometheus hears of a morning at the site. */
class MetricsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final PrometheusMeter meter = new PrometheusMeter();
    private final App app = new App(Setup.usual()
            .withClock(new TurnedClock())
            .withSite(SiteOptions.usual().withNanos(nanos::get).withMeter(meter)));

    @BeforeEach
    void start() throws Exception {
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
