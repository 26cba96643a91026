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
        this(capacity, 0);
    }

    /**
     * @param capacity how many events are kept at the most, at least 1
     * @param begin the position of the first event
     */
    public EventLog(int capacity, long begin) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
        this.end = begin;
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

    /** How much memory the kept events take, roughly. */
    public synchronized long keptOctets() {
        return octets;
    }

    /**
     * The events from a position on.
     *
     * @param position where an excerpt ended; events that are no longer kept are left out
     */
    public synchronized Excerpt since(long position) {
        long first = end - events.size();
        long skip = Math.max(0, position - first);
        List<Event> found = new ArrayList<>();
        for (Event event : events) {
            if (skip-- <= 0) {
                found.add(event);
            }
        }
        return new Excerpt(found, end);
    }

    /** Everything that is kept, oldest first. */
    public List<Event> all() {
        return since(0).events();
    }
}
