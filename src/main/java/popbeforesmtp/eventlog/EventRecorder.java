package popbeforesmtp.eventlog;

import java.util.ArrayList;
import java.util.List;

/**
 * All that happens during one press, without a bound: what the press led to is found in it. What is kept for showing is cut
 * from that later. Events may come from any thread; one thread asks.
 */
public final class EventRecorder {

    private List<Event> events = new ArrayList<>();

    /** Adds an event. */
    public synchronized void append(Event event) {
        events.add(event);
    }

    /** The place after the newest event, for {@link #since}. */
    public synchronized int mark() {
        return events.size();
    }

    /** The events from a mark on, oldest first. */
    public synchronized List<Event> since(int mark) {
        return List.copyOf(events.subList(mark, events.size()));
    }

    /** Everything, oldest first; the next press begins with nothing. */
    public synchronized List<Event> take() {
        List<Event> taken = events;
        events = new ArrayList<>();
        return taken;
    }
}
