package popbeforesmtp.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Which worlds are in memory, whose they are and when each was used last, and which of them gives way when there are too
 * many. It only chooses: whoever asks acts on the world afterwards, and nobody waits here for a world. Safe for any number of
 * threads.
 */
final class Occupancy {

    /** An address may have one part in so many of all room before it gives way first. */
    private static final int SHARES = 10;

    /**
     * A world in memory.
     *
     * @param key its learner's secret
     * @param owner the address that its learner comes from
     * @param used when it was used last
     */
    record Owned(String key, World world, String owner, Instant used) {}

    private final Map<String, Owned> worlds = new LinkedHashMap<>();

    /** The world of that key, used now. */
    synchronized Optional<World> use(String key, Instant now) {
        return Optional.ofNullable(
                        worlds.computeIfPresent(key, (same, owned) -> new Owned(key, owned.world, owned.owner, now)))
                .map(Owned::world);
    }

    /** Takes a world in, unless there is one of that key: then that one counts. */
    synchronized World enter(Owned owned) {
        Owned there = worlds.putIfAbsent(owned.key, owned);
        return there == null ? owned.world : there.world;
    }

    /** Lets a world go. */
    synchronized void leave(String key) {
        worlds.remove(key);
    }

    synchronized int size() {
        return worlds.size();
    }

    /** All of them as they are now. */
    synchronized List<Owned> all() {
        return new ArrayList<>(worlds.values());
    }

    /**
     * The world that gives way: the longest idle of the address that takes most, if that is more than its share, else the
     * longest idle of all.
     *
     * @param spared keys of worlds that never do
     * @param weight how much of the room a world takes
     * @param room how much there is for all
     */
    Optional<Owned> givesWay(Set<String> spared, Predicate<World> which, ToLongFunction<World> weight, long room) {
        List<Owned> candidates = all().stream()
                .filter(owned -> !spared.contains(owned.key) && which.test(owned.world))
                .toList();
        Map<String, Long> taken = new HashMap<>();
        candidates.forEach(owned -> taken.merge(owned.owner, weight.applyAsLong(owned.world), Long::sum));
        Optional<String> greedy = taken.entrySet().stream()
                .filter(owner -> owner.getValue() * SHARES > room)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
        return candidates.stream()
                .filter(owned -> greedy.isEmpty() || greedy.get().equals(owned.owner))
                .min(Comparator.comparing(Owned::used));
    }
}
