package popbeforesmtp.sandbox.journal;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import popbeforesmtp.eventlog.SeatId;

/**
 * Keeps worlds beyond the memory of one process. An act is kept before its answer leaves, and kept once: whoever finds that
 * somebody else was first has written nothing, reads what is new and judges again. Implementations serve any number of
 * threads. Every method that reads or writes worlds may throw {@link Unavailable}; then nothing was changed, unless the way
 * to the store broke in the very moment of keeping: then the act may be there, and whoever does it again finds that out.
 *
 * <p>Keys are unguessable secrets of learners: a store that outlives the process keeps only a hash of them.
 */
public interface JournalStore extends AutoCloseable {

    /**
     * Waits until it is known whether worlds can be kept here at all. A store that is merely away for now counts as usable.
     *
     * @throws IOException if they never can; the message is one line that says why
     */
    default void open() throws IOException {}

    /** All that is kept of a world; nothing if it never was, or is no longer. */
    Optional<StoredWorld> load(String key);

    /**
     * Keeps what a seat has added: entries at the end of the journal, what the seat remembers, or both.
     *
     * @param key the world
     * @param before the world as it stood
     * @param next the world as it then is: the next revision, the same generation, one changed seat
     * @param seat the seat that has acted
     * @return false if the world stands elsewhere: nothing was written
     */
    boolean append(String key, StoredWorld before, StoredWorld next, SeatId seat);

    /**
     * Keeps a world that has begun anew, or goes back.
     *
     * @param key the world
     * @param before the world as it stood; {@link StoredWorld#NEW} if there was none
     * @param next the world as it then is: the next revision
     * @return false if the world stands elsewhere: nothing was written
     */
    boolean replace(String key, StoredWorld before, StoredWorld next);

    /** Keeps nothing of a world any more. */
    void forget(String key);

    /**
     * Forgets the worlds in which nobody has done anything for longer than worlds are kept here. To be called every now and
     * then.
     *
     * @return how many went
     */
    int sweep();

    /**
     * Whether others may write here, too, or a write may have gone wrong halfway: then a world may have moved on since it was
     * last seen, and {@link #revision} tells.
     */
    boolean isShared();

    /** Whether what is kept here outlives this process. */
    boolean isLasting();

    /** Where a world stands now, {@link StoredWorld#revision}; nothing if it is not kept. */
    OptionalLong revision(String key);

    /** Whether an act could be kept now. Tries it at most once a second, and may take as long as a write. Never throws. */
    boolean isReady();

    /**
     * Tells when a world has moved on, whoever did it and in whichever process, within about a second. It may be told once
     * too often, and is when something may have been missed.
     *
     * @param moved called by a thread of the store: must be quick, must not throw
     */
    Watch watch(String key, Runnable moved);

    /** Lets go of whatever is open. What was kept stays. */
    @Override
    void close();

    /** Somebody who wants to be told. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {

        /** Wants it no more. */
        @Override
        void close();
    }

    /** Nothing can be kept or read now: the disk is full, or the database away. The cause is for the log, never for a reader. */
    final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** One line says what is the matter. */
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
