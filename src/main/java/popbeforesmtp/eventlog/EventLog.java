package popbeforesmtp.eventlog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The append-only, bounded log of a world: the oldest events go when it is full. Safe for any number of threads; a
 * listener that does not keep up is dropped, never waited for.
 */
public final class EventLog {

    private final int capacity;
    private final ArrayDeque<Event> events = new ArrayDeque<>();
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private long end;
    private long octets;

    /** @param capacity how many events are kept at the most, at least 1 */
    public EventLog(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
    }

    /** Adds an event and passes it to the listeners without waiting for them. */
    public synchronized void append(Event event) {
        if (events.size() == capacity) {
            octets -= events.removeFirst().weight();
        }
        events.addLast(event);
        octets += event.weight();
        end++;
        subscriptions.removeIf(subscription -> !subscription.offer(event));
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

    /**
     * Listens: first everything that is kept, then what comes, without a gap or a double.
     *
     * @param room how many events may wait for the listener before it is dropped, beyond those kept now
     */
    public synchronized Subscription subscribe(int room) {
        Subscription subscription = new Subscription(events.size() + room);
        subscription.queue.addAll(events);
        subscriptions.add(subscription);
        return subscription;
    }

    /** One listener's place at the log. Close it when done. */
    public final class Subscription implements AutoCloseable {

        private final BlockingQueue<Event> queue;
        private volatile boolean dropped;

        private Subscription(int room) {
            queue = new ArrayBlockingQueue<>(Math.max(1, room));
        }

        private boolean offer(Event event) {
            dropped = !queue.offer(event);
            return !dropped;
        }

        /** The events that wait, oldest first; never blocks. */
        public BlockingQueue<Event> events() {
            return queue;
        }

        /** Whether the listener was too slow and gets no more events. */
        public boolean isDropped() {
            return dropped;
        }

        @Override
        public void close() {
            subscriptions.remove(this);
        }
    }
}
