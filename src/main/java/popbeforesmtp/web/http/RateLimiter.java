package popbeforesmtp.web.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lets everybody through at a certain rate, each by a name of its own. A bounded number of names is kept, the longest unused
 * goes first. Safe for any number of threads.
 */
public final class RateLimiter {

    private static final int MOST = 20_000;

    private final SiteOptions.Rate rate;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    public RateLimiter(SiteOptions.Rate rate, LongSupplier nanos) {
        this.rate = rate;
        this.nanos = nanos;
    }

    /** Whether this one may pass now. */
    public synchronized boolean lets(String name) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(name, first -> new Bucket(rate.burst(), now));
        bucket.tokens = Math.min(rate.burst(), bucket.tokens + (now - bucket.filled) / 1e9 * rate.perSecond());
        bucket.filled = now;
        if (bucket.tokens < 1) {
            return false;
        }
        bucket.tokens--;
        return true;
    }

    /** What this one was let through for has cost as much as so many more; they are missing next time, up to a burst. */
    public synchronized void owes(String name, int more) {
        Bucket bucket = buckets.get(name);
        if (bucket != null) {
            bucket.tokens = Math.max(-rate.burst(), bucket.tokens - more);
        }
    }

    private static final class Bucket {
        double tokens;
        long filled;

        Bucket(double tokens, long filled) {
            this.tokens = tokens;
            this.filled = filled;
        }
    }
}
