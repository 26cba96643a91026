package popbeforesmtp.sandbox.journal;

import popbeforesmtp.eventlog.SeatId;

/**
 * A world in its store: what is known of it here, and the only way to change that. One thread at a time. Every method may
 * throw {@link JournalStore.Unavailable}; then nothing was changed here.
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
        boolean moved = store.isShared() && store.revision(key).orElse(StoredWorld.NEW.revision()) != now.revision();
        if (moved) {
            reload();
        }
        return moved;
    }

    /** Reads it anew. */
    public void reload() {
        now = store.load(key).orElse(StoredWorld.NEW);
    }

    /**
     * Keeps what a seat has added.
     *
     * @param next the world with a longer journal, with what the seat remembers, or both
     * @param seat the seat that has acted
     * @return false if another process was first; nothing was kept, and {@link #reload} tells what
     */
    public boolean append(StoredWorld next, SeatId seat) {
        StoredWorld numbered = next.revised(now.revision() + 1);
        boolean done = store.append(key, now, numbered, seat);
        now = done ? numbered : now;
        return done;
    }

    /** Keeps a world that has begun anew, or goes back; false as for {@link #append}. */
    public boolean replace(StoredWorld next) {
        StoredWorld numbered = next.revised(now.revision() + 1);
        boolean done = store.replace(key, now, numbered);
        now = done ? numbered : now;
        return done;
    }
}
