package popbeforesmtp.operation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;

/** Counts for Prometheus. Safe for any number of threads. */
public final class PrometheusMeter implements Meter, AutoCloseable {

    private static final String REFUSALS = "popbeforesmtp.refusals";
    private static final String TURNED_AWAY = "Who was turned away, by the limit that was met";

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private static final Map<Work, String> WORK = Map.of(
            Work.PRESS, "Presses, from the whole form to the whole answer",
            Work.REPLAY, "Journals that were played again",
            Work.STORE_WRITE, "Writes into the store",
            Work.DOOR_NEWS, "News for those who watch the door");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Work, Timer> timers = new EnumMap<>(Work.class);
    private final Map<Limit, Counter> refusals = new EnumMap<>(Limit.class);

    /** Micrometer would let them go. */
    private final List<IntSupplier> counters = new CopyOnWriteArrayList<>();

    private final JvmGcMetrics collections = new JvmGcMetrics();

    public PrometheusMeter() {
        for (Work work : Work.values()) {
            timers.put(
                    work,
                    Timer.builder("popbeforesmtp." + word(work))
                            .description(WORK.get(work))
                            .serviceLevelObjectives(BOUNDS)
                            .register(registry));
        }
        for (Limit limit : Limit.values()) {
            refusals.put(
                    limit,
                    Counter.builder(REFUSALS)
                            .description(TURNED_AWAY)
                            .tag("limit", word(limit))
                            .register(registry));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Lap begin(Work work) {
        Timer.Sample sample = Timer.start(registry);
        return () -> sample.stop(timer(work));
    }

    private Timer timer(Work work) {
        Timer timer = timers.get(work);
        if (timer == null) {
            throw new IllegalArgumentException("no timer for " + work);
        }
        return timer;
    }

    @Override
    public void refused(Limit limit) {
        Counter counter = refusals.get(limit);
        if (counter != null) {
            counter.increment();
        }
    }

    /**
     * Tells a number that goes up and down.
     *
     * @param name {@code worlds}
     * @param now asked whenever the numbers are
     */
    public void gauge(String name, String description, IntSupplier now) {
        Gauge.builder("popbeforesmtp." + name, now, IntSupplier::getAsInt)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    /**
     * Tells how many were turned away by somebody who counts them himself.
     *
     * @param limit the bound's name, {@code mail_sessions}
     * @param soFar asked whenever the numbers are
     */
    public void refusals(String limit, IntSupplier soFar) {
        counters.add(soFar);
        FunctionCounter.builder(REFUSALS, soFar, IntSupplier::getAsInt)
                .description(TURNED_AWAY)
                .tag("limit", limit)
                .register(registry);
    }

    /** Tells about the Java machine too. Takes a moment, so it comes after all that somebody waits for. */
    void watchTheMachine() {
        List<MeterBinder> binders = List.of(
                new JvmMemoryMetrics(),
                collections,
                new JvmThreadMetrics(),
                new ClassLoaderMetrics(),
                new ProcessorMetrics(),
                new FileDescriptorMetrics(),
                new UptimeMetrics());
        binders.forEach(binder -> binder.bindTo(registry));
    }

    /** All numbers as they are now, in Prometheus' text form (version 0.0.4). */
    String told() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
