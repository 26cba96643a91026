package popbeforesmtp.sandbox.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.mailclient.MailProgram;
import popbeforesmtp.sandbox.console.OpenLine;
import popbeforesmtp.sandbox.hosts.LaidDown;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.journal.JournalEntry;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.journal.KeptWorld;
import popbeforesmtp.sandbox.journal.Progress;
import popbeforesmtp.sandbox.journal.SeatRecord;
import popbeforesmtp.sandbox.journal.StoredWorld;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.PressCodec;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.StateLink;

/**
 * A world: a journal, and the live world in which it is played while somebody is there. Idle, it is its journal alone and is
 * played again when it is wanted. Safe for any number of threads; presses are done one after the other, in the order that
 * the journal then holds. Learners reach it through their {@link #seat}.
 */
public final class World {

    private static final Logger LOG = LoggerFactory.getLogger(World.class);
    private static final String UNDO = "undo";

    /** What can happen to a world that its learners did not do. */
    public enum Mishap {
        /** The journal could not be played any more; the world starts afresh. */
        AFRESH,
        /** The journal was played again and led elsewhere than before; what is shown is what happened now. */
        DIFFERENT
    }

    private final KeptWorld kept;
    private final LiveWorlds live;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final FormerRuns former = new FormerRuns();
    private Optional<Mishap> mishap = Optional.empty();
    private volatile @Nullable LiveWorld stage;
    private volatile long octets;
    private volatile int lines;
    private long accounted = -1;
    private @Nullable LiveWorld accountedLive;
    private volatile boolean gone;

    World(KeptWorld kept, LiveWorlds live) {
        this.kept = kept;
        this.live = live;
    }

    /** One seat of this world. */
    public SeatSession seat(SeatId id) {
        return new SeatSession(this, id);
    }

    Answer press(SeatId seat, String step, SetUp wanted, Press press) {
        String act = PressCodec.text(wanted) + " " + PressCodec.text(press);
        return act(seat, step, act, () -> {
            Journal journal = kept.now().journal();
            if (press instanceof Press.Begin begin) {
                return begin(seat, Journal.begin(seat, begin.setUp()), journal, step, act);
            }
            if (journal.isEmpty() || !journal.setUp().equals(wanted)) {
                Journal begun = Journal.begin(seat, wanted);
                Journal next = begun.with(JournalEntry.unplayed(seat, press));
                return begin(seat, next, journal.isEmpty() ? begun : journal, step, act);
            }
            return journal.isFull(seat) ? Optional.of(Answer.Kind.FULL) : play(seat, press, step, act);
        });
    }

    Answer undo(SeatId seat, String step) {
        return act(seat, step, UNDO, () -> {
            StoredWorld now = kept.now();
            Optional<Journal> back = now.back().filter(journal -> canUndo(now.journal(), seat));
            if (back.isEmpty()) {
                return Optional.of(Answer.Kind.NOTHING_TO_UNDO);
            }
            return restart(now.undone(back.get()).with(seat, now.seat(seat).done(step, UNDO)));
        });
    }

    Answer restore(SeatId seat, String step, StateLink state) {
        List<JournalEntry> presses = state.presses().stream()
                .map(press -> JournalEntry.unplayed(seat, press))
                .toList();
        return goOn(seat, step, state.text(), Journal.begin(seat, state.setUp()).with(presses));
    }

    Answer goOn(SeatId seat, String step, String act, Journal pressed) {
        return act(seat, step, act, () -> {
            List<JournalEntry> own = pressed.entries().stream()
                    .map(entry -> JournalEntry.unplayed(seat, entry.press()))
                    .toList();
            Journal journal = kept.now().journal();
            Journal back = journal.isEmpty() ? Journal.begin(seat, pressed.setUp()) : journal;
            return begin(seat, new Journal(own), back, step, act);
        });
    }

    Journal journal() {
        return locked(() -> {
            refresh();
            return kept.now().journal();
        });
    }

    void adopt(Journal journal) {
        Boolean unused = locked(() -> {
            refresh();
            return kept.now().journal().isEmpty() && kept.replace(kept.now().begun(journal, Journal.EMPTY));
        });
    }

    List<WorldView> playedApart(SeatId seat) {
        return Replay.apart(journal(), seat, live, LaidDown.USUAL);
    }

    /** What happened to this world since the last press that its learners must be told, if anything. */
    Optional<Mishap> mishap() {
        return locked(() -> mishap);
    }

    WorldView view(SeatId seat) {
        return locked(() -> {
            refresh();
            return show(seat);
        });
    }

    List<RecordedDialogue> runs(SeatId seat) {
        return locked(() -> {
            refresh();
            return latest(seat);
        });
    }

    Progress progress(SeatId seat, UnaryOperator<Progress> change) {
        return locked(() -> {
            refresh();
            Optional<Progress> noted = note(seat, change);
            while (noted.isEmpty()) {
                leave();
                kept.reload();
                noted = note(seat, change);
            }
            return noted.get();
        });
    }

    /** Notes something once; nothing if another process was first. */
    private Optional<Progress> note(SeatId seat, UnaryOperator<Progress> change) {
        SeatRecord record = kept.now().seat(seat);
        Progress after = change.apply(record.progress());
        boolean done = after.equals(record.progress()) || kept.append(kept.now().with(seat, record.with(after)), seat);
        return done ? Optional.of(after) : Optional.empty();
    }

    /** Leaves only the journal. Does nothing while a press is being done. */
    void rest() {
        unlessBusy(this::leave);
    }

    /**
     * Keeps nothing open any more. Never waits: a press that is being done is done to its end and sees its answer.
     */
    void forget() {
        gone = true;
        unlessBusy(this::leave);
    }

    /**
     * Lets the servers end the lines that were called by hand and on which nothing was said for too long. Does nothing while
     * a press is being done.
     *
     * @param silence how long this world was not used
     * @param receiving how long is too long at a receiving server
     * @param sending how long is too long at a sending server
     */
    void cutSilentLines(Duration silence, Duration receiving, Duration sending) {
        unlessBusy(() -> {
            LiveWorld playing = stage;
            Map<SeatId, OpenLine> open = playing == null ? Map.of() : playing.lines();
            open.forEach((seat, line) -> {
                boolean receives = MailProgram.isForReceiving(line.port());
                if (silence.compareTo(receives ? receiving : sending) >= 0) {
                    cut(seat);
                }
            });
        });
    }

    /**
     * Ends a seat's open line as its server would; the journal holds that as it holds a press. If it cannot be kept, or another
     * process was first, the line is called again when it is wanted.
     */
    void cut(SeatId seat) {
        locked(() -> {
            LiveWorld playing = stage;
            return playing != null && playing.lines().containsKey(seat) && cut(playing, seat);
        });
    }

    private boolean cut(LiveWorld playing, SeatId seat) {
        boolean done = false;
        try {
            PressExecution.Played played = playing.play(seat, new Press.LineCut());
            JournalEntry entry = new JournalEntry(seat, new Press.LineCut(), played.digest());
            done = kept.append(kept.now().observed(kept.now().journal().with(entry)), seat);
            return done;
        } catch (JournalStore.Unavailable e) {
            return done;
        } finally {
            if (!done) {
                leave();
            }
        }
    }

    boolean isActive() {
        return stage != null;
    }

    /** How many octets of memory its mails, dialogues and journal take, roughly. */
    long octets() {
        return octets;
    }

    /** Whether a line is open that was called by hand. */
    boolean isTalking() {
        return lines > 0;
    }

    /**
     * Does an act once.
     *
     * @param doing what is done if its page is the newest; nothing if another process was first, and it is judged again
     */
    private Answer act(SeatId seat, String step, String act, Supplier<Optional<Answer.Kind>> doing) {
        return locked(() -> {
            try {
                refresh();
                Optional<Answer.Kind> kind = judged(seat, step, act, doing);
                while (kind.isEmpty()) {
                    leave();
                    kept.reload();
                    kind = judged(seat, step, act, doing);
                }
                mishap = kind.get() == Answer.Kind.DONE ? Optional.empty() : mishap;
                return new Answer(kind.get(), show(seat));
            } catch (JournalStore.Unavailable e) {
                leave();
                return new Answer(Answer.Kind.NOT_KEPT, show(seat));
            }
        });
    }

    private Optional<Answer.Kind> judged(SeatId seat, String step, String act, Supplier<Optional<Answer.Kind>> doing) {
        if (!kept.now().journal().isEmpty()) {
            stage(); // If the journal cannot be played, the step is another one from now on.
        }
        if (kept.now().seat(seat).isDone(step, act)) {
            return Optional.of(Answer.Kind.SAME);
        }
        if (step.equals(step(seat))) {
            return doing.get();
        }
        return Optional.of(mishap.equals(Optional.of(Mishap.AFRESH)) ? Answer.Kind.AFRESH : Answer.Kind.OLD);
    }

    /** Plays one press more. */
    private Optional<Answer.Kind> play(SeatId seat, Press press, String step, String act) {
        LiveWorld playing = stage();
        if (playing.isBroken(seat)) {
            leave();
            playing = stage();
        }
        PressExecution.Played played = playedOrLeft(playing, seat, press);
        if (played.broken()) {
            leave();
            return Optional.of(Answer.Kind.BROKEN);
        }
        StoredWorld now = kept.now();
        StoredWorld next = now.pressed(new JournalEntry(seat, press, played.digest()))
                .with(seat, now.seat(seat).done(step, act));
        return kept.append(next, seat) ? Optional.of(Answer.Kind.DONE) : Optional.empty();
    }

    private PressExecution.Played playedOrLeft(LiveWorld playing, SeatId seat, Press press) {
        boolean done = false;
        try {
            PressExecution.Played played = playing.play(seat, press);
            done = true;
            return played;
        } finally {
            if (!done) {
                leave();
            }
        }
    }

    /** Starts over; the latest dialogues stay to be compared. */
    private Optional<Answer.Kind> begin(SeatId seat, Journal journal, Journal back, String step, String act) {
        StoredWorld now = kept.now();
        if (!now.journal().isEmpty()) {
            former.remember(now.journal(), seat, stage().runs(seat));
        }
        return restart(now.begun(journal, back).with(seat, now.seat(seat).done(step, act)));
    }

    /** Plays a whole journal in a new live world, keeps it, and only then lets it take the place of the old one. */
    private Optional<Answer.Kind> restart(StoredWorld next) {
        Replay replay;
        try {
            replay = Replay.of(next.journal(), live);
        } catch (Replay.Impossible e) {
            throw new IllegalStateException("a press cannot be done", e);
        }
        boolean done = false;
        try {
            done = kept.replace(next.observed(replay.journal()));
        } finally {
            if (!done) {
                live.close(replay.stage());
            }
        }
        if (!done) {
            return Optional.empty();
        }
        leave();
        stage = replay.stage();
        return Optional.of(Answer.Kind.DONE);
    }

    /** The live world, played from the journal if there is none. */
    private LiveWorld stage() {
        LiveWorld playing = stage;
        if (playing != null) {
            return playing;
        }
        StoredWorld now = kept.now();
        try {
            Replay replay = Replay.of(now.journal(), live);
            stage = replay.stage();
            if (!replay.isFaithful()) {
                LOG.warn("A world was played again and led elsewhere than before");
                mishap = Optional.of(Mishap.DIFFERENT);
                keepIfPossible(now.observed(replay.journal()));
            }
            return replay.stage();
        } catch (Replay.Impossible e) {
            LOG.error(
                    "A journal of {} entries cannot be played: {}",
                    now.journal().length(),
                    String.valueOf(e.getCause()));
            mishap = Optional.of(Mishap.AFRESH);
            if (!kept.replace(now.begun(Journal.begin(SeatId.FIRST, SetUp.FREE), Journal.EMPTY))) {
                kept.reload();
                return stage();
            }
            return fresh();
        }
    }

    /** Keeps what was observed in a replay. If it cannot be kept now, the next replay finds the difference again. */
    private void keepIfPossible(StoredWorld observed) {
        try {
            kept.replace(observed);
        } catch (JournalStore.Unavailable e) {
            LOG.debug("not kept", e);
        }
    }

    private LiveWorld fresh() {
        try {
            Replay replay = Replay.of(kept.now().journal(), live);
            stage = replay.stage();
            return replay.stage();
        } catch (Replay.Impossible e) {
            throw new IllegalStateException("not even the plain sandbox begins", e);
        }
    }

    /** Comes to where another process has led this world, if one has. */
    private void refresh() {
        StoredWorld before = kept.now();
        LiveWorld playing = stage;
        if (kept.refresh() && playing != null && !goesOn(playing, before)) {
            leave();
        }
    }

    /** Plays what is new in the live world, unless something else has become of it. */
    private boolean goesOn(LiveWorld playing, StoredWorld before) {
        Journal journal = kept.now().journal();
        if (kept.now().generation() != before.generation() || !journal.startsWith(before.journal())) {
            return false;
        }
        try {
            return Replay.on(playing, journal.entries().subList(before.journal().length(), journal.length()))
                    .isFaithful();
        } catch (Replay.Impossible | MachineFailedException e) {
            return false;
        }
    }

    private List<RecordedDialogue> latest(SeatId seat) {
        List<RecordedDialogue> runs = new ArrayList<>(former.of(kept.now().before(), seat, live));
        if (!kept.now().journal().isEmpty()) {
            runs.addAll(stage().runs(seat));
        }
        return List.copyOf(runs);
    }

    private String step(SeatId seat) {
        return kept.now().generation() + "." + kept.now().journal().presses(seat);
    }

    /** In a class, nothing is undone: the others have seen it. */
    private static boolean canUndo(Journal journal, SeatId seat) {
        return journal.isOf(seat) && !journal.setUp().room().isRound();
    }

    private WorldView show(SeatId seat) {
        if (kept.now().journal().isEmpty()) {
            return Worlds.before(SetUp.FREE);
        }
        LiveWorld playing = stage();
        Journal journal = kept.now().journal();
        boolean canUndo = kept.now().back().isPresent() && canUndo(journal, seat);
        return playing.view(seat, step(seat), canUndo, journal.link());
    }

    private void leave() {
        LiveWorld old = stage;
        stage = null;
        if (old != null) {
            live.close(old);
        }
    }

    /** Tells how much is kept and open here now; looking at a world changes nothing of that. */
    private void account() {
        LiveWorld playing = stage;
        StoredWorld now = kept.now();
        if (now.revision() == accounted && playing == accountedLive && !gone) {
            return;
        }
        accounted = now.revision();
        accountedLive = playing;
        long here = gone ? 0 : now.keptOctets() + former.octets() + (playing == null ? 0 : playing.keptOctets());
        live.keeps(here - octets);
        octets = here;
        int open = playing == null ? 0 : playing.lines().size();
        live.talks(open - lines);
        lines = open;
    }

    private void unlessBusy(Runnable act) {
        if (lock.tryLock()) {
            try {
                act.run();
            } finally {
                account();
                lock.unlock();
            }
        }
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
