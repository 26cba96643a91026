package popbeforesmtp.sandbox.journal;

import popbeforesmtp.eventlog.SeatId;

/**
 * A world in its store: what is known of it here, and the only way to change that. One thread at a time. Every method may
 * throw {@link JournalStore.Unavailable}; then nothing was changed, here or there.
 */
public final class KeptWorld {

    private final String key;
    private final JournalStore store;
    private StoredWorld now;

    /**
     * @param key the learner's secret
     * @param now what the store keeps of it
     */
    public KeptWorld(String key, JournalStore store, StoredWorld now) {
        this.key = key;
        this.store = store;
        this.now = now;
    }

    /** What is known of it here. */
    public StoredWorld now() {
        return now;
    }

    /**
     * Looks whether another process has changed it, and reads what is new.
     *
     * @return whether it stands elsewhere than was known here
     */
    public boolean refresh() {
        return store.isShared()
                && !store.position(key).orElse(StoredWorld.NEW.position()).equals(now.position())
                && reload();
    }

    /** Reads it anew. */
    public boolean reload() {
        now = store.load(key).orElse(StoredWorld.NEW);
        return true;
    }

    /**
     * Keeps a longer journal.
     *
     * @param seat the seat that has acted
     * @return false if another process was first; nothing was kept, and {@link #reload} tells what
     */
    public boolean append(StoredWorld next, SeatId seat) {
        boolean done = store.append(key, now.position(), next, seat);
        now = done ? next : now;
        return done;
    }

    /** Keeps a world that has begun anew, or goes back; false as for {@link #append}. */
    public boolean replace(StoredWorld next) {
        boolean done = store.replace(key, now.position(), next);
        now = done ? next : now;
        return done;
    }

    /** Keeps what a seat remembers. */
    public void remember(SeatId seat, SeatRecord record) {
        store.remember(key, seat, record);
        now = now.with(seat, record);
    }
}
