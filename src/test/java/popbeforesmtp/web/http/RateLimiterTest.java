package popbeforesmtp.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final RateLimiter turnstile = new RateLimiter(new SiteOptions.Rate(5, 2), nanos::get);

    @Test
    void a_burst_passes_and_then_one_at_a_time() {
        assertThat(turnstile.lets("a")).isTrue();
        assertThat(turnstile.lets("a")).isTrue();
        assertThat(turnstile.lets("a")).isFalse();
        assertThat(turnstile.lets("b")).isTrue();
        nanos.addAndGet(200_000_000);
        assertThat(turnstile.lets("a")).isTrue();
        assertThat(turnstile.lets("a")).isFalse();
    }

    @Test
    void what_has_cost_more_is_missing_next_time_but_never_more_than_a_burst() {
        assertThat(turnstile.lets("a")).isTrue();
        turnstile.owes("a", 2);
        assertThat(turnstile.lets("a")).isFalse();
        nanos.addAndGet(400_000_000);
        assertThat(turnstile.lets("a")).isTrue();
        turnstile.owes("a", 1_000);
        nanos.addAndGet(600_000_000);
        assertThat(turnstile.lets("a")).isTrue();
    }

    @Test
    void waiting_gives_no_more_than_a_burst() {
        assertThat(turnstile.lets("a")).isTrue();
        nanos.addAndGet(3_600_000_000_000L);
        assertThat(turnstile.lets("a")).isTrue();
        assertThat(turnstile.lets("a")).isTrue();
        assertThat(turnstile.lets("a")).isFalse();
    }
}
