package popbeforesmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.http.SiteOptions;

/** A stop in the middle of a press. */
class StopTest {

    @RegisterExtension
    final Lines lines = new Lines();

    /** Holds every press between its form and its answer. */
    private static final class Held implements Meter {
        final CountDownLatch pressed = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);

        @Override
        public Lap begin(Work work) {
            pressed.countDown();
            try {
                assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return () -> {};
        }

        @Override
        public void refused(Limit limit) {}
    }

    /** The site's time stands still: however slow this machine is, the press is waited for. */
    @Test
    @Timeout(60)
    void a_press_in_flight_is_answered_and_others_are_told_in_their_language() throws Exception {
        Held held = new Held();
        App app = new App(Setup.usual()
                .withClock(new TurnedClock())
                .withSite(SiteOptions.usual().withNanos(() -> 0).withMeter(held)));
        app.start("127.0.0.1", 0);
        Reader learner = new Reader(app.port());
        learner.get("/try");
        CompletableFuture<HttpResponse<String>> press =
                CompletableFuture.supplyAsync(() -> learner.press("receive", "HX-Request", "true"));
        assertThat(held.pressed.await(30, TimeUnit.SECONDS)).isTrue();

        Reader other = new Reader(app.port());
        CompletableFuture<Void> stop = CompletableFuture.runAsync(app::close);
        while (other.get("/readyz").statusCode() == 200) {
            Thread.onSpinWait();
        }
        HttpResponse<String> english = other.get("/en/learn/1");
        HttpResponse<String> japanese = other.get("/try");
        HttpResponse<String> fragment = other.post("/try", List.of("press", "receive"), "HX-Request", "true");
        HttpResponse<String> live = other.get("/livez");
        held.released.countDown();

        assertThat(press.get().statusCode()).isEqualTo(200);
        assertThat(press.get().body()).contains("data-outcome=\"received\"");
        for (HttpResponse<String> told : List.of(english, japanese, fragment)) {
            assertThat(told.statusCode()).isEqualTo(503);
            assertThat(told.headers().firstValue("Retry-After")).hasValue("3");
        }
        assertThat(english.body()).contains("<html lang=\"en\">", "The server is shutting down.");
        assertThat(japanese.body()).contains("<html lang=\"ja\">", "サーバーが止まるところです");
        assertThat(fragment.body()).startsWith("<section id=\"result\"").contains("サーバーが止まるところです");
        assertThat(live.body()).isEqualTo("live");
        stop.get();
    }

    /** What no person does: half a form, half a command, a stream that nobody reads. */
    @Test
    @Timeout(60)
    void a_process_ends_soon_whatever_is_open() throws Exception {
        try (Started site = Started.site(Map.of(), "--port", "0", "--door-pop3", "0", "--door-smtp", "0")) {
            int port = site.port();
            int smtp = Integer.parseInt(site.says(Pattern.compile("SMTP at port ([0-9]+)")));
            for (int i = 0; i < 20; i++) {
                lines.said("127.0.0.1", port, "POST /try HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nx");
                lines.said("127.0.0.1", port, "GET /door/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
                lines.said("127.0.0.1", smtp, "EHLO a\r\nMAIL FROM:<a@b.exa");
            }
            Reader reader = new Reader(port);
            reader.get("/try");
            assertThat(reader.press("receive").statusCode()).isEqualTo(303);

            long asked = System.nanoTime();
            site.terminate();
            assertThat(site.exitCode()).isZero();
            // Waiting for any of them would take thirty seconds or more.
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(8));
            assertThat(site.written()).last().isEqualTo("Stopped.");
        }
    }
}
