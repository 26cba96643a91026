package popbeforesmtp.sandbox.journal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.journal.StoredWorld.Position;

/** Keeps worlds in this process's memory: a restart begins afresh. */
public final class MemoryStore implements JournalStore {

    private final Map<String, StoredWorld> worlds = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredWorld> load(String key) {
        return Optional.ofNullable(worlds.get(key));
    }

    @Override
    public boolean append(String key, Position before, StoredWorld next, SeatId seat) {
        return replace(key, before, next);
    }

    @Override
    public boolean replace(String key, Position before, StoredWorld next) {
        StoredWorld kept = worlds.compute(key, (same, now) -> {
            Position stands = (now == null ? StoredWorld.NEW : now).position();
            return stands.equals(before) ? next : now;
        });
        return kept == next;
    }

    @Override
    public void remember(String key, SeatId seat, SeatRecord record) {
        worlds.compute(key, (same, now) -> {
            StoredWorld stands = now == null ? StoredWorld.NEW : now;
            return stands.with(seat, record);
        });
    }

    @Override
    public void forget(String key) {
        worlds.remove(key);
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
    public Optional<Position> position(String key) {
        return load(key).map(StoredWorld::position);
    }
}
