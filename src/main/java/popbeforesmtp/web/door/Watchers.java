package popbeforesmtp.web.door;

import io.javalin.http.sse.SseClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.web.http.ClientAddress;
import popbeforesmtp.web.http.LastResort;

/**
 * Those who have the door's page open. Once a second each of them is told what is new; it is made once for all who see the
 * same, and not at all when nothing is. Nobody waits for a reader whose line is slow: that one hears all of it later, at once.
 */
final class Watchers implements AutoCloseable {

    private static final int MOST = 200;
    private static final int MOST_AT_ONE_ADDRESS = 50;

    /** After so many silent seconds a word is said that keeps the line open. */
    private static final int QUIET_SECONDS = 15;

    private final DoorNews news;
    private final LastResort lastResort;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private boolean closed;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(Watchers::thread);
    private final ExecutorService tellers = Executors.newCachedThreadPool(Watchers::thread);

    /** @param lastResort hears what goes wrong while people watch */
    Watchers(DoorNews news, LastResort lastResort) {
        this.news = news;
        this.lastResort = lastResort;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "door");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to tell. */
    void begin() {
        Future<?> unused = ticker.scheduleWithFixedDelay(
                lastResort.guard("telling who watches the door", this::tick), 1, 1, TimeUnit.SECONDS);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** How many watch. */
    int size() {
        return watchers.size();
    }

    /**
     * Gives somebody a place.
     *
     * @param seen where the talk ends that the reader has
     * @return nothing if there is no room
     */
    synchronized Optional<Watcher> admit(ClientAddress peer, long seen) {
        long here = watchers.stream()
                .filter(watcher -> watcher.peer.share().equals(peer.share()))
                .count();
        if (closed || watchers.size() >= MOST || here >= MOST_AT_ONE_ADDRESS) {
            return Optional.empty();
        }
        Watcher watcher = new Watcher(peer, seen);
        watchers.add(watcher);
        return Optional.of(watcher);
    }

    private void tick() {
        watchers.removeIf(Watcher::hasLeft);
        Map<DoorNews.Reader, News> made = new HashMap<>();
        for (Watcher watcher : watchers) {
            SseClient client = watcher.client;
            if (client != null && !watcher.busy.get()) {
                DoorNews.Reader reader = new DoorNews.Reader(
                        watcher.peer, news.look(client.ctx()), watcher.seen, Optional.ofNullable(watcher.shown));
                watcher.hear(
                        client,
                        made.computeIfAbsent(
                                reader, same -> news.since(same.peer(), same.seen(), watcher.shown, client.ctx())));
            }
        }
    }

    /** Somebody who has the page open, or is about to. Only who has made it busy changes what it has seen. */
    final class Watcher {

        private final ClientAddress peer;
        private final AtomicBoolean busy = new AtomicBoolean();
        private volatile long seen;
        private volatile @Nullable OwnRow shown;
        private volatile @Nullable SseClient client;
        private int quiet;

        private Watcher(ClientAddress peer, long seen) {
            this.peer = peer;
            this.seen = seen;
        }

        /** The line to the reader is open; it is closed again at once if that has come after the end. */
        void watch(SseClient open) {
            open.keepAlive();
            open.onClose(() -> watchers.remove(this));
            client = open;
            if (isClosed()) {
                open.close();
            }
        }

        /** Whether the reader is gone, or has not come to take the place. */
        private boolean hasLeft() {
            SseClient line = client;
            return line == null ? ++quiet > QUIET_SECONDS : line.terminated();
        }

        private void hear(SseClient line, News told) {
            if (!told.parts().isEmpty() || ++quiet % QUIET_SECONDS == 0) {
                busy.set(true);
                tellers.execute(() -> tell(line, told));
            }
        }

        private void tell(SseClient line, News told) {
            try {
                told.parts().forEach((event, html) -> line.sendEvent(event, html, Long.toString(told.end())));
                if (told.parts().isEmpty()) {
                    line.sendComment("still here");
                }
                seen = told.end();
                shown = told.row();
                busy.set(false);
            } catch (RuntimeException e) {
                line.close();
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        ticker.shutdownNow();
        tellers.shutdownNow();
        for (Watcher watcher : watchers) {
            SseClient client = watcher.client;
            if (client != null) {
                client.close();
            }
        }
    }
}
