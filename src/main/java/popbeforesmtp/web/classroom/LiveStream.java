package popbeforesmtp.web.classroom;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import popbeforesmtp.classroom.Classroom;
import popbeforesmtp.web.http.LastResort;

/**
 * Tells the pages of teachers and projectors what has moved: looks every half second, makes their moving part anew only if
 * the class has changed, and sends it only if that shows something else. Nobody waits for a reader whose line is slow. Who is
 * one too many, or cannot be told, asks every few seconds instead.
 */
final class LiveStream implements AutoCloseable {

    private static final int MOST = 300;
    private static final int MOST_A_CLASS = 10;
    private static final int TICK_MILLIS = 500;
    /** How many ticks without a word a line is kept quiet, and after how many the minutes that somebody waits may differ. */
    private static final int QUIET = 30;

    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(LiveStream::thread);
    private final ExecutorService tellers = Executors.newCachedThreadPool(LiveStream::thread);
    private volatile boolean closed;

    /** @param lastResort hears what goes wrong while people watch */
    LiveStream(LastResort lastResort) {
        Future<?> unused = ticker.scheduleWithFixedDelay(
                lastResort.guard("telling who watches a class", this::tick),
                TICK_MILLIS,
                TICK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "class");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * What somebody watches.
     *
     * @param classroom the class
     * @param html makes the part that moves
     */
    record Watched(Classroom classroom, Supplier<String> html) {}

    /** Somebody who has a page open. Only who has made it busy changes the rest. */
    private static final class Watcher {
        final SseClient client;
        final Watched watched;
        final AtomicBoolean busy = new AtomicBoolean();
        long revision = -1;
        String shown = "";
        int quiet;

        Watcher(SseClient client, Watched watched) {
            this.client = client;
            this.watched = watched;
        }
    }

    /** Keeps a page up to date until its reader leaves; or answers once, if it is asked with {@code once}. */
    void stream(Context ctx, Watched watched) throws Exception {
        if (ctx.queryParam("once") != null) {
            ctx.html(watched.html().get());
        } else if (closed || !hasRoom(watched)) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
        } else {
            // nginx passes each word on at once then, also where nobody told it to.
            ctx.header("X-Accel-Buffering", "no");
            new SseHandler(client -> watch(client, watched)).handle(ctx);
        }
    }

    private boolean hasRoom(Watched watched) {
        long same = watchers.stream()
                .filter(each -> each.watched.classroom().equals(watched.classroom()))
                .count();
        return watchers.size() < MOST && same < MOST_A_CLASS;
    }

    private synchronized void watch(SseClient client, Watched watched) {
        if (closed) {
            client.close();
            return;
        }
        Watcher watcher = new Watcher(client, watched);
        client.keepAlive();
        client.onClose(() -> watchers.remove(watcher));
        watchers.add(watcher);
    }

    private void tick() {
        watchers.removeIf(watcher -> watcher.client.terminated());
        for (Watcher watcher : watchers) {
            if (watcher.busy.compareAndSet(false, true)) {
                tellers.execute(() -> tellOrClose(watcher));
            }
        }
    }

    private static void tellOrClose(Watcher watcher) {
        try {
            tell(watcher);
            watcher.busy.set(false);
        } catch (RuntimeException e) {
            watcher.client.close();
        }
    }

    private static void tell(Watcher watcher) {
        long revision = watcher.watched.classroom().revision();
        watcher.quiet++;
        if (revision == watcher.revision && watcher.quiet % QUIET != 0) {
            return;
        }
        watcher.revision = revision;
        String html = watcher.watched.html().get();
        if (!html.equals(watcher.shown)) {
            watcher.shown = html;
            watcher.client.sendEvent("live", html);
        } else {
            watcher.client.sendComment("still here");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        ticker.shutdownNow();
        tellers.shutdownNow();
        watchers.forEach(watcher -> watcher.client.close());
    }
}
