package popbeforesmtp.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static popbeforesmtp.Lines.heard;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.App;
import popbeforesmtp.Lines;
import popbeforesmtp.Printed;
import popbeforesmtp.Setup;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.http.SiteLimits;
import popbeforesmtp.web.http.SiteLimits.Share;
import popbeforesmtp.web.http.SiteOptions;

/** A house whose site has little room, and people who take all of it. */
@Timeout(60)
class ConnectionLimitTest {

    private static final int ALL = 24;
    private static final int EACH = 10;
    private static final int MANY = 300;
    private static final AtomicLong NANOS = new AtomicLong();
    private static final App APP = new App(Setup.usual()
            .withSite(SiteOptions.usual()
                    .withNanos(NANOS::get)
                    .withLimits(SiteLimits.usual()
                            .withConnections(new Share(ALL, EACH))
                            .withForms(new Share(8 * IncomingForm.OVERHEAD, 4 * IncomingForm.OVERHEAD)))));

    private static final String HALF = "GET /try HTTP/1.1\r\nHost: localhost\r\nX-Half: ";
    private static final String FORM = "POST /try HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nx";
    private static final String STREAM =
            "GET /door/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";

    @RegisterExtension
    final Lines lines = new Lines();

    @BeforeAll
    static void start() throws IOException {
        APP.start("127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        APP.close();
    }

    private Socket said(String from, String words) throws IOException {
        return lines.said(from, APP.port(), words);
    }

    private String page(String from, String path) throws IOException {
        return heard(said(from, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    }

    /** What came before the line ended, in whatever way. */
    private static String rest(Socket line) throws IOException {
        StringBuilder rest = new StringBuilder();
        byte[] some = new byte[1_024];
        try {
            for (int n = line.getInputStream().read(some);
                    n >= 0;
                    n = line.getInputStream().read(some)) {
                rest.append(new String(some, 0, n, StandardCharsets.UTF_8));
            }
        } catch (SocketException e) {
            // What it had said first is there.
        }
        return rest.toString();
    }

    /** As many as were made, but not more than any site could bear; whoever does not get through is no matter. */
    private List<Socket> many(String from, String words) {
        List<Socket> many = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            try {
                many.add(said(from, words));
            } catch (IOException e) {
                // It was cut while it spoke.
            }
        }
        return many;
    }

    @Test
    void many_half_requests_of_one_address_shut_nobody_out_and_a_press_is_done() throws IOException {
        many("127.0.0.3", HALF);
        assertThat(page("127.0.0.3", "/health")).startsWith("HTTP/1.1 200 ");
        assertThat(page("127.0.0.2", "/health")).startsWith("HTTP/1.1 200 ");
        Reader learner = new Reader(APP.port());
        learner.get("/try");
        assertThat(learner.pressAndSee("receive")).contains("data-outcome=\"received\"");
        assertThat(learner.pressAndSee("send")).contains("data-outcome=\"sent\"");
    }

    @Test
    void many_half_requests_of_many_addresses_shut_nobody_out() throws IOException {
        for (int i = 0; i < MANY; i++) {
            said("127.0.1." + (1 + i % 60), HALF);
        }
        assertThat(page("127.0.0.2", "/try")).startsWith("HTTP/1.1 200 ").contains("</html>");
    }

    @Test
    void many_silent_connections_shut_nobody_out() throws IOException {
        many("127.0.0.3", "");
        assertThat(page("127.0.0.3", "/try")).startsWith("HTTP/1.1 200 ");
        assertThat(page("127.0.0.2", "/try")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void many_unfinished_forms_of_one_address_give_way_and_are_told_so_in_both_languages() throws IOException {
        List<Socket> forms = many("127.0.0.3", FORM);
        assertThat(page("127.0.0.3", "/try")).startsWith("HTTP/1.1 200 ");
        assertThat(page("127.0.0.2", "/health")).startsWith("HTTP/1.1 200 ");
        assertThat(rest(forms.get(0)))
                .startsWith("HTTP/1.1 429 ")
                .contains("\r\nRetry-After: 5\r\n", "少し待って", "Wait a little");
    }

    @Test
    void too_many_unfinished_forms_of_all_give_way() throws IOException {
        Socket first = said("127.0.2.100", FORM);
        assertThat(page("127.0.0.2", "/health"))
                .as("by now the first form waits")
                .startsWith("HTTP/1.1 200 ");
        said("127.0.2.100", FORM);
        for (int i = 1; i < 10; i++) {
            said("127.0.2." + i, FORM);
        }
        assertThat(rest(first)).startsWith("HTTP/1.1 503 ").contains("\r\nRetry-After: 5\r\n", "混み合って", "very busy");
        assertThat(page("127.0.0.2", "/try")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_form_that_grows_counts_for_what_is_there_of_it() throws IOException {
        String form = FORM.replace("Length: 100", "Length: 16384");
        Socket first = said("127.0.0.4", form);
        Socket second = said("127.0.0.4", form);
        String more = "y".repeat(IncomingForm.OVERHEAD);
        first.getOutputStream().write(more.getBytes(StandardCharsets.US_ASCII));
        second.getOutputStream().write(more.getBytes(StandardCharsets.US_ASCII));
        // Whichever the site heard of first.
        while (first.getInputStream().available() == 0
                && second.getInputStream().available() == 0) {
            Thread.onSpinWait();
        }
        assertThat(rest(first.getInputStream().available() > 0 ? first : second))
                .startsWith("HTTP/1.1 429 ");
    }

    @Test
    void who_finds_everybody_at_work_is_told_so() throws IOException {
        List<Socket> watching = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            Socket watcher = said("127.0.0.5", STREAM);
            assertThat(watcher.getInputStream().read()).isEqualTo('H');
            watching.add(watcher);
        }
        assertThat(rest(said("127.0.0.5", "")))
                .startsWith("HTTP/1.1 429 ")
                .contains("\r\nRetry-After: 5\r\n", "\r\nConnection: close\r\n", "少し待って", "Wait a little");
        assertThat(page("127.0.0.2", "/health")).startsWith("HTTP/1.1 200 ");
        assertThat(watching.get(0).getInputStream().read()).isEqualTo('T');
    }

    /** Whole requests that wait for their turn hold nothing, and give way as well. */
    @Test
    void many_whole_requests_of_many_addresses_shut_nobody_out() throws IOException {
        String whole = "GET /try HTTP/1.1\r\nHost: localhost\r\n\r\n";
        for (int i = 0; i < 3 * ALL; i++) {
            said("127.0.4." + (1 + i % 3), whole.repeat(20));
        }
        assertThat(page("127.0.0.2", "/health")).startsWith("HTTP/1.1 200 ");
        assertThat(page("127.0.0.2", "/try")).startsWith("HTTP/1.1 200 ").contains("</html>");
    }

    @Test
    void a_half_request_is_ended_after_a_while_however_it_drips() throws IOException {
        Socket silent = said("127.0.0.6", HALF);
        Socket dripping = said("127.0.0.6", HALF);
        Socket resting = said("127.0.0.6", "HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(line(resting)).startsWith("HTTP/1.1 200 ");
        page("127.0.0.6", "/health");
        for (int second = 0; second <= ClientConnection.HEADER_SECONDS; second++) {
            dripping.getOutputStream().write('x');
            NANOS.addAndGet(TimeUnit.SECONDS.toNanos(1));
        }
        assertThat(rest(silent)).startsWith("HTTP/1.1 408 ").contains("とどくまでに", "took too long");
        assertThat(rest(dripping)).startsWith("HTTP/1.1 408 ");
        resting.getOutputStream()
                .write("HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(line(resting)).isNotNull();
    }

    private static String line(Socket line) throws IOException {
        StringBuilder read = new StringBuilder();
        while (!read.toString().endsWith("\r\n\r\n")) {
            read.append((char) line.getInputStream().read());
        }
        return read.toString();
    }

    @Test
    void a_page_that_nobody_reads_is_given_up_after_a_while() throws IOException {
        String page = "GET /try HTTP/1.1\r\nHost: localhost\r\n\r\n";
        Socket slow = said("127.0.0.7", page.repeat(200));
        assertThat(slow.getInputStream().read()).isEqualTo('H');
        assertThatThrownBy(() -> {
                    while (true) {
                        page("127.0.0.7", "/health");
                        NANOS.addAndGet(TimeUnit.SECONDS.toNanos(BufferedResponse.SECONDS + 1));
                        slow.getOutputStream().write('x');
                    }
                })
                .isInstanceOf(SocketException.class);
    }

    /** The real numbers, on a site of the usual size: as many as two seconds each allow. */
    @Test
    void thousands_of_forms_and_connections_leave_a_site_of_the_usual_size_answering() throws Exception {
        App usual = new App(Setup.usual());
        try {
            usual.start("127.0.0.1", 0);
            String form = FORM.replace("Length: 100", "Length: 16384") + "x".repeat(16_300);
            assertThat(Printed.during(() -> {
                        int forms = hurl(usual.port(), form, 6_000, i -> "127.0.0.3");
                        assertThat(answer(usual.port(), "/health")).startsWith("HTTP/1.1 200 ");
                        int silent = hurl(usual.port(), "", 10_000, i -> "127.0.3." + (1 + i % 5));
                        assertThat(answer(usual.port(), "/health")).startsWith("HTTP/1.1 200 ");
                        assertThat(answer(usual.port(), "/try")).startsWith("HTTP/1.1 200 ");
                        assertThat(forms).isGreaterThan(100);
                        assertThat(silent).isGreaterThan(100);
                    }))
                    .isEmpty();
        } finally {
            usual.close();
        }
    }

    private interface From {
        String address(int i);
    }

    /** Makes connections, and lets the oldest of its own go when they are more than any site keeps of it. */
    private int hurl(int port, String words, int most, From from) throws IOException {
        List<Socket> open = new ArrayList<>();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.getLong("hostile.seconds", 2));
        int made = 0;
        while (made < most && System.nanoTime() - until < 0) {
            try {
                open.add(lines.said(from.address(made), port, words));
            } catch (SocketException e) {
                // It was cut while it spoke.
            }
            made++;
            if (open.size() > 1_200) {
                open.remove(0).close();
            }
        }
        return made;
    }

    private String answer(int port, String path) throws IOException {
        return heard(lines.said(
                "127.0.0.2", port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    }
}
