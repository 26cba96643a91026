package popbeforesmtp.web.door;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.door.Door;
import popbeforesmtp.web.http.ClientAddress;
import popbeforesmtp.web.http.LastResort;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.Visitors;

/**
 * The door: settings for a mail program to copy, and what happens there, live, to the reader's own address and to nobody
 * else's. The stream is HTML of the page's own part, once a second while something is going on. Nobody waits for a reader
 * whose line is slow.
 */
public final class DoorPages implements AutoCloseable {

    private static final String SLUG = "/door";
    private static final int MOST_WATCHERS = 200;
    private static final int MOST_AT_ONE_ADDRESS = 50;
    private static final int ASK_AGAIN_MILLIS = 60_000;
    private static final int SHOWN = 120;

    private final Door door;
    private final Views views;
    private final Visitors visitors;
    private final Meter meter;
    private final LastResort lastResort;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private boolean closed;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(DoorPages::thread);
    private final ExecutorService tellers = Executors.newCachedThreadPool(DoorPages::thread);

    /**
     * @param meter hears of watchers that there is no room for
     * @param lastResort hears what goes wrong while people watch
     */
    public DoorPages(Door door, Views views, Visitors visitors, Meter meter, LastResort lastResort) {
        this.door = door;
        this.views = views;
        this.visitors = visitors;
        this.meter = meter;
        this.lastResort = lastResort;
    }

    /** Begins to tell those who watch. To be called once, before anybody does. */
    public void begin() {
        Future<?> unused = ticker.scheduleWithFixedDelay(
                lastResort.guard("telling who watches the door", this::tick), 1, 1, TimeUnit.SECONDS);
    }

    /** How many watch. */
    public int watching() {
        return watchers.size();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "door");
        thread.setDaemon(true);
        return thread;
    }

    /** Somebody who has the page open. Only who has made it busy changes what was shown. */
    private static final class Watcher {
        final SseClient client;
        final ClientAddress peer;
        final AtomicBoolean busy = new AtomicBoolean();
        String shown = "";
        int quiet;

        Watcher(SseClient client, ClientAddress peer) {
            this.client = client;
            this.peer = peer;
        }
    }

    public void show(Context ctx) {
        visitors.greet(ctx);
        ctx.render("door", model(ctx, visitors.peer(ctx)));
    }

    /** Keeps a reader's page up to date until the reader leaves; whoever is one too many is told, and asks again later. */
    public void stream(Context ctx) throws Exception {
        ClientAddress peer = visitors.peer(ctx);
        if (hasRoom(peer)) {
            new SseHandler(client -> watch(client, peer)).handle(ctx);
        } else {
            meter.refused(Meter.Limit.WATCHERS);
            String html = views.render("error :: result", Map.of("key", "doorfull"), ctx)
                    + views.render("door :: live", model(ctx, peer), ctx);
            ctx.contentType("text/event-stream; charset=utf-8");
            ctx.result("retry: " + ASK_AGAIN_MILLIS + "\nevent: door\n" + html.replaceAll("(?m)^", "data: ") + "\n\n");
        }
    }

    private boolean hasRoom(ClientAddress peer) {
        List<Watcher> now = List.copyOf(watchers);
        return now.size() < MOST_WATCHERS
                && now.stream()
                                .filter(watcher -> watcher.peer.share().equals(peer.share()))
                                .count()
                        < MOST_AT_ONE_ADDRESS;
    }

    private synchronized void watch(SseClient client, ClientAddress peer) {
        if (closed || !hasRoom(peer)) {
            client.close();
            return;
        }
        Watcher watcher = new Watcher(client, peer);
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

    private void tellOrClose(Watcher watcher) {
        try {
            tell(watcher);
            watcher.busy.set(false);
        } catch (RuntimeException e) {
            watcher.client.close();
        }
    }

    /** Tells one what has changed. */
    private void tell(Watcher watcher) {
        Context ctx = watcher.client.ctx();
        String html = views.render("door :: live", model(ctx, watcher.peer), ctx);
        if (!html.equals(watcher.shown)) {
            watcher.shown = html;
            watcher.quiet = 0;
            watcher.client.sendEvent("door", html);
        } else if (++watcher.quiet % 15 == 0) {
            watcher.client.sendComment("still here");
        }
    }

    private Map<String, Object> model(Context ctx, ClientAddress peer) {
        Localizer words = views.wording(ctx);
        List<Event> talk = peer.address().map(door::talk).orElse(List.of());
        List<Event> latest = talk.subList(Math.max(0, talk.size() - SHOWN), talk.size());
        String host = ctx.host();
        return Map.of(
                "host",
                host == null ? "localhost" : host.replaceFirst(":\\d+$", ""),
                "door",
                DoorView.of(door, peer, latest, words),
                "frame",
                new PageChrome(words.language(), SLUG, "", "door.title"));
    }

    @Override
    public synchronized void close() {
        closed = true;
        ticker.shutdownNow();
        tellers.shutdownNow();
        watchers.forEach(watcher -> watcher.client.close());
    }
}
