package popbeforesmtp.sandbox.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import popbeforesmtp.eventlog.SeatId;

/**
 * All that is kept of a world. Never changes; whatever happens makes another one.
 *
 * @param revision how often anything of it was kept; 0 if it never was, never the same twice
 * @param generation how often it began anew; never goes back
 * @param journal what was pressed since the last beginning
 * @param back the journal that undoing leads back to, if there is something to undo
 * @param former a journal from before the last beginning, whose dialogues can still be compared
 * @param seats what each seat remembers
 */
public record StoredWorld(
        long revision,
        int generation,
        Journal journal,
        Optional<Journal> back,
        Optional<Journal> former,
        Map<SeatId, SeatRecord> seats) {

    /** A world in which nothing has happened. */
    public static final StoredWorld NEW =
            new StoredWorld(0, 0, Journal.EMPTY, Optional.empty(), Optional.empty(), Map.of());

    /** Keeps the map as it is now. */
    public StoredWorld {
        seats = Map.copyOf(seats);
    }

    /** What a seat remembers. */
    public SeatRecord seat(SeatId seat) {
        return seats.getOrDefault(seat, SeatRecord.NEW);
    }

    /** The same with what a seat remembers now. */
    public StoredWorld with(SeatId seat, SeatRecord record) {
        Map<SeatId, SeatRecord> others = new HashMap<>(seats);
        others.put(seat, record);
        return new StoredWorld(revision, generation, journal, back, former, others);
    }

    /** The same after one more press; undoing takes that one back. */
    public StoredWorld pressed(JournalEntry press) {
        return new StoredWorld(
                revision,
                generation,
                journal.with(press),
                Optional.of(journal),
                leftBehind().or(() -> former),
                seats);
    }

    /** The same with other observations, which are nobody's press and are not undone alone. */
    public StoredWorld observed(Journal same) {
        return new StoredWorld(revision, generation, same, back, former, seats);
    }

    /**
     * The same after it began anew.
     *
     * @param begun what it begins with
     * @param undone what undoing leads back to; nothing is undone if that is empty
     */
    public StoredWorld begun(Journal begun, Journal undone) {
        return new StoredWorld(
                revision,
                journal.isEmpty() ? generation : generation + 1,
                begun,
                Optional.of(undone).filter(it -> !it.isEmpty()),
                leftBehind().or(() -> former),
                seats);
    }

    /** The same after its last act was undone; there is nothing more to undo. */
    public StoredWorld undone(Journal before) {
        return new StoredWorld(revision, generation + 1, before, Optional.empty(), former, seats);
    }

    /** The same under another number. */
    public StoredWorld revised(long number) {
        return new StoredWorld(number, generation, journal, back, former, seats);
    }

    /** The journals from before the last beginning, oldest first: their dialogues can still be compared. */
    public List<Journal> before() {
        return Stream.of(former, leftBehind()).flatMap(Optional::stream).toList();
    }

    /** The journal that the last beginning has left behind, if undoing leads back there and anything was pressed in it. */
    private Optional<Journal> leftBehind() {
        return back.filter(it -> it.length() > 1 && !journal.startsWith(it));
    }

    /** How many octets of memory it takes, roughly. */
    public long keptOctets() {
        return journal.keptOctets()
                + before().stream().mapToLong(Journal::keptOctets).sum()
                + seats.values().stream()
                        .mapToLong(seat -> 100 + seat.progress().keptOctets())
                        .sum();
    }
}
