package popbeforesmtp;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.journal.StoredWorld;

/**
 * A store that is ready when a test says so, and otherwise like the one behind it.
 *
 * @param own the one behind it
 * @param ready says whether it is ready, or breaks
 */
public record StoreThatIs(JournalStore own, BooleanSupplier ready) implements JournalStore {

    @Override
    public boolean isReady() {
        return ready.getAsBoolean();
    }

    @Override
    public Optional<StoredWorld> load(String key) {
        return own.load(key);
    }

    @Override
    public boolean append(String key, StoredWorld before, StoredWorld next, SeatId seat) {
        return own.append(key, before, next, seat);
    }

    @Override
    public boolean replace(String key, StoredWorld before, StoredWorld next) {
        return own.replace(key, before, next);
    }

    @Override
    public void forget(String key) {
        own.forget(key);
    }

    @Override
    public int sweep() {
        return own.sweep();
    }

    @Override
    public boolean isShared() {
        return own.isShared();
    }

    @Override
    public boolean isLasting() {
        return own.isLasting();
    }

    @Override
    public OptionalLong revision(String key) {
        return own.revision(key);
    }

    @Override
    public Watch watch(String key, Runnable moved) {
        return own.watch(key, moved);
    }

    @Override
    public void close() {
        own.close();
    }
}
