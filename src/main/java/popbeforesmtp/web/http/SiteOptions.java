package popbeforesmtp.web.http;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import popbeforesmtp.operation.Health;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.operation.Operation;

/**
 * How a site is set up.
 *
 * @param basePath what comes before every path, {@code /pop}; empty at the top of a host
 * @param publicUrl where readers find the site, {@code https://example.org}; needed behind a proxy
 * @param trustedProxies addresses whose {@code X-Forwarded-For} is believed
 * @param limits how much of it anybody may take
 * @param nanos true time, as {@link System#nanoTime()} tells it
 * @param operation what the person who runs it is told and can ask
 * @param keep how long a visitor is known after the last press: as long as the store keeps the visitor's world
 */
public record SiteOptions(
        String basePath,
        Optional<String> publicUrl,
        Set<String> trustedProxies,
        SiteLimits limits,
        LongSupplier nanos,
        Operation operation,
        Duration keep) {

    private static final Duration A_MONTH = Duration.ofDays(30);

    /**
     * How often something may happen.
     *
     * @param perSecond how often in the long run
     * @param burst how often at once
     */
    public record Rate(double perSecond, int burst) {}

    /** @throws IllegalArgumentException if the base path is no path, or a trusted proxy is no address */
    public SiteOptions {
        if (!basePath.matches("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)*")) {
            throw new IllegalArgumentException("not a base path: " + basePath);
        }
        trustedProxies = Set.copyOf(trustedProxies);
        trustedProxies.stream()
                .filter(proxy -> ClientAddress.of(proxy).equals(ClientAddress.NOBODY))
                .findAny()
                .ifPresent(proxy -> {
                    throw new IllegalArgumentException("a trusted proxy is an address, not " + proxy);
                });
    }

    /** At the top of a host, with the usual limits. */
    public static SiteOptions usual() {
        return new SiteOptions(
                "", Optional.empty(), Set.of(), SiteLimits.usual(), System::nanoTime, Operation.UNWATCHED, A_MONTH);
    }

    /** Scheme and host of the public address, {@code https://example.org}. */
    public Optional<String> publicOrigin() {
        return publicUrl.map(URI::create).map(url -> url.getScheme() + "://" + url.getRawAuthority());
    }

    /** The same under a base path. */
    public SiteOptions withBasePath(String path) {
        return new SiteOptions(path, publicUrl, trustedProxies, limits, nanos, operation, keep);
    }

    /** The same behind that public address. */
    public SiteOptions withPublicUrl(String url) {
        return new SiteOptions(basePath, Optional.of(url), trustedProxies, limits, nanos, operation, keep);
    }

    /** The same, believing those proxies. */
    public SiteOptions withTrustedProxies(Set<String> proxies) {
        return new SiteOptions(basePath, publicUrl, proxies, limits, nanos, operation, keep);
    }

    /** The same with other limits. */
    public SiteOptions withLimits(SiteLimits other) {
        return new SiteOptions(basePath, publicUrl, trustedProxies, other, nanos, operation, keep);
    }

    /** The same with other rates for presses and new worlds. */
    public SiteOptions withRates(Rate pressRate, Rate worldRate) {
        return withLimits(limits.withRates(pressRate, worldRate, limits.reads()));
    }

    /** The same with another rate for pages and files. */
    public SiteOptions withReads(Rate readRate) {
        return withLimits(limits.withRates(limits.presses(), limits.worlds(), readRate));
    }

    /** The same with another true time. */
    public SiteOptions withNanos(LongSupplier time) {
        return new SiteOptions(basePath, publicUrl, trustedProxies, limits, time, operation, keep);
    }

    /** The same, telling what is up in {@code /health} and {@code /readyz}. */
    public SiteOptions withHealth(Supplier<Health> health) {
        return with(new Operation(operation.meter(), health));
    }

    /** The same, telling that meter what it does. */
    public SiteOptions withMeter(Meter meter) {
        return with(new Operation(meter, operation.health()));
    }

    /** The same, knowing visitors for so long after their last press. */
    public SiteOptions withKeep(Duration time) {
        return new SiteOptions(basePath, publicUrl, trustedProxies, limits, nanos, operation, time);
    }

    private SiteOptions with(Operation watched) {
        return new SiteOptions(basePath, publicUrl, trustedProxies, limits, nanos, watched, keep);
    }
}
