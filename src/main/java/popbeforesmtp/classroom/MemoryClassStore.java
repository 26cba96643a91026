package popbeforesmtp.classroom;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps classes in this process's memory: a restart begins afresh. */
public final class MemoryClassStore implements ClassStore {

    private record Entry(Kept kept, Instant used) {}

    private final Map<String, Entry> classes = new ConcurrentHashMap<>();

    @Override
    public Optional<Kept> load(String code) {
        return Optional.ofNullable(classes.get(code)).map(Entry::kept);
    }

    @SuppressWarnings("ReferenceEquality") // The very one that was handed in.
    @Override
    public boolean save(String code, long before, String text, Instant used) {
        Entry next = new Entry(new Kept(before + 1, text), used);
        return classes.compute(code, (same, now) -> revision(now) == before ? next : now) == next;
    }

    private static long revision(@Nullable Entry entry) {
        return entry == null ? 0 : entry.kept.revision();
    }

    @Override
    public void forget(String code) {
        classes.remove(code);
    }

    @Override
    public List<String> codes() {
        return classes.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Entry> entry) -> entry.getValue().used)
                        .reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public long revision(String code) {
        return revision(classes.get(code));
    }

    @Override
    public boolean isShared() {
        return false;
    }
}
