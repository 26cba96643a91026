package popbeforesmtp.sandbox.journal;

import java.util.Optional;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.journal.StoredWorld.Position;

/**
 * Keeps worlds beyond the memory of one process. An act is kept before its answer leaves, and kept once: whoever finds that
 * somebody else was first has written nothing, reads what is new and judges again. Implementations serve any number of
 * threads. Every method may throw {@link Unavailable}; then nothing was changed.
 *
 * <p>Keys are unguessable secrets of learners: a store that outlives the process keeps only a hash of them.
 */
public interface JournalStore {

    /** All that is kept of a world; nothing if it never was, or is no longer. */
    Optional<StoredWorld> load(String key);

    /**
     * Adds what is new at the end of a world's journal, with what the seat remembers then.
     *
     * @param key the world
     * @param before where the world stood
     * @param next the world as it then is: the same generation, a longer journal, one changed seat
     * @param seat the seat that has acted
     * @return false if the world stands elsewhere: nothing was written
     */
    boolean append(String key, Position before, StoredWorld next, SeatId seat);

    /**
     * Keeps a world that has begun anew, or goes back.
     *
     * @param key the world
     * @param before where the world stood; {@link StoredWorld#NEW}'s if there was none
     * @param next the world as it then is: another generation or another journal
     * @return false if the world stands elsewhere: nothing was written
     */
    boolean replace(String key, Position before, StoredWorld next);

    /** Keeps what a seat remembers; the last word counts. */
    void remember(String key, SeatId seat, SeatRecord record);

    /** Keeps nothing of a world any more. */
    void forget(String key);

    /**
     * Whether other processes write here, too: then a world may have moved on since it was last seen, and {@link #position}
     * tells.
     */
    boolean isShared();

    /** Whether what is kept here outlives this process. */
    boolean isLasting();

    /** Where a world stands now; nothing if it is not kept. */
    Optional<Position> position(String key);

    /** Nothing can be kept now: the disk is full, or the database away. The cause is for the log, never for a reader. */
    final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** One line says what is the matter. */
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
