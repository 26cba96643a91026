package popbeforesmtp.sandbox.journal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import popbeforesmtp.sandbox.journal.JournalStore.Watch;

/** Who wants to be told of which world. Safe for any number of threads; holds no lock while it tells. */
public final class Watchers {

    private final Map<String, Set<Watcher>> watchers = new ConcurrentHashMap<>();

    /** One who is told; each is another one, even if it is the same that is done. */
    private static final class Watcher {

        private final Runnable moved;

        Watcher(Runnable moved) {
            this.moved = moved;
        }
    }

    /**
     * Takes one in.
     *
     * @param name what the world is called here
     */
    public Watch add(String name, Runnable moved) {
        Watcher watcher = new Watcher(moved);
        watchers.compute(name, (same, there) -> {
            Set<Watcher> all = there == null ? ConcurrentHashMap.newKeySet() : there;
            all.add(watcher);
            return all;
        });
        return () -> watchers.computeIfPresent(name, (same, there) -> {
            there.remove(watcher);
            return there.isEmpty() ? null : there;
        });
    }

    /** Tells those who watch a world. */
    public void tell(String name) {
        watchers.getOrDefault(name, Set.of()).forEach(watcher -> watcher.moved.run());
    }

    /** Tells everybody. */
    public void tellAll() {
        names().forEach(this::tell);
    }

    /** The worlds that anybody watches. */
    public List<String> names() {
        return List.copyOf(watchers.keySet());
    }

    /** Whether nobody watches anything. */
    public boolean isEmpty() {
        return watchers.isEmpty();
    }
}
