package popbeforesmtp.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static popbeforesmtp.Lines.heard;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.Lines;
import popbeforesmtp.Printed;
import popbeforesmtp.web.PracticeSite;
import popbeforesmtp.web.http.SiteOptions;

/** Lines that send or take one octet now and then. */
@Timeout(60)
class BufferedExchangeTest {

    private static final AtomicLong NANOS = new AtomicLong();

    @RegisterExtension
    static final PracticeSite SITE = new PracticeSite(SiteOptions.usual().withNanos(NANOS::get));

    private static final int MANY = 300;
    private static final String POST = "POST /try HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ";
    private static final String GET = "GET /try HTTP/1.1\r\nHost: localhost\r\n";

    @RegisterExtension
    final Lines lines = new Lines();

    private Socket said(String from, String words) throws IOException {
        return lines.said(from, SITE.port(), words);
    }

    private String page(String from) throws IOException {
        return heard(said(from, GET + "Connection: close\r\n\r\n"));
    }

    @Test
    void somebody_else_is_answered_while_one_address_sends_slowly() throws IOException {
        for (int i = 0; i < MANY; i++) {
            said("127.0.0.1", POST + "10000\r\n\r\nx");
        }
        assertThat(page("127.0.0.2")).startsWith("HTTP/1.1 200 ").contains("</html>");
        assertThat(page("127.0.0.1")).startsWith("HTTP/1.1 200 ").contains("</html>");
    }

    @Test
    void somebody_else_is_answered_while_one_address_asks_for_much_and_reads_slowly() throws IOException {
        for (int i = 0; i < MANY; i++) {
            said("127.0.0.3", (GET + "\r\n").repeat(8));
        }
        assertThat(page("127.0.0.2")).startsWith("HTTP/1.1 200 ").contains("</html>");
    }

    /** So a cut answer is known for one; only streams, which end when the site does, go in pieces. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/try", "/teach", "/nothing", "/static/icon.svg", "/print/worksheet"})
    void every_answer_says_how_long_it_is(String path) {
        for (String encoding : List.of("identity", "gzip")) {
            HttpResponse<String> answer = SITE.reader().get(path, "Accept-Encoding", encoding);
            HttpHeaders headers = answer.headers();
            assertThat(headers.firstValue("Content-Length"))
                    .as("%s: %s %s", encoding, answer.statusCode(), headers.map())
                    .isPresent();
            assertThat(headers.firstValue("Transfer-Encoding")).as(encoding).isEmpty();
        }
    }

    @Test
    void a_form_that_says_it_is_far_too_long_is_refused_unread() throws IOException {
        assertThat(heard(said("127.0.0.1", POST + "1000000\r\n\r\n"))).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void a_form_that_is_too_long_is_heard_out_and_told_so() throws IOException {
        String words = POST.replace("\r\nContent-Type", "\r\nConnection: close\r\nContent-Type");
        assertThat(heard(said("127.0.0.1", words + "200000\r\n\r\n" + "x".repeat(200_000))))
                .startsWith("HTTP/1.1 413 ")
                .contains("</html>");
    }

    @Test
    void a_form_that_grows_too_long_is_refused() throws IOException {
        String chunked = POST.replace("Content-Length: ", "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertThat(heard(said("127.0.0.1", chunked + "4001\r\n" + "x".repeat(0x4001) + "\r\n0\r\n\r\n")))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void a_form_that_breaks_off_is_answered_and_nothing_is_written_about_it() throws Exception {
        assertThat(Printed.during(() -> {
                    Socket socket = said("127.0.0.1", POST + "100\r\n\r\nfrom=");
                    socket.shutdownOutput();
                    assertThat(heard(socket)).startsWith("HTTP/1.1 400 ");
                }))
                .isEmpty();
    }

    @Test
    void a_form_that_takes_too_long_is_refused() throws IOException {
        Socket socket = said("127.0.0.1", POST + "100\r\nExpect: 100-continue\r\n\r\n");
        byte[] go = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(socket.getInputStream().readNBytes(go.length)).isEqualTo(go);
        NANOS.addAndGet(TimeUnit.SECONDS.toNanos(IncomingForm.SECONDS + 1));
        assertThat(heard(socket)).startsWith("HTTP/1.1 408 ");
    }
}
