package popbeforesmtp.sandbox.journal;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import popbeforesmtp.eventlog.SeatId;

/** Keeps worlds in this process's memory: a restart begins afresh. What is not used any more, {@code Worlds} forgets. */
public final class MemoryStore implements JournalStore {

    private final Map<String, StoredWorld> worlds = new ConcurrentHashMap<>();
    private final Watchers watchers = new Watchers();

    @Override
    public Optional<StoredWorld> load(String key) {
        return Optional.ofNullable(worlds.get(key));
    }

    @Override
    public boolean append(String key, StoredWorld before, StoredWorld next, SeatId seat) {
        return replace(key, before, next);
    }

    @SuppressWarnings("ReferenceEquality") // The very world that was handed in, and no other that is equal.
    @Override
    public boolean replace(String key, StoredWorld before, StoredWorld next) {
        StoredWorld kept = worlds.compute(key, (same, now) -> {
            long stands = (now == null ? StoredWorld.NEW : now).revision();
            return stands == before.revision() ? next : now;
        });
        boolean done = kept == next;
        if (done) {
            watchers.tell(key);
        }
        return done;
    }

    @Override
    public void forget(String key) {
        worlds.remove(key);
        watchers.tell(key);
    }

    @Override
    public int sweep() {
        return 0;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public boolean isLasting() {
        return false;
    }

    @Override
    public OptionalLong revision(String key) {
        StoredWorld world = worlds.get(key);
        return world == null ? OptionalLong.empty() : OptionalLong.of(world.revision());
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public Watch watch(String key, Runnable moved) {
        return watchers.add(key, moved);
    }

    @Override
    public void close() {}
}
