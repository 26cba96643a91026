package popbeforesmtp.web.classroom;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often somebody has guessed wrong: after so many within a time, nothing more is looked at until that time is over. Safe
 * for any number of threads.
 */
final class Attempts {

    private static final int NAMES = 10_000;

    private final int most;
    private final long nanosOfOne;
    private final LongSupplier nanos;
    private final Map<String, Deque<Long>> wrong = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Long>> eldest) {
            return size() > NAMES;
        }
    };

    /**
     * @param most how many wrong ones somebody has
     * @param minutes within how long, and for how long nothing is looked at then
     * @param nanos true time, as {@link System#nanoTime()} tells it
     */
    Attempts(int most, int minutes, LongSupplier nanos) {
        this.most = most;
        this.nanosOfOne = TimeUnit.MINUTES.toNanos(minutes);
        this.nanos = nanos;
    }

    /** Whether this one may guess. */
    synchronized boolean lets(String name) {
        Deque<Long> times = wrong.getOrDefault(name, new ArrayDeque<>());
        long now = nanos.getAsLong();
        while (!times.isEmpty() && now - times.peekFirst() >= nanosOfOne) {
            times.removeFirst();
        }
        return times.size() < most;
    }

    /** This one has guessed wrong. */
    synchronized void wrong(String name) {
        Deque<Long> times = wrong.computeIfAbsent(name, first -> new ArrayDeque<>());
        times.addLast(nanos.getAsLong());
        if (times.size() > most) {
            times.removeFirst();
        }
    }
}
