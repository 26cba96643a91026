package popbeforesmtp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import popbeforesmtp.Started;

/** The site behind real proxies: HTTPS, a path, a restart in the middle, the door's stream, the page for when it is away. */
@Timeout(180)
class ProxyIT {

    private static final Pattern STEP = Pattern.compile("name=\"step\" value=\"([^\"]*)\"");
    private static final Pattern SMTP = Pattern.compile("SMTP at port ([0-9]+)");

    @TempDir
    private Path folder;

    private final List<Started> running = new ArrayList<>();
    private Certificate certificate;
    private HttpClient visitor;
    private int proxyPort;

    @BeforeEach
    void prepare() throws Exception {
        certificate = Certificate.madeIn(folder);
        visitor = HttpClient.newBuilder().sslContext(certificate.trust()).build();
        proxyPort = Proxy.freePort();
    }

    @AfterEach
    void end() {
        running.forEach(Started::close);
    }

    private Started run(Started program) {
        running.add(program);
        return program;
    }

    private Started site(int port) throws IOException {
        return run(Started.site(
                Map.of(
                        "POPBEFORESMTP_BASE_PATH", "/mail",
                        "POPBEFORESMTP_PUBLIC_URL", "https://localhost:" + proxyPort + "/mail",
                        "POPBEFORESMTP_TRUSTED_PROXY", "127.0.0.1"),
                "--port",
                Integer.toString(port),
                "--data",
                folder.resolve("worlds").toString(),
                "--door-pop3=0",
                "--door-smtp=0"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + proxyPort + "/mail" + path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return visitor.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Asks again until the proxy is there and says so. */
    private void await(int status, String path) throws Exception {
        int seen = 0;
        while (seen != status) {
            try {
                seen = get(path).statusCode();
            } catch (IOException e) {
                Thread.onSpinWait(); // Nobody listens there yet.
            }
        }
    }

    private static HttpRequest press(HttpRequest.Builder request, HttpResponse<String> page, String cookie) {
        Matcher step = STEP.matcher(page.body());
        assertThat(step.find()).isTrue();
        return request.header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("step=" + step.group(1) + "&press=receive"))
                .build();
    }

    private void a_learner_presses() throws Exception {
        HttpResponse<String> page = get("/try");
        String given = page.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(given).contains("Secure", "Path=/mail", "HttpOnly");
        HttpResponse<String> pressed = visitor.send(
                press(request("/try"), page, given.split(";", 2)[0]), HttpResponse.BodyHandlers.ofString());
        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(pressed.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).startsWith("/mail/try"));
    }

    /** Each word at once: the stream is still open when it is read. */
    private void the_door_is_seen_live(int smtp) throws Exception {
        HttpResponse<InputStream> stream = visitor.send(
                request("/door/stream").header("Accept", "text/event-stream").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader events = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
                Socket mail = new Socket(InetAddress.getLoopbackAddress(), smtp)) {
            assertThat(mail.getInputStream().read()).isEqualTo('2');
            String line = events.readLine();
            while (line != null && !line.contains("220 ")) {
                line = events.readLine();
            }
            assertThat(line).isNotNull();
        }
    }

    /** The teacher's board, too: its first words are there while the stream is still open. */
    private void a_class_is_seen_live() throws Exception {
        HttpResponse<String> opened = visitor.send(
                request("/teach")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("act=open"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(303);
        String cookie = opened.headers().allValues("Set-Cookie").stream()
                .map(given -> given.split(";", 2)[0])
                .filter(given -> given.startsWith("teacher="))
                .findFirst()
                .orElseThrow();
        HttpResponse<InputStream> stream = visitor.send(
                request("/teach/board/stream")
                        .header("Cookie", cookie)
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader events = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).isEqualTo("event: live");
        }
    }

    private void stopped(Started site) throws InterruptedException {
        site.terminate();
        assertThat(site.exitCode()).isZero();
        assertThat(site.written()).noneMatch(line -> line.contains("X-Forwarded-For"));
    }

    @Test
    void behind_caddy_a_press_waits_for_the_end_of_a_restart() throws Exception {
        Installed.program("caddy");
        int port = Proxy.freePort();
        Started site = site(port);
        site.port();
        int smtp = Integer.parseInt(site.says(SMTP));
        run(Proxy.caddy(Adapted.FOLDER.resolve("Caddyfile"), folder, certificate, proxyPort, port));
        await(200, "/readyz");
        a_learner_presses();
        the_door_is_seen_live(smtp);
        a_class_is_seen_live();

        stopped(site);
        CompletableFuture<HttpResponse<String>> asked = visitor.sendAsync(
                request("/try").timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        Started again = site(port);
        again.port();
        assertThat(asked.get().statusCode()).isEqualTo(200);
        a_learner_presses();
    }

    @Test
    void behind_caddy_a_site_that_stays_away_is_a_page_in_both_languages() throws Exception {
        Installed.program("caddy");
        Path file = Adapted.of("Caddyfile")
                .with("lb_try_duration 10s", "lb_try_duration 1s")
                .in(folder, "Caddyfile");
        run(Proxy.caddy(file, folder, certificate, proxyPort, Proxy.freePort()));
        await(503, "/try");
        it_is_away(get("/try"));
    }

    @Test
    void behind_nginx_a_restart_is_a_page_in_both_languages_and_then_nothing() throws Exception {
        Installed.program("nginx");
        int port = Proxy.freePort();
        Started site = site(port);
        site.port();
        int smtp = Integer.parseInt(site.says(SMTP));
        run(Proxy.nginx(Proxy.nginxFile(folder, certificate, proxyPort, port)));
        await(200, "/readyz");
        a_learner_presses();
        the_door_is_seen_live(smtp);
        a_class_is_seen_live();

        stopped(site);
        HttpResponse<String> away = get("/try");
        assertThat(away.statusCode()).isEqualTo(502);
        it_is_away(away);
        Started again = site(port);
        again.port();
        await(200, "/readyz");
        a_learner_presses();
    }

    @Test
    void behind_haproxy_one_process_may_stop_and_nobody_sees_it() throws Exception {
        Installed.program("haproxy");
        Started one = site(0);
        Started two = site(0);
        run(Proxy.haproxy(Proxy.haproxyFile(folder, certificate, proxyPort, one.port(), two.port())));
        await(200, "/readyz");
        one.terminate();
        for (int i = 0; i < 20; i++) {
            assertThat(get("/try").statusCode()).isEqualTo(200);
        }
        assertThat(one.exitCode()).isZero();
        two.terminate();
        assertThat(two.exitCode()).isZero();
        await(503, "/try");
        it_is_away(get("/try"));
    }

    private static void it_is_away(HttpResponse<String> answer) {
        assertThat(answer.body()).contains("つながりません", "Not reachable");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    }
}
