package popbeforesmtp.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private final InstantSource clock;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

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
     * Tells a fault, unless one of its kind was told less than a minute ago. Two faults are of one kind if they are of one class
     * and come from the same line of ours.
     *
     * @param what what did not succeed, in plain words: {@code an SMTP session}
     */
    public void tell(String what, Throwable fault) {
        try {
            List<StackTraceElement> ours = ours(fault);
            int untold =
                    untold(what + fault.getClass().getName() + ours.stream().findFirst());
            if (untold >= 0) {
                String more = untold == 0 ? "" : " (and " + untold + " more of its kind before)";
                LOG.error("{} failed: {}{}", what, told(fault, ours), more);
            }
        } catch (OutOfMemoryError e) {
            // There is no memory to tell it with.
        }
    }

    /** How many of that kind were not told since the last that was; less than 0 if this one is not to be told either. */
    private synchronized int untold(String name) {
        Instant now = clock.instant();
        Kind kind = kinds.computeIfAbsent(name, first -> new Kind());
        if (kinds.size() > MOST_KINDS) {
            kinds.remove(kinds.keySet().iterator().next());
        }
        if (now.minus(ONCE).isBefore(kind.told)) {
            kind.untold++;
            return -1;
        }
        int untold = kind.untold;
        kind.told = now;
        kind.untold = 0;
        return untold;
    }

    /** The lines of ours that it came by, the innermost first. */
    private static List<StackTraceElement> ours(Throwable fault) {
        return Stream.of(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .limit(MOST_FRAMES)
                .toList();
    }

    /** {@code IllegalStateException at Wire.read:12, Session.run:34}. */
    private static String told(Throwable fault, List<StackTraceElement> ours) {
        String frames = ours.stream()
                .map(frame -> simple(frame.getClassName()) + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining(", "));
        Throwable cause = fault.getCause();
        return simple(fault.getClass().getName())
                + (cause == null ? "" : " because of " + simple(cause.getClass().getName()))
                + (frames.isEmpty() ? "" : " at " + frames);
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
