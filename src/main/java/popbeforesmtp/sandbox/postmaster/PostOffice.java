package popbeforesmtp.sandbox.postmaster;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.sandbox.world.Worlds;

/**
 * Plays days. A day follows from its rule, so it is played once, in a world that nobody has and nothing keeps. Safe for any
 * number of threads.
 */
public final class PostOffice {

    /** How many of the stranger's letters are really sent. */
    public static final int TRIED = Script.TRIED;

    private static final int REMEMBERED = 32;

    private final Worlds worlds;
    private final Map<PostmasterRule, Day> days = new LinkedHashMap<>(16, 0.75f, true);

    public PostOffice(Worlds worlds) {
        this.worlds = worlds;
    }

    /** Whether a day need not be played. */
    public synchronized boolean isPlayed(PostmasterRule rule) {
        return days.containsKey(rule);
    }

    /** The day under a rule; nothing if this machine failed. */
    public Optional<Day> day(PostmasterRule rule) {
        synchronized (this) {
            Day known = days.get(rule);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Script script = Script.of(rule);
        List<WorldView> stands = worlds.playedApart(script.journal(), rule);
        if (stands.isEmpty()) {
            return Optional.empty();
        }
        List<Visit> visits = script.letters().stream()
                .map(letter -> new Visit(letter.who(), letter.side(), decided(letter, stands)))
                .toList();
        return Optional.of(remember(new Day(rule, visits)));
    }

    /** The world right after a letter was decided. */
    private static WorldView decided(Script.Letter letter, List<WorldView> stands) {
        int last = letter.entries().get(letter.entries().size() - 1);
        return letter.entries().stream()
                .map(stands::get)
                .filter(stand -> stand.result().flatMap(Result::outcome).isPresent())
                .findFirst()
                .orElse(stands.get(last));
    }

    private synchronized Day remember(Day day) {
        days.put(day.rule(), day);
        Iterator<PostmasterRule> oldest = days.keySet().iterator();
        while (days.size() > REMEMBERED) {
            oldest.next();
            oldest.remove();
        }
        return day;
    }
}
