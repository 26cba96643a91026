package popbeforesmtp.sandbox.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.eventlog.SeatId;

/**
 * All that is kept of a world.
 *
 * @param generation how often it began anew; never goes back
 * @param journal what was pressed since the last beginning
 * @param back the journal that undoing leads back to, if there is something to undo
 * @param seats what each seat remembers
 */
public record StoredWorld(int generation, Journal journal, Optional<Journal> back, Map<SeatId, SeatRecord> seats) {

    /** A world in which nothing has happened. */
    public static final StoredWorld NEW = new StoredWorld(0, Journal.EMPTY, Optional.empty(), Map.of());

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
        return new StoredWorld(generation, journal, back, others);
    }

    /** How many octets of memory it takes, roughly. */
    public long keptOctets() {
        long going = back.filter(former -> former.length() >= journal.length())
                .map(Journal::keptOctets)
                .orElse(0L);
        return journal.keptOctets()
                + going
                + seats.values().stream()
                        .mapToLong(seat -> 100 + seat.progress().keptOctets())
                        .sum();
    }

    /** Where it stands: grows with every act, and is never the same twice. */
    public Position position() {
        return new Position(generation, journal.length());
    }

    /**
     * A place in the life of a world.
     *
     * @param generation how often it began anew
     * @param length how many entries its journal has
     */
    public record Position(int generation, int length) {}
}
