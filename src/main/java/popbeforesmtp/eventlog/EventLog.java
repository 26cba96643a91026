package popbeforesmtp.eventlog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The latest events, for showing and never as the truth: the oldest go when it is full. Safe for any number of threads.
 */
public final class EventLog {

    private final int capacity;
    private final ArrayDeque<Event> events = new ArrayDeque<>();
    private long end;
    private long octets;

    /** @param capacity how many events are kept at the most, at least 1 */
    public EventLog(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
    }

    /** Adds an event. */
    public synchronized void append(Event event) {
        if (events.size() == capacity) {
            octets -= events.removeFirst().weight();
        }
        events.addLast(event);
        octets += event.weight();
        end++;
    }

    /** The position after the newest event, counted from 0 at the first event ever appended. */
    public synchronized long end() {
        return end;
    }

    /** How much memory the kept events take, roughly. */
    public synchronized long keptOctets() {
        return octets;
    }

    /**
     * The events from a position on, oldest first.
     *
     * @param position as {@link #end()} gave it; events that are no longer kept are left out
     */
    public synchronized List<Event> since(long position) {
        long first = end - events.size();
        long skip = Math.max(0, position - first);
        List<Event> found = new ArrayList<>();
        for (Event event : events) {
            if (skip-- <= 0) {
                found.add(event);
            }
        }
        return found;
    }

    /** Everything that is kept, oldest first. */
    public List<Event> all() {
        return since(0);
    }
}
