package popbeforesmtp.sandbox.world;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.gate.KeptRow;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.console.OpenLine;
import popbeforesmtp.sandbox.explain.Deed;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.hosts.Keeping;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Person;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.StateLink;

/**
 * A world as one seat sees it now: a snapshot, safe to read while the world goes on.
 *
 * @param moment where it stands
 * @param setUp how the world started
 * @param sitting where and how the learner sits
 * @param result what the last press led to; nothing at the start
 * @param dialogue the latest dialogue
 * @param records what the servers keep
 * @param line the line that the learner has open by hand
 */
public record WorldView(
        Moment moment,
        SetUp setUp,
        Sitting sitting,
        Optional<Result> result,
        Dialogue dialogue,
        Records records,
        Optional<OpenLine> line) {

    /**
     * Where a world stands for a seat.
     *
     * @param step what a form must carry so that its press is executed once: {@code generation.presses}, or {@link #UNMADE}
     * @param presses how many presses this seat has made since the start
     * @param now the practice time
     * @param canUndo whether there is something to undo
     * @param link this very state as a link; nothing if it has more presses than a link carries, or typed lines
     * @param deeds what was pressed at this seat since the start, oldest first
     */
    public record Moment(
            String step, int presses, Instant now, boolean canUndo, Optional<StateLink> link, List<Deed> deeds) {

        /** Keeps the list as it is now. */
        public Moment {
            deeds = List.copyOf(deeds);
        }
    }

    /**
     * Where and how a learner sits.
     *
     * @param place where
     * @param person who sits there
     * @param options what is chosen now
     * @param address the address that the sending port would show; nothing at the telephone without a line
     * @param inside the address in the place's own network, where it has one
     */
    public record Sitting(
            Place place, Person person, Options options, Optional<InetAddress> address, Optional<InetAddress> inside) {}

    /**
     * What the servers keep.
     *
     * @param list the rows of the lists of the incoming and the outgoing host
     * @param keeping how it stands with the keeper of the outgoing host's list
     * @param friendMail what has arrived in taro's mailbox, oldest first
     * @param fetched what this seat of a class has fetched from its own mailbox, oldest first
     */
    public record Records(List<Row> list, Keeping keeping, List<ArrivedMail> friendMail, List<ArrivedMail> fetched) {

        /** Keeps the lists as they are now. */
        public Records {
            list = List.copyOf(list);
            friendMail = List.copyOf(friendMail);
            fetched = List.copyOf(fetched);
        }
    }

    /** The step of a page that was shown before any world was made. */
    public static final String UNMADE = "0.0";

    /**
     * A row of a list.
     *
     * @param host whose list it is
     * @param kept the row as its program keeps it
     * @param left what is left of its time, zero when it has run out
     * @param key whether the last press was decided by this row
     * @param writer the seat that wrote it last; the list itself does not know
     */
    public record Row(String host, KeptRow kept, Duration left, boolean key, Optional<SeatId> writer) {

        /** The address that is listed. */
        public InetAddress address() {
            return kept.listed().address();
        }

        /** The last instant that is inside. */
        public Instant until() {
            return kept.listed().until();
        }

        /** Whether it opens sending, and its time is not up. */
        public boolean live() {
            return kept.state() == KeptRow.State.LIVE;
        }
    }

    /** What a form must carry. */
    public String step() {
        return moment.step();
    }

    /** How many presses this seat has made since the start. */
    public int presses() {
        return moment.presses();
    }

    /** The practice time. */
    public Instant now() {
        return moment.now();
    }

    /** Whether there is something to undo. */
    public boolean canUndo() {
        return moment.canUndo();
    }

    /** What was pressed at this seat since the start, oldest first. */
    public List<Deed> deeds() {
        return moment.deeds();
    }

    /** Where the learner sits. */
    public Place place() {
        return sitting.place();
    }

    /** Who sits there. */
    public Person person() {
        return sitting.person();
    }

    /** What is chosen now. */
    public Options options() {
        return sitting.options();
    }

    /** The address that the sending port would show. */
    public Optional<InetAddress> address() {
        return sitting.address();
    }

    /** The rows of the lists. */
    public List<Row> list() {
        return records.list();
    }

    /** How it stands with the keeper of the outgoing host's list. */
    public Keeping keeping() {
        return records.keeping();
    }

    /** What has arrived in taro's mailbox. */
    public List<ArrivedMail> friendMail() {
        return records.friendMail();
    }

    /** What this seat of a class has fetched from its own mailbox. */
    public List<ArrivedMail> fetched() {
        return records.fetched();
    }

    /** The events of the latest dialogue. */
    public List<Event> talk() {
        return dialogue.events();
    }

    /** What the press led to that caused the latest dialogue. */
    public Optional<Result> talked() {
        return dialogue.cause();
    }
}
