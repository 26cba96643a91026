package popbeforesmtp.classroom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps classes beyond the memory of one process, each as one text. Whoever finds that somebody else was first has written
 * nothing, reads what is new and judges again. Implementations serve any number of threads. Every method may throw the
 * store's {@link popbeforesmtp.sandbox.journal.JournalStore.Unavailable}; then nothing was changed.
 */
public interface ClassStore {

    /**
     * A class as it is kept.
     *
     * @param revision how often it was kept; never the same twice
     * @param text all of it, as {@link ClassText} writes it
     */
    record Kept(long revision, String text) {}

    /** The class of a code; nothing if there is none. */
    Optional<Kept> load(String code);

    /**
     * Keeps a class.
     *
     * @param before the revision that it stands at; 0 if there is none
     * @param text all of it
     * @param used when somebody pressed last
     * @return false if it stands elsewhere: nothing was written
     */
    boolean save(String code, long before, String text, Instant used);

    /** Keeps nothing of a class any more. */
    void forget(String code);

    /** The codes of all classes, that of the latest used one first. */
    List<String> codes();

    /** The revision of a class; 0 if there is none. */
    long revision(String code);

    /** Whether others may write here, too. */
    boolean isShared();
}
