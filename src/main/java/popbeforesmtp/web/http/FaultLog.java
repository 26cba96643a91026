package popbeforesmtp.web.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what went wrong in one line, once a kind and minute: the same fault a thousand times must not fill a disk. A
 * kind is what was thrown and where. The line has no message of an exception, in which a client's words might stand. Safe for
 * any number of threads.
 */
public final class FaultLog {

    private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_KINDS = 200;
    private static final int FRAMES = 4;
    private static final int DEPTH = 10;
    private static final String OURS = "popbeforesmtp.";

    private final LongSupplier nanos;
    private final Map<String, Kind> kinds = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kind> eldest) {
            return size() > MOST_KINDS;
        }
    };

    private static final class Kind {
        long written;
        long silent;

        Kind(long written) {
            this.written = written;
        }
    }

    /** @param nanos true time, as {@link System#nanoTime()} tells it */
    public FaultLog(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Takes a fault.
     *
     * @param what what went wrong, words of ours only
     */
    public void note(String what, Throwable fault) {
        Throwable root = root(fault);
        List<String> way = way(root);
        String thrown = root.getClass().getName();
        long silent = silent(thrown + " " + way.stream().findFirst().orElse(""));
        if (silent >= 0) {
            String before = silent == 0 ? "" : " (and " + silent + " times since the last line)";
            LOG.error("{} went wrong: {} at {}{}", what, thrown, String.join(" < ", way), before);
            LOG.debug("{} went wrong", what, fault);
        }
    }

    /** How often it was not written since it was; -1 if it is not to be written now. */
    private synchronized long silent(String name) {
        long now = nanos.getAsLong();
        Kind kind = kinds.get(name);
        if (kind == null) {
            kinds.put(name, new Kind(now));
            return 0;
        }
        if (now - kind.written < MINUTE) {
            kind.silent++;
            return -1;
        }
        long silent = kind.silent;
        kind.written = now;
        kind.silent = 0;
        return silent;
    }

    /** What the fault came from. */
    private static Throwable root(Throwable fault) {
        Throwable root = fault;
        for (int i = 0; i < DEPTH && root.getCause() != null; i++) {
            root = root.getCause();
        }
        return root;
    }

    /** Our own part of the way there, innermost first; all of the way if none of it is ours. */
    private static List<String> way(Throwable fault) {
        List<StackTraceElement> way = List.of(fault.getStackTrace());
        List<StackTraceElement> ours = way.stream()
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .toList();
        return (ours.isEmpty() ? way : ours)
                .stream()
                        .limit(FRAMES)
                        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                        .toList();
    }
}
