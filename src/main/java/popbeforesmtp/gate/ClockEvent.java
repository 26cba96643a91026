package popbeforesmtp.gate;

import java.time.Instant;
import java.util.List;

/**
 * Something that the keeper of a list does because its time has come, not because of a caller.
 *
 * @param kind what it does
 * @param at when
 * @param listed what it wrote into the list or renewed in it, as it stands there
 * @param removed what it took out
 */
public record ClockEvent(Kind kind, Instant at, List<String> listed, List<String> removed) {

    /** What a keeper does. */
    public enum Kind {
        /** The watcher looks into the log. */
        LOOK,
        /** The daemon looks through the list for rows whose time is up. */
        SWEEP,
        /** Cron does. */
        CRON,
        /** A keeper that slept begins again. */
        START
    }

    /** Keeps the lists as they are now. */
    public ClockEvent {
        listed = List.copyOf(listed);
        removed = List.copyOf(removed);
    }

    /** One that changes nothing, or is still to come. */
    static ClockEvent bare(Kind kind, Instant at) {
        return new ClockEvent(kind, at, List.of(), List.of());
    }

    /** Whether it changed the list. */
    public boolean didSomething() {
        return !listed.isEmpty() || !removed.isEmpty();
    }
}
