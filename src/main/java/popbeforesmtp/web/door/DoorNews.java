package popbeforesmtp.web.door;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Excerpt;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.door.Door;
import popbeforesmtp.web.bench.TalkLine;
import popbeforesmtp.web.http.ClientAddress;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.Views;

/** Finds out what is new at the door for a reader. Safe for any number of threads. */
final class DoorNews {

    /** How many lines a page is given at once. */
    private static final int SHOWN = 120;

    private final Door door;
    private final Views views;
    private final Meter meter;

    /** @param meter hears how often parts are made, and how long it takes */
    DoorNews(Door door, Views views, Meter meter) {
        this.door = door;
        this.views = views;
        this.meter = meter;
    }

    /**
     * What was said from an address, as far as it is kept and is shown.
     *
     * @param seen where the talk ends that the reader has
     */
    News.Talk talk(ClientAddress peer, long seen, Localizer words) {
        Excerpt said =
                peer.address().map(own -> door.talk(own, seen)).orElseGet(() -> new Excerpt(List.of(), door.end()));
        List<Event> talk = said.events();
        List<Event> latest = talk.subList(Math.max(0, talk.size() - SHOWN), talk.size());
        return new News.Talk(TalkLine.of(latest, words), said.end());
    }

    /**
     * What is new. A part is made only if it differs from what the reader has.
     *
     * @param seen where the talk ends that the reader has
     * @param shown the row that the reader has; nothing if it is not known
     * @param ctx how the reader wants the parts to look
     */
    News since(ClientAddress peer, long seen, @Nullable OwnRow shown, Context ctx) {
        OwnRow row = OwnRow.of(door, peer, Views.language(ctx));
        News.Talk talk = talk(peer, seen, views.wording(ctx));
        Map<String, String> parts = new LinkedHashMap<>();
        if (!talk.lines().isEmpty() || !row.equals(shown)) {
            Meter.Lap lap = meter.begin(Meter.Work.DOOR_NEWS);
            try {
                if (!talk.lines().isEmpty()) {
                    parts.put(News.LINES, views.render("door :: lines", Map.of("lines", talk.lines()), ctx));
                    parts.put(News.SAID, words(ctx).counted("door.added", count(talk.lines())));
                }
                if (!row.equals(shown)) {
                    parts.put(News.LISTED, views.render("door :: listed", Map.of("row", row), ctx));
                }
            } finally {
                lap.end();
            }
        }
        return new News(row, talk.end(), parts);
    }

    /** What is new for somebody whom there is no room for, and that there is none. */
    News withoutRoom(ClientAddress peer, long seen, Context ctx) {
        News news = since(peer, seen, null, ctx);
        Map<String, String> parts = new LinkedHashMap<>(news.parts());
        parts.put(News.SAID, words(ctx).html("notice.doorfull"));
        return new News(news.row(), news.end(), parts);
    }

    private Localizer words(Context ctx) {
        return views.wording(ctx);
    }

    private static int count(List<TalkLine> lines) {
        return lines.stream().mapToInt(line -> 1 + line.rest().size()).sum();
    }

    /** Whose news are the same: where they come from, how they read, and what they have. */
    record Reader(ClientAddress peer, String look, long seen, Optional<OwnRow> shown) {}

    /** How somebody reads, as far as it matters for what is told. */
    String look(Context ctx) {
        return views.look(ctx);
    }
}
