package popbeforesmtp.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.web.PracticeSite;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.http.SiteOptions;

/** Many pages for one address. */
class RequestLimitTest {

    private static final AtomicLong NANOS = new AtomicLong();

    @RegisterExtension
    static final PracticeSite SITE =
            new PracticeSite(SiteOptions.usual().withNanos(NANOS::get).withTrustedProxies(Set.of("127.0.0.1")));

    private static HttpResponse<String> get(String from, String path) {
        return SITE.reader().get(path, "X-Forwarded-For", from);
    }

    @Test
    void forty_learners_behind_one_router_do_not_feel_it_and_a_flood_is_stopped() {
        for (int learner = 0; learner < 40; learner++) {
            Reader reader = SITE.reader();
            for (int i = 0; i < 12; i++) {
                String path = i % 6 == 0 ? "/learn/1" : "/robots.txt";
                assertThat(reader.get(path, "X-Forwarded-For", "203.0.113.1").statusCode())
                        .isEqualTo(200);
            }
        }
        int refused = 0;
        HttpResponse<String> last = get("203.0.113.1", "/robots.txt");
        for (int i = 0; i < 200; i++) {
            last = get("203.0.113.1", "/robots.txt");
            refused += last.statusCode() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(40 * 12 + 201 - 600);
        assertThat(last.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(last.body()).contains("少し待って", "Wait a little");
        assertThat(get("203.0.113.1", "/readyz").statusCode())
                .as("a supervisor is answered")
                .isEqualTo(200);
        assertThat(get("203.0.113.2", "/robots.txt").statusCode()).isEqualTo(200);
        NANOS.addAndGet(TimeUnit.SECONDS.toNanos(1));
        for (int i = 0; i < 50; i++) {
            assertThat(get("203.0.113.1", "/robots.txt").statusCode()).isEqualTo(200);
        }
        assertThat(get("203.0.113.1", "/robots.txt").statusCode()).isEqualTo(429);
    }
}
