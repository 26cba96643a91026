package popbeforesmtp.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.EventLog;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.StateLink;

/**
 * A learner's world: a journal, and the stage on which it is played while the learner is there. Idle, it is its journal
 * alone and is played again when it is wanted. Safe for any number of threads; presses are done one after the other.
 *
 * <p>Every page that is shown carries the world's step, which no other state of it ever has again. A press from an older
 * page is not done; the same press from the same page gets the answer it already had. So double presses, reloads, the
 * back button and second tabs do nothing twice.
 */
public final class World {

    private static final SeatId SEAT = SeatId.FIRST;
    private static final int RUNS_KEPT = 3;

    /** What the latest step came from: an act on a page of a certain step; undoing has no presses. */
    private record Done(String step, SetUp wanted, List<Press> presses) {}

    private final LiveWorlds stages;
    private final ReentrantLock lock = new ReentrantLock(true);
    private Journal journal = Journal.EMPTY;
    private @Nullable Journal before;
    private List<RecordedDialogue> former = List.of();
    private List<RecordedDialogue> formerBefore = List.of();
    private boolean justBegun;
    private int generation;
    private volatile @Nullable LiveWorld stage;
    private @Nullable Done done;
    private Progress progress = Progress.NONE;
    private volatile long kept;
    private volatile int lines;
    private boolean gone;

    World(LiveWorlds stages) {
        this.stages = stages;
    }

    /**
     * Does a press, once.
     *
     * @param step what the page carried, {@link WorldView#step}
     * @param wanted the set-up that the page showed; the world begins it first if it plays another one
     * @param press {@link Press.Begin} starts over
     */
    public Answer press(String step, SetUp wanted, Press press) {
        return locked(() -> {
            Done doing = new Done(step, wanted, List.of(press));
            Answer.Kind no = refusal(doing);
            if (no != null) {
                return answer(no);
            }
            if (press instanceof Press.Begin begin) {
                begin(Journal.begin(SEAT, begin.setUp()), journal);
            } else if (journal.length() == 0 || !journal.setUp().equals(wanted)) {
                Journal begun = Journal.begin(SEAT, wanted);
                begin(begun.with(SEAT, press), journal.length() == 0 ? begun : journal);
            } else if (journal.isFull()) {
                return answer(Answer.Kind.FULL);
            } else {
                play(press);
            }
            done = doing;
            return answer(Answer.Kind.DONE);
        });
    }

    /**
     * Takes the learner's last press and all it caused back, also a start; one level deep.
     *
     * @param step what the page carried
     */
    public Answer undo(String step) {
        return locked(() -> {
            Done doing = new Done(step, SetUp.FREE, List.of());
            Answer.Kind no = refusal(doing);
            if (no != null) {
                return answer(no);
            }
            if (before == null) {
                return answer(Answer.Kind.NOTHING_TO_UNDO);
            }
            former = justBegun ? formerBefore : former;
            justBegun = false;
            restart(before, null);
            done = doing;
            return answer(Answer.Kind.DONE);
        });
    }

    /**
     * Makes the world the one of a link, once; undoing brings the former one back.
     *
     * @param step what the page carried
     */
    public Answer restore(String step, StateLink state) {
        return locked(() -> {
            Journal begun = Journal.begin(SEAT, state.setUp());
            Journal restored = begun;
            for (Press press : state.presses()) {
                restored = restored.with(SEAT, press);
            }
            Done doing = new Done(step, state.setUp(), restored.presses());
            Answer.Kind no = refusal(doing);
            if (no != null) {
                return answer(no);
            }
            begin(restored, journal.length() == 0 ? begun : journal);
            done = doing;
            return answer(Answer.Kind.DONE);
        });
    }

    /** The state of this world as a link; nothing if it has more presses than a link carries, or typed lines. */
    public Optional<StateLink> link() {
        return locked(() -> {
            if (journal.length() == 0) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new StateLink(journal.setUp(), journal.presses().subList(1, journal.length())));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    /** The world as it stands, played again first if it was idle. */
    public WorldView view() {
        return locked(this::show);
    }

    /** The latest dialogues, oldest first, also those from before the last start. */
    public List<RecordedDialogue> runs() {
        return locked(this::latest);
    }

    /** What the learner has predicted, seen and answered. */
    public Progress progress() {
        return locked(() -> progress);
    }

    /** Changes what is noted of the learner's progress; presses and undoing never do. */
    public Progress progress(UnaryOperator<Progress> change) {
        return locked(() -> {
            progress = change.apply(progress);
            return progress;
        });
    }

    /** Leaves only the journal. Does nothing while a press is being done. */
    public void rest() {
        if (lock.tryLock()) {
            try {
                leave();
            } finally {
                account();
                lock.unlock();
            }
        }
    }

    /** Keeps nothing open any more; whoever has found it before may still press in it and see the answer. */
    void forget() {
        locked(() -> gone = true);
    }

    private long keptOctets() {
        LiveWorld playing = stage;
        return journal.keptOctets()
                + (before == null || !justBegun ? 0 : before.keptOctets())
                + progress.keptOctets()
                + former.stream().mapToLong(RecordedDialogue::weight).sum()
                + formerBefore.stream().mapToLong(RecordedDialogue::weight).sum()
                + (playing == null ? 0 : playing.keptOctets());
    }

    /** Tells how much is kept and open here now. */
    private void account() {
        LiveWorld playing = stage;
        long now = gone ? 0 : keptOctets();
        stages.keeps(now - kept);
        kept = now;
        int open = playing == null ? 0 : playing.lines();
        stages.talks(open - lines);
        lines = open;
    }

    /** The log of what is being played now; it ends with {@link Event.Rewound} when the world is played anew. */
    EventLog log() {
        return locked(() -> stage().log);
    }

    boolean isActive() {
        return stage != null;
    }

    /** How much memory its mails, log and journal take, roughly. */
    long kept() {
        return kept;
    }

    /** Whether a line is open that was called by hand. */
    boolean isTalking() {
        return lines > 0;
    }

    private Answer.@Nullable Kind refusal(Done doing) {
        if (doing.equals(done)) {
            return Answer.Kind.SAME;
        }
        return doing.step.equals(step()) ? null : Answer.Kind.OLD;
    }

    private void play(Press press) {
        LiveWorld playing = stage();
        Journal next = journal;
        try {
            if (playing.wasCut(SEAT)) {
                playing.play(SEAT, new Press.LineCut());
                next = next.with(SEAT, new Press.LineCut());
            }
            playing.play(SEAT, press);
        } catch (RuntimeException e) {
            leave();
            throw e;
        }
        justBegun = false;
        before = journal;
        journal = next.with(SEAT, press);
    }

    /** Starts over; the latest dialogues stay to be compared. */
    private void begin(Journal next, Journal undo) {
        List<RecordedDialogue> last = latest();
        formerBefore = former;
        former = last.subList(Math.max(0, last.size() - RUNS_KEPT), last.size());
        justBegun = true;
        restart(next, undo);
    }

    private List<RecordedDialogue> latest() {
        List<RecordedDialogue> runs = new ArrayList<>(former);
        if (journal.length() > 0) {
            runs.addAll(stage().runs(SEAT));
        }
        return List.copyOf(runs);
    }

    private void restart(Journal next, @Nullable Journal undo) {
        if (journal.length() > 0) {
            generation++;
        }
        LiveWorld old = stage;
        if (old != null) {
            old.log.append(new Event.Rewound(old.clock.instant(), generation));
        }
        leave();
        journal = next;
        before = undo;
        stage();
    }

    private LiveWorld stage() {
        LiveWorld playing = stage;
        if (playing == null) {
            playing = stages.open(journal.setUp());
            stage = playing;
            try {
                for (Journal.Entry entry : journal.entries()) {
                    playing.play(entry.seat(), entry.press());
                }
            } catch (RuntimeException e) {
                leave();
                throw e;
            }
        }
        return playing;
    }

    private void leave() {
        LiveWorld old = stage;
        if (old != null) {
            stages.close(old);
            stage = null;
        }
    }

    private String step() {
        return generation + "." + journal.length();
    }

    private Answer answer(Answer.Kind kind) {
        return new Answer(kind, show());
    }

    private WorldView show() {
        return journal.length() == 0 ? Worlds.before(SetUp.FREE) : stage().view(SEAT, step(), before != null);
    }

    private <T> T locked(Supplier<T> act) {
        lock.lock();
        try {
            return act.get();
        } finally {
            if (gone) {
                leave();
            }
            account();
            lock.unlock();
        }
    }
}
