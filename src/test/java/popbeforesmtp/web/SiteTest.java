package popbeforesmtp.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import popbeforesmtp.App;
import popbeforesmtp.Printed;
import popbeforesmtp.Setup;
import popbeforesmtp.StoreThatIs;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.web.http.SiteOptions;

class SiteTest {

    private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"(/static/[^\"]+)\"");
    private static final AtomicLong NANOS = new AtomicLong();
    private static final AtomicBoolean READY = new AtomicBoolean(true);

    @RegisterExtension
    static final PracticeSite SITE = new PracticeSite(Setup.usual()
            .withStore(own -> new StoreThatIs(own, READY::get))
            .withSite(SiteOptions.usual()
                    .withNanos(NANOS::get)
                    .withTrustedProxies(Set.of("127.0.0.1"))
                    .withPublicUrl("https://example.org")));

    @Test
    void every_page_has_the_rules_on_it() {
        for (String path : List.of("/", "/try", "/en", "/en/try", "/nothing", "/try?case=nothing")) {
            HttpResponse<String> page = SITE.reader().get(path);
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .hasValue(
                            "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'");
            assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("private, no-store");
            assertThat(page.headers().firstValue("Content-Type").orElse("").toLowerCase(java.util.Locale.ROOT))
                    .contains("text/html", "utf-8");
            assertThat(page.body()).doesNotContain(" style=").doesNotContainPattern("<script(?![^>]* src=)");
        }
    }

    @Test
    void the_cookie_is_for_this_site_alone() {
        String cookie =
                SITE.reader().get("/").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .matches("visitor=[A-Za-z0-9_-]{22};.*")
                .contains("Path=/", "HttpOnly", "SameSite=Lax", "Secure");
    }

    @Test
    void the_first_view_is_small_and_kept_for_ever() throws IOException {
        for (String path : List.of("/", "/try")) {
            HttpResponse<byte[]> page = compressed(path);
            int octets = page.body().length;
            String html = new String(
                    new GZIPInputStream(new ByteArrayInputStream(page.body())).readAllBytes(), StandardCharsets.UTF_8);
            int requests = 1;
            Matcher linked = LINKED.matcher(html);
            while (linked.find()) {
                HttpResponse<byte[]> file = compressed(linked.group(1));
                assertThat(file.statusCode()).isEqualTo(200);
                assertThat(file.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
                assertThat(file.headers().firstValue("Content-Encoding")).hasValue("gzip");
                octets += file.body().length;
                requests++;
            }
            assertThat(requests).isLessThanOrEqualTo(5);
            assertThat(octets).isLessThanOrEqualTo(45 * 1024);
        }
    }

    private static HttpResponse<byte[]> compressed(String path) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SITE.port() + path))
                                    .header("Accept-Encoding", "gzip")
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_unknown_static_file_and_an_old_hash_are_answered() {
        Reader reader = SITE.reader();
        assertThat(reader.get("/static/app.0000000000.css").headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
        assertThat(reader.get("/static/secret.txt").statusCode()).isEqualTo(404);
        assertThat(reader.get("/static/..%2Fcontent%2Fcases.yml").statusCode()).isIn(400, 404);
    }

    @Test
    void errors_are_pages_in_the_readers_language() {
        Reader reader = SITE.reader();
        assertThat(reader.get("/nothing").statusCode()).isEqualTo(404);
        assertThat(reader.get("/nothing").body()).contains("このページはありません", "href=\"/try\"");
        assertThat(reader.get("/en/nothing").body()).contains("There is no such page", "href=\"/en/try\"");
        HttpResponse<String> method = reader.post("/", List.of());
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.body()).contains("その開き方はできません");
        HttpResponse<String> long_ = reader.post("/en/try", List.of("x", "y".repeat(17_000)));
        assertThat(long_.statusCode()).isEqualTo(413);
        assertThat(long_.body()).contains("Too long");
    }

    @Test
    void a_write_from_another_site_is_refused() {
        Reader reader = SITE.reader();
        reader.get("/try");
        String own = "http://127.0.0.1:" + SITE.port();
        assertThat(reader.press("send", "Origin", "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(reader.press("send", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(reader.press("send", "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(reader.press("send", "Origin", "https://evil.example").body())
                .contains("ほかのサイトからは押せません");
        assertThat(reader.press("send").statusCode()).isEqualTo(303);
        assertThat(reader.press("send", "Origin", own).statusCode()).isEqualTo(303);
        assertThat(reader.press("send", "Origin", "https://example.org").statusCode())
                .isEqualTo(303);
        assertThat(reader.press("send", "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(303);
    }

    @Test
    void where_no_public_address_is_known_a_write_comes_from_the_host_that_was_asked() throws IOException {
        try (PracticeSite room = PracticeSite.unhurried()) {
            Reader reader = room.reader();
            reader.get("/try");
            assertThat(reader.press("send", "Origin", "http://127.0.0.1:" + room.port())
                            .statusCode())
                    .isEqualTo(303);
            assertThat(reader.press("send", "Origin", "http://teacher-pc:" + room.port())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void head_is_get_without_the_body() throws IOException {
        for (String path : List.of(
                "/", "/en/try", "/learn/1", "/learn/99", "/static/nothing", "/try?case=zz", "/health", "/nothing")) {
            String get = SITE.ask("GET " + path + " HTTP/1.1", "Host: localhost");
            String head = SITE.ask("HEAD " + path + " HTTP/1.1", "Host: localhost");
            assertThat(head).as(path).endsWith("\r\n\r\n");
            assertThat(head.indexOf("\r\n\r\n")).as(path).isEqualTo(head.length() - 4);
            assertThat(statusAndType(head)).as(path).isEqualTo(statusAndType(get));
        }
    }

    private static List<String> statusAndType(String answer) {
        return answer.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.startsWith("HTTP/1.1 ") || line.startsWith("Content-Type:"))
                .toList();
    }

    @Test
    void a_press_leads_back_to_a_page_of_this_site_only() {
        Reader reader = SITE.reader();
        reader.get("/try");
        for (String from : List.of("evil.example/try", "//evil.example/try", "/try/../../evil", "/evil", "try")) {
            assertThat(reader.post("/try", List.of("step", "0.0", "press", "send", "from", from))
                            .statusCode())
                    .as(from)
                    .isEqualTo(400);
        }
    }

    @Test
    void a_bad_host_is_refused_and_not_repeated() throws Exception {
        assertThat(Printed.during(() -> assertThat(SITE.ask("GET / HTTP/1.1", "Host: evil:example:x"))
                        .startsWith("HTTP/1.1 400 ")))
                .isEmpty();
    }

    @Test
    void one_visitor_presses_at_most_so_fast_and_nobody_else_suffers() {
        Reader hasty = SITE.reader();
        hasty.get("/try");
        for (int i = 0; i < 20; i++) {
            assertThat(hasty.press("send").statusCode()).isEqualTo(303);
        }
        HttpResponse<String> page = hasty.press("send");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(page.body()).contains("少し速すぎました");
        assertThat(hasty.press("send", "HX-Request", "true").body()).contains("class=\"notice\"");
        Reader calm = SITE.reader();
        calm.get("/try");
        assertThat(calm.press("send").statusCode()).isEqualTo(303);
        NANOS.addAndGet(200_000_000);
        assertThat(hasty.press("send").statusCode()).isEqualTo(303);
    }

    /** Taking a press back plays all before it again: it counts by their number. */
    @Test
    void taking_back_counts_by_what_is_played_again() {
        Reader undoing = SITE.reader();
        undoing.get("/try");
        for (int i = 0; i < 60; i++) {
            assertThat(undoing.press("send").statusCode()).isEqualTo(303);
            undoing.get("/try");
            NANOS.addAndGet(200_000_000);
        }
        NANOS.addAndGet(10_000_000_000L);
        int undone = 0;
        while (undoing.press("undo").statusCode() == 303) {
            undone++;
            undoing.get("/try");
            undoing.press("send");
            undoing.get("/try");
        }
        assertThat(undone).isBetween(3, 5);
    }

    @Test
    void one_address_makes_at_most_so_many_worlds_and_forty_learners_are_not_limited() {
        String[] from = {"X-Forwarded-For", "203.0.113.99"};
        int refused = 0;
        for (int i = 0; i < 65; i++) {
            Reader reader = SITE.reader();
            reader.get("/try");
            HttpResponse<String> answer = reader.press("send", from);
            assertThat(answer.statusCode()).isEqualTo(i < 60 ? 303 : 429);
            assertThat(answer.headers().firstValue("Retry-After"))
                    .isEqualTo(i < 60 ? Optional.empty() : Optional.of("60"));
            refused += i < 60 ? 0 : 1;
        }
        assertThat(refused).isEqualTo(5);
        Reader elsewhere = SITE.reader();
        elsewhere.get("/try");
        assertThat(elsewhere.press("send", "X-Forwarded-For", "203.0.113.98").statusCode())
                .isEqualTo(303);
    }

    @Test
    void health_tells_what_is_up() {
        HttpResponse<String> health = SITE.reader().get("/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(health.body())
                .matches(
                        "\\{\"web\":\"up\",\"version\":\"[^\"]+\",\"ready\":true,\"worlds\":\\d+,\"active\":\\d+,\"connections\":\\d+}");
    }

    @Test
    void a_supervisor_and_a_balancer_get_one_word() {
        Reader reader = SITE.reader();
        assertThat(reader.get("/livez").body()).isEqualTo("live");
        assertThat(reader.get("/readyz").body()).isEqualTo("ready");
        READY.set(false);
        try {
            HttpResponse<String> unready = reader.get("/readyz");
            assertThat(unready.statusCode()).isEqualTo(503);
            assertThat(unready.body()).isEqualTo("unready");
            assertThat(reader.get("/livez").statusCode()).isEqualTo(200);
        } finally {
            READY.set(true);
        }
    }

    @Test
    void it_lives_under_a_base_path() throws IOException {
        try (PracticeSite below = new PracticeSite(SiteOptions.usual().withBasePath("/pop"))) {
            Reader reader = below.reader();
            String home = reader.get("/pop/").body();
            assertThat(home)
                    .contains("href=\"/pop/try?case=send-only\"", "href=\"/pop/en\"", "href=\"/pop/static/app.");
            assertThat(home).doesNotContainPattern("(?:href|src|action|hx-post)=\"/(?!pop[/\"])");
            HttpResponse<String> page = reader.get("/pop/en/try");
            assertThat(page.body())
                    .contains("action=\"/pop/en/try\"", "hx-post=\"/pop/en/try\"", "href=\"/pop/try\"")
                    .doesNotContainPattern("(?:href|src|action|hx-post)=\"/(?!pop[/\"])");
            assertThat(reader.post("/pop/en/try", List.of("step", "0.0", "press", "send"))
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/pop/en/try#result");
            assertThat(below.reader()
                            .get("/pop/en")
                            .headers()
                            .firstValue("Set-Cookie")
                            .orElseThrow())
                    .contains("Path=/pop")
                    .doesNotContain("Secure");
            assertThat(reader.get("/pop/nothing").body()).contains("このページはありません");
            HttpResponse<String> outside = reader.get("/elsewhere");
            assertThat(outside.statusCode()).isEqualTo(404);
            assertThat(outside.body())
                    .contains("This page cannot be opened now")
                    .doesNotContainIgnoringCase("jetty");
        }
    }

    /** Who corrects texts sees in the browser which line is not right, and then the corrected page. */
    @Test
    void bad_content_is_told_by_file_and_line_to_whoever_changes_it(@TempDir Path root) throws IOException {
        for (String folder : List.of("content", "templates", "static")) {
            copy(Path.of(folder), root.resolve(folder));
        }
        ResourceRoot shelf = ResourceRoot.live(root);
        Path words = root.resolve("content/ja/words.yml");
        String good = Files.readString(words);
        try (PracticeSite site = new PracticeSite(Setup.usual().withShelf(shelf))) {
            Reader author = site.reader();
            Files.writeString(words, good + "\nnonsense\n");
            HttpResponse<String> told = author.get("/words");
            assertThat(told.statusCode()).isEqualTo(500);
            assertThat(told.body()).startsWith("content/ja/words.yml:").contains("直してから、読み込み直してください。");
            Files.writeString(words, good);
            assertThat(author.get("/words").statusCode()).isEqualTo(200);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"/learn, /learn/1", "/en/read, /en/read/story", "/print, /print/worksheet"})
    void a_shortened_address_leads_to_the_first_of_its_kind(String shortened, String first) {
        HttpResponse<String> answer = SITE.reader().get(shortened);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue(first);
    }

    @Test
    void a_busy_port_is_one_exception_and_nothing_is_printed() throws IOException {
        try (ServerSocket busy = new ServerSocket(0);
                App second = new App(Setup.usual())) {
            assertThatThrownBy(() -> second.start("0.0.0.0", busy.getLocalPort()))
                    .isInstanceOf(BindException.class)
                    .hasMessageStartingWith("cannot listen at 0.0.0.0 port " + busy.getLocalPort() + ": ");
        }
    }

    @Test
    void a_broken_request_gets_no_servers_name() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SITE.port())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .contains("400")
                    .doesNotContainIgnoringCase("jetty")
                    .doesNotContain("Exception");
        }
    }
}
