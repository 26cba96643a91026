package popbeforesmtp.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;

/**
 * What was pressed, from the start of a world on. Together with the real servers it is the whole world: mailboxes, lists
 * and dialogues follow from playing it. Never changes; a press makes a longer one.
 *
 * @param entries the first is a {@link Press.Begin}, if there is any
 */
record Journal(List<Entry> entries) {

    /** How many presses may follow the start. */
    static final int BOUND = 200;

    static final Journal EMPTY = new Journal(List.of());

    /** A press and whose it was. */
    record Entry(SeatId seat, Press press) {}

    Journal {
        entries = List.copyOf(entries);
    }

    static Journal begin(SeatId seat, SetUp setUp) {
        return EMPTY.with(seat, new Press.Begin(setUp));
    }

    Journal with(SeatId seat, Press press) {
        List<Entry> longer = new ArrayList<>(entries);
        longer.add(new Entry(seat, press));
        return new Journal(longer);
    }

    int length() {
        return entries.size();
    }

    /** The presses of all seats, {@link Press.Begin} first. */
    List<Press> presses() {
        return entries.stream().map(Entry::press).toList();
    }

    /** How much memory it takes, roughly. */
    long keptOctets() {
        return entries.stream()
                .mapToLong(entry -> 60
                        + (entry.press() instanceof Press.Type type
                                ? 2L * type.line().length()
                                : 0))
                .sum();
    }

    boolean isFull() {
        return length() > BOUND;
    }

    /** How the world of this journal started. */
    SetUp setUp() {
        return ((Press.Begin) entries.get(0).press()).setUp();
    }
}
