package popbeforesmtp.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where faults of ours are told to whoever runs the site: one line a fault, never a stack trace, and a fault of the same kind
 * at most once a minute, with the number of those that were left out. What the fault itself says is not told: it may hold words
 * of a client. Safe for any number of threads; {@link #tell} never throws.
 */
public final class FaultLog {

    private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);
    private static final String OURS = "popbeforesmtp.";
    private static final Duration ONCE = Duration.ofMinutes(1);
    private static final int MOST_KINDS = 100;
    private static final int MOST_FRAMES = 3;

    /** How deep the cause of a fault is looked for. */
    private static final int DEPTH = 10;

    private final InstantSource clock;
    private final Map<String, Kind> kinds = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kind> eldest) {
            return size() > MOST_KINDS;
        }
    };

    /** @param clock true time */
    public FaultLog(InstantSource clock) {
        this.clock = clock;
    }

    /** When a kind was told last, and how often it was not. */
    private static final class Kind {
        Instant told = Instant.MIN;
        int untold;
    }

    /**
     * Tells a fault, unless one of its kind was told less than a minute ago. Two faults are of one kind if what they come from
     * is of one class and was thrown on the same line.
     *
     * @param what what did not succeed, in plain words of ours: {@code an SMTP session}
     */
    public void tell(String what, Throwable fault) {
        try {
            Throwable root = root(fault);
            List<StackTraceElement> way = way(root);
            int untold = untold(what + root.getClass().getName() + way.stream().findFirst());
            if (untold >= 0) {
                String more = untold == 0 ? "" : " (and " + untold + " more of its kind before)";
                LOG.error("{} failed: {}{}{}", what, thrown(fault, root), at(way), more);
                LOG.debug("{} failed", what, fault);
            }
        } catch (OutOfMemoryError e) {
            // There is no memory to tell it with.
        }
    }

    /** How many of that kind were not told since the last that was; less than 0 if this one is not to be told either. */
    private synchronized int untold(String name) {
        Instant now = clock.instant();
        Kind kind = kinds.computeIfAbsent(name, first -> new Kind());
        if (now.minus(ONCE).isBefore(kind.told)) {
            kind.untold++;
            return -1;
        }
        int untold = kind.untold;
        kind.told = now;
        kind.untold = 0;
        return untold;
    }

    /** What the fault came from. */
    private static Throwable root(Throwable fault) {
        Throwable root = fault;
        for (int i = 0; i < DEPTH && root.getCause() != null; i++) {
            root = root.getCause();
        }
        return root;
    }

    /** The lines of ours that it came by, the innermost first; the lines of others if none is ours. */
    private static List<StackTraceElement> way(Throwable root) {
        List<StackTraceElement> way = List.of(root.getStackTrace());
        List<StackTraceElement> ours = way.stream()
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .toList();
        return (ours.isEmpty() ? way : ours).stream().limit(MOST_FRAMES).toList();
    }

    /** {@code IllegalStateException because of IOException}. */
    private static String thrown(Throwable fault, Throwable root) {
        String own = simple(fault.getClass().getName());
        return fault == root
                ? own
                : own + " because of " + simple(root.getClass().getName());
    }

    /** {@code  at Wire.read:12, Session.run:34}. */
    private static String at(List<StackTraceElement> way) {
        return way.stream()
                .map(frame -> simple(frame.getClassName()) + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), frames -> frames.isEmpty() ? "" : " at " + frames));
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
