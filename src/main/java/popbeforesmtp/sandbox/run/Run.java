package popbeforesmtp.sandbox.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.journal.JournalEntry;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.world.WorldView;

/**
 * A played run: the world as it stood after each press, and between them after each line that was said. Never changes.
 *
 * <p>A press is counted from 0, the start; a line from 0, before the first one of the press, to {@link #lines}.
 */
public final class Run {

    private static final long WEIGHT_OF_A_STAND = 2_000;

    private final Journal journal;
    private final List<WorldView> stands;

    /** @param stands one for each entry of the journal */
    Run(Journal journal, List<WorldView> stands) {
        this.journal = journal;
        this.stands = List.copyOf(stands);
    }

    /** What was pressed. */
    public Journal journal() {
        return journal;
    }

    /** How many presses followed the start. */
    public int presses() {
        return stands.size() - 1;
    }

    /** A press. */
    public Press press(int at) {
        return journal.entries().get(at).press();
    }

    /** The world as it stood after a press. */
    public WorldView after(int at) {
        return stands.get(at);
    }

    /** Whether any of it was typed by hand. */
    public boolean isTyped() {
        return journal.entries().stream().anyMatch(entry -> entry.press() instanceof Press.Type);
    }

    /** How many lines were said in a press; the lines of one reply count as one. */
    public int lines(int at) {
        return stops(at).size();
    }

    /** The world as it stood in a press when so many of its lines had been said. What the other lines cause is not there yet. */
    public WorldView during(int at, int line) {
        List<Integer> stops = stops(at);
        if (at == 0 || line >= stops.size()) {
            return after(at);
        }
        int shown = line == 0 ? old(at) : stops.get(line - 1);
        return Partial.of(after(at - 1), after(at), shown);
    }

    /**
     * What was pressed up to a line of a press, so that somebody else can go on from there. In the middle of what a program
     * said, the same lines are typed by hand.
     *
     * @return the whole press, if after that line nothing can be typed that leads to the same: then the one before it
     */
    public Journal until(int at, int line) {
        if (at == 0 || line >= lines(at)) {
            return first(at + 1);
        }
        return line == 0 ? first(at) : typed(at, line).map(first(at)::with).orElse(first(at));
    }

    /** Whether the lines of a press can be typed up to there. */
    public boolean canGoOn(int at, int line) {
        return line > 0 && line < lines(at) && typed(at, line).isPresent();
    }

    private Journal first(int entries) {
        return new Journal(journal.entries().subList(0, entries));
    }

    /** The lines of the first session of a press as if they had been typed. */
    private Optional<List<JournalEntry>> typed(int at, int line) {
        List<Event> said = after(at).talk().subList(old(at), stops(at).get(line - 1));
        boolean byProgram = press(at) instanceof Press.Receive
                || press(at) instanceof Press.Send
                || press(at) instanceof Press.SendReceive;
        long sessions =
                said.stream().filter(Event.SessionOpened.class::isInstance).count();
        if (!byProgram || sessions != 1 || said.stream().anyMatch(Event.Letter.class::isInstance)) {
            return Optional.empty();
        }
        List<JournalEntry> typed = new ArrayList<>();
        try {
            for (Event event : said) {
                if (event instanceof Event.SessionOpened opened) {
                    String domain = opened.dialled().substring(opened.dialled().indexOf('.') + 1);
                    typed.add(entry(at, new Press.Open(domain, opened.port())));
                } else if (event instanceof Event.Said words && words.speaker() == Speaker.CLIENT) {
                    typed.add(entry(at, new Press.Type(words.line())));
                }
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(typed);
    }

    private JournalEntry entry(int at, Press press) {
        return JournalEntry.unplayed(journal.entries().get(at).seat(), press);
    }

    /** How many events of the dialogue that a press shows were said before it. */
    private int old(int at) {
        List<Event> talk = after(at).talk();
        if (at == 0 || !isTold(at)) {
            return talk.size();
        }
        Set<Event> before = Collections.newSetFromMap(new IdentityHashMap<>());
        before.addAll(after(at - 1).talk());
        int old = 0;
        for (int i = 0; i < talk.size(); i++) {
            old = before.contains(talk.get(i)) ? i + 1 : old;
        }
        return old;
    }

    /** Whether the dialogue that is shown then comes from this press. */
    private boolean isTold(int at) {
        return after(at).result().isPresent()
                && after(at).talked().equals(after(at).result());
    }

    /** Where one may stop in the dialogue: how many of its events are then shown. */
    private List<Integer> stops(int at) {
        List<Event> talk = after(at).talk();
        List<Integer> stops = new ArrayList<>();
        boolean server = false;
        for (int i = old(at); i < talk.size(); i++) {
            Event event = talk.get(i);
            if (event instanceof Event.SessionOpened) {
                server = false;
            } else if (Partial.isLine(event)) {
                boolean more = event instanceof Event.Said said && said.speaker() == Speaker.SERVER;
                if (more && server && !stops.isEmpty()) {
                    stops.remove(stops.size() - 1);
                }
                stops.add(i + 1);
                server = more;
            }
        }
        return stops;
    }

    /** How much memory it takes, roughly. */
    long octets() {
        Set<Event> events = new HashSet<>();
        stands.forEach(stand -> events.addAll(stand.talk()));
        return stands.size() * WEIGHT_OF_A_STAND
                + events.stream().mapToLong(Event::weight).sum();
    }
}
