package popbeforesmtp.web.door;

import io.javalin.http.Context;
import io.javalin.http.sse.SseHandler;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.door.Door;
import popbeforesmtp.web.http.ClientAddress;
import popbeforesmtp.web.http.LastResort;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.Visitors;

/**
 * The door: settings for a mail program to copy, and what happens there, live, to the reader's own address and to nobody
 * else's.
 */
public final class DoorPages implements AutoCloseable {

    private static final String SLUG = "/door";
    private static final int ASK_AGAIN_MILLIS = 60_000;

    private final Door door;
    private final Views views;
    private final Visitors visitors;
    private final Meter meter;
    private final DoorNews news;
    private final Watchers watchers;

    /**
     * @param meter hears of watchers that there is no room for, and how long it takes to tell the others
     * @param lastResort hears what goes wrong while people watch
     */
    public DoorPages(Door door, Views views, Visitors visitors, Meter meter, LastResort lastResort) {
        this.door = door;
        this.views = views;
        this.visitors = visitors;
        this.meter = meter;
        this.news = new DoorNews(door, views, meter);
        this.watchers = new Watchers(news, lastResort);
    }

    /** Begins to tell those who watch. To be called once, before anybody does. */
    public void begin() {
        watchers.begin();
    }

    /** How many watch. */
    public int watching() {
        return watchers.size();
    }

    public void show(Context ctx) {
        visitors.greet(ctx);
        String host = ctx.host();
        ClientAddress peer = visitors.peer(ctx);
        News.Talk talk = news.talk(peer, 0, views.wording(ctx));
        ctx.render(
                "door",
                Map.of(
                        "door",
                        new DoorSettings(
                                host == null ? "localhost" : host.replaceFirst(":\\d+$", ""),
                                door.pop3Port(),
                                door.smtpPort()),
                        "row",
                        OwnRow.of(door, peer, Views.language(ctx)),
                        "lines",
                        talk.lines(),
                        "end",
                        talk.end(),
                        "frame",
                        new PageChrome(Views.language(ctx), SLUG, "", "door.title")));
    }

    /** Keeps a reader's page up to date until the reader leaves; whoever is one too many is told, and asks again later. */
    public void stream(Context ctx) throws Exception {
        ClientAddress peer = visitors.peer(ctx);
        long seen = seen(ctx);
        Optional<Watchers.Watcher> place = watchers.admit(peer, seen);
        if (place.isPresent()) {
            new SseHandler(place.get()::watch).handle(ctx);
        } else {
            meter.refused(Meter.Limit.WATCHERS);
            ctx.contentType("text/event-stream; charset=utf-8");
            ctx.result(news.withoutRoom(peer, seen, ctx).asStream(ASK_AGAIN_MILLIS));
        }
    }

    /** Where the talk ends that the reader has: as the last event said, or the page. */
    private static long seen(Context ctx) {
        return Optional.ofNullable(ctx.header("Last-Event-ID"))
                .or(() -> Optional.ofNullable(ctx.queryParam("after")))
                .filter(position -> position.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    @Override
    public void close() {
        watchers.close();
    }
}
