package popbeforesmtp.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.Result;

/**
 * A dialogue as it is shown: bounded, and it says what was left out. The beginnings of its sessions, its latest events and
 * the line that decided are always there.
 *
 * @param events oldest first; empty before the first dialogue
 * @param earlier how many lines stood between the beginning and the latest ones and are no longer kept
 * @param cause what the press led to that made it what it is
 */
public record Dialogue(List<Event> events, int earlier, Optional<Result> cause) {

    /** Before anything was said. */
    public static final Dialogue NONE = new Dialogue(List.of(), 0, Optional.empty());

    /** How many events are kept, besides those that are always there. */
    static final int MOST = 400;

    /** Keeps the list as it is now. */
    public Dialogue {
        events = List.copyOf(events);
    }

    /** The dialogue with what one more press has added. */
    Dialogue with(List<Event> more, Result led) {
        return with(more, Optional.of(led));
    }

    /** The dialogue with what was done since without anybody's talking; its cause stays. */
    Dialogue withAside(List<Event> more) {
        return with(more, cause);
    }

    private Dialogue with(List<Event> more, Optional<Result> led) {
        List<Event> all = new ArrayList<>(events);
        all.addAll(more);
        int latest = all.size() - MOST;
        List<Event> shown = new ArrayList<>();
        int left = earlier;
        for (int i = 0; i < all.size(); i++) {
            int at = i;
            Event event = all.get(i);
            if (i >= latest
                    || event instanceof Event.SessionOpened
                    || led.filter(made -> decides(all, at, made)).isPresent()) {
                shown.add(event);
            } else if (isLine(event)) {
                left++;
            }
        }
        return new Dialogue(shown, left, led);
    }

    /** Whether an event decided, or is what was decided right before it was said. */
    private static boolean decides(List<Event> all, int i, Result led) {
        Event next = i + 1 < all.size() ? all.get(i + 1) : all.get(i);
        return led.receiving()
                        .flatMap(half -> half.key())
                        .filter(key -> isKey(key, all.get(i), next))
                        .isPresent()
                || led.sending()
                        .flatMap(half -> half.key())
                        .filter(key -> isKey(key, all.get(i), next))
                        .isPresent();
    }

    private static boolean isKey(ExchangeResult.Key key, Event event, Event next) {
        return key.event() == event || key.event() == next;
    }

    private static boolean isLine(Event event) {
        return event instanceof Event.Said || event instanceof Event.Letter || event instanceof Event.CallFailed;
    }

    /** How many octets of memory it takes, roughly. */
    long weight() {
        return 100 + events.stream().mapToLong(Event::weight).sum();
    }
}
