package popbeforesmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The program as the person who runs it sees it: lines, exit codes, signals. */
class LaunchTest {

    private static final Pattern METRICS = Pattern.compile("Metrics: http://localhost:([0-9]+)/metrics");

    private static HttpResponse<String> get(int port, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void it_says_where_it_is_and_where_worlds_are_kept_and_a_sigterm_ends_it_with_zero() throws Exception {
        try (Started site = Started.site(Map.of("POPBEFORESMTP_BASE_PATH", "/mail"), "--port", "0")) {
            int port = site.port();
            site.says(Pattern.compile("^Worlds are kept in target.worlds: a restart loses nothing\\.$"));
            assertThat(get(port, "/mail/readyz").body()).isEqualTo("ready");
            site.terminate();
            assertThat(site.exitCode()).isZero();
            assertThat(site.written()).last().isEqualTo("Stopped.");
            assertThat(site.written()).hasSize(3);
        }
    }

    @Test
    void help_and_version_end_with_zero_and_start_nothing() throws Exception {
        for (String asked : new String[] {"--help", "--version"}) {
            try (Started site = Started.site(Map.of("POPBEFORESMTP_PORT", "0"), asked)) {
                assertThat(site.exitCode()).isZero();
                assertThat(String.join("\n", site.written()))
                        .contains("popbeforesmtp")
                        .doesNotContain("ready");
            }
        }
    }

    @Test
    void a_port_in_use_is_one_line_and_nothing_stays_open() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            for (String option : new String[] {"--port", "--door-smtp", "--admin-port"}) {
                String[] arguments = option.equals("--port")
                        ? new String[] {option, port}
                        : new String[] {"--port", "0", "--door-pop3=0", option, port};
                try (Started site = Started.site(Map.of(), arguments)) {
                    assertThat(site.exitCode()).isEqualTo(2);
                    assertThat(site.written()).singleElement().asString().contains(" port " + port);
                }
            }
        }
    }

    @Test
    void what_makes_no_sense_is_one_line_and_exit_code_2() throws Exception {
        for (String argument : new String[] {"--base-path=/../x", "--nothing", "--trusted-proxy=proxy"}) {
            try (Started site = Started.site(Map.of(), argument)) {
                assertThat(site.exitCode()).isEqualTo(2);
                assertThat(site.written()).singleElement().asString().startsWith("popbeforesmtp: ");
            }
        }
    }

    @Test
    void metrics_are_told_at_a_port_of_this_machine_only() throws Exception {
        try (Started site = Started.site(Map.of(), "--port", "0", "--admin-port", "0", "--door-pop3=0")) {
            int port = site.port();
            int admin = Integer.parseInt(site.says(METRICS));
            assertThat(get(port, "/metrics").statusCode()).isEqualTo(404);
            assertThat(get(admin, "/").statusCode()).isEqualTo(404);
            HttpResponse<String> metrics = get(admin, "/metrics");
            assertThat(metrics.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
            assertThat(metrics.body().lines())
                    .contains("popbeforesmtp_worlds 0.0", "popbeforesmtp_press_seconds_count 0")
                    .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"))
                    .anyMatch(line -> line.startsWith("popbeforesmtp_refusals_total{limit=\"new_worlds\"}"))
                    .anyMatch(line -> line.startsWith("popbeforesmtp_store_write_seconds_count"));
        }
    }
}
