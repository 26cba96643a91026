package popbeforesmtp.sandbox.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.StateLink;

/**
 * What was pressed, from the start of a world on. Together with the real servers it is the whole world: mailboxes, lists and
 * dialogues follow from playing it. Never changes; a press makes a longer one.
 *
 * @param entries the first is a {@link Press.Begin}, if there is any
 */
public record Journal(List<JournalEntry> entries) {

    /** How many presses of one seat may follow the start. */
    public static final int BOUND = 200;

    /** How many presses each seat of a class has in a round. */
    public static final int ROUND_BOUND = 10;

    /** Nothing yet. */
    public static final Journal EMPTY = new Journal(List.of());

    /** Stands for one that was kept and cannot be read: it cannot be played either, and its world starts afresh. */
    public static final Journal UNREADABLE =
            new Journal(List.of(JournalEntry.unplayed(SeatId.FIRST, new Press.LineCut())));

    /** Keeps the entries as they are now. */
    public Journal {
        entries = List.copyOf(entries);
    }

    /** One that has only begun. */
    public static Journal begin(SeatId seat, SetUp setUp) {
        return EMPTY.with(JournalEntry.unplayed(seat, new Press.Begin(setUp)));
    }

    /** The same with one more entry. */
    public Journal with(JournalEntry entry) {
        return with(List.of(entry));
    }

    /** The same with more entries. */
    public Journal with(List<JournalEntry> more) {
        List<JournalEntry> longer = new ArrayList<>(entries.size() + more.size());
        longer.addAll(entries);
        longer.addAll(more);
        return new Journal(longer);
    }

    /** How many entries there are, the beginning included. */
    public int length() {
        return entries.size();
    }

    /** Whether it goes on where another one ends, or is that one. */
    public boolean startsWith(Journal other) {
        return length() >= other.length() && entries.subList(0, other.length()).equals(other.entries);
    }

    /** Whether nothing has begun. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** How many entries are a seat's own presses; what was only observed there is none. */
    public int presses(SeatId seat) {
        return (int) entries.stream()
                .filter(entry -> entry.seat().equals(seat) && !(entry.press() instanceof Press.LineCut))
                .count();
    }

    /** Whether a seat may not press any more; in a class, the teacher's desk may as often as somebody alone. */
    public boolean isFull(SeatId seat) {
        boolean inClass = setUp().room().isRound() && !seat.equals(SeatId.DESK);
        return inClass ? presses(seat) >= ROUND_BOUND : presses(seat) > BOUND;
    }

    /** Whether nobody but one seat has pressed. */
    public boolean isOf(SeatId seat) {
        return entries.stream().allMatch(entry -> entry.seat().equals(seat));
    }

    /** How the world of this journal started. */
    public SetUp setUp() {
        return ((Press.Begin) entries.get(0).press()).setUp();
    }

    /** The state that it leads to, as a link; nothing if it has more presses than a link carries, or typed lines. */
    public Optional<StateLink> link() {
        return entries.size() > StateLink.MOST + 1 || setUp().room().isRound()
                ? Optional.empty()
                : StateLink.of(
                        setUp(),
                        entries.stream().skip(1).map(JournalEntry::press).toList());
    }

    /** How many octets of memory it takes, roughly. */
    public long keptOctets() {
        return entries.stream()
                .mapToLong(entry -> 80
                        + (entry.press() instanceof Press.Type type
                                ? 2L * type.line().length()
                                : 0))
                .sum();
    }
}
