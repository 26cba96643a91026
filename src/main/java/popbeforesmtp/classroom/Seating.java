package popbeforesmtp.classroom;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import popbeforesmtp.sandbox.press.Press;

/**
 * The seats of a class. Never changes; whatever happens makes another one.
 *
 * @param capacity how many seats there are, 1 to {@value #MOST}
 * @param known those on which somebody sits or has sat, by number
 */
public record Seating(int capacity, Map<Integer, Seat> known) {

    /** How many seats a class has at first. */
    public static final int USUAL = 40;

    /** How many it can have. */
    public static final int MOST = Press.SendCard.SEATS;

    private static final int MORE = 10;

    /** Nobody is there yet. */
    static final Seating EMPTY = new Seating(USUAL, Map.of());

    /** Keeps the seats as they are now. */
    public Seating {
        known = Map.copyOf(known);
    }

    /** Whether there is a seat of that number. */
    public boolean has(int number) {
        return number >= 1 && number <= capacity;
    }

    /** The seat of that number. */
    public Seat seat(int number) {
        return known.getOrDefault(number, Seat.empty(number));
    }

    /** All seats in their order. */
    public List<Seat> all() {
        return IntStream.rangeClosed(1, capacity).mapToObj(this::seat).toList();
    }

    /** Those on which somebody sits. */
    public List<Seat> taken() {
        return all().stream().filter(Seat::isTaken).toList();
    }

    /** Whether nobody else finds a seat. */
    public boolean isFull() {
        return taken().size() >= capacity;
    }

    /** Those that call, the longest waiting first. */
    public List<Seat> calling() {
        return taken().stream()
                .filter(seat -> seat.call().isPresent())
                .sorted(Comparator.comparing(
                        seat -> seat.call().map(Call::since).orElseThrow()))
                .toList();
    }

    /** Whether that is what the browser at a seat was given; nothing if there is no such seat. */
    Optional<Seat> held(int number, String holder) {
        return Optional.of(seat(number))
                .filter(seat -> seat.isTaken() && seat.holder().equals(holder));
    }

    /** The same with ten seats more, as far as there may be. */
    Seating larger() {
        return new Seating(Math.min(MOST, capacity + MORE), known);
    }

    /** The same with one seat changed. */
    Seating with(int number, UnaryOperator<Seat> change) {
        Map<Integer, Seat> others = new TreeMap<>(known);
        others.put(number, change.apply(seat(number)));
        return new Seating(capacity, others);
    }

    /** The same with no marks on any seat. */
    Seating unmarked() {
        Map<Integer, Seat> others = new TreeMap<>();
        known.forEach((number, seat) -> others.put(number, seat.marked(Seat.Mark.NONE)));
        return new Seating(capacity, others);
    }
}
