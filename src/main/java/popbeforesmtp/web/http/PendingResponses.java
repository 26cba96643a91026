package popbeforesmtp.web.http;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.io.EndPoint;

/**
 * The answers that wait for their readers to take them. When all of them together are too much, lines are cut: the oldest
 * of the address whose answers take most. Safe for any number of threads.
 */
final class PendingResponses {

    /** How many octets may wait. */
    static final long MOST = 24L << 20;

    private record Held(EndPoint line, String address, long octets) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private final Set<Held> all = new LinkedHashSet<>();
    private final Map<String, Long> octets = new HashMap<>();
    private long total;

    /**
     * ProgressHandler an answer that is about to be sent.
     *
     * @param line where it goes
     * @param address of the one at its other end
     * @return to be run when it was taken, or never will be
     */
    Runnable hold(EndPoint line, String address, long length) {
        Held held = new Held(line, address, length);
        add(held);
        for (Optional<Held> most = tooMuch(); most.isPresent(); most = tooMuch()) {
            release(most.get());
            most.get().line.close();
        }
        return () -> release(held);
    }

    private synchronized void add(Held held) {
        all.add(held);
        total += held.octets;
        octets.merge(held.address, held.octets, Long::sum);
    }

    private synchronized void release(Held held) {
        if (all.remove(held)) {
            total -= held.octets;
            octets.computeIfPresent(
                    held.address, (address, sum) -> sum == held.octets ? null : Long.valueOf(sum - held.octets));
        }
    }

    private synchronized Optional<Held> tooMuch() {
        if (total <= MOST) {
            return Optional.empty();
        }
        String greedy = octets.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return all.stream().filter(held -> held.address.equals(greedy)).findFirst();
    }
}
