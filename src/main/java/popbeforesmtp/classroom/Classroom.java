package popbeforesmtp.classroom;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import popbeforesmtp.classroom.ClassStore.Kept;
import popbeforesmtp.classroom.Question.Choice;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;

/**
 * A class as it stands, and the only way to change it. Every change is kept before it is answered. Safe for any number of
 * threads and, behind one store, of processes.
 *
 * <p>Every method may throw {@link popbeforesmtp.sandbox.journal.JournalStore.Unavailable}; then nothing was changed.
 */
public final class Classroom {

    private final String code;
    private final ClassStore store;
    private final InstantSource clock;
    private Kept kept;
    private ClassState state;

    /** @param kept what the store keeps of it */
    Classroom(String code, Kept kept, ClassStore store, InstantSource clock) {
        this.code = code;
        this.store = store;
        this.clock = clock;
        this.kept = kept;
        this.state = ClassText.read(kept.text());
    }

    /** A class is no longer there. */
    public static final class Gone extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** What a browser that wants a seat is told. */
    public enum Welcome {
        /** It sits there now. */
        SEATED,
        /** Somebody sits there already; it may take over if it says so. */
        TAKEN,
        /** There is no such seat. */
        NO_SEAT,
        /** The entrance is closed. */
        CLOSED
    }

    /**
     * The answer to a browser that wants a seat.
     *
     * @param token what it must show from now on, if it was seated; else empty
     */
    public record Admission(Welcome welcome, String token) {}

    /** What an act makes of the class, and what it answers. */
    private record Act<T>(ClassState next, T answer) {}

    /** Six digits. */
    public String code() {
        return code;
    }

    /**
     * As it stands now.
     *
     * @throws Gone if it has ended
     */
    public synchronized ClassState state() {
        if (store.isShared() && store.revision(code) != kept.revision()) {
            reload();
        }
        return state;
    }

    /** How often it was changed: another number means that it may show something else. */
    public synchronized long revision() {
        ClassState unused = state();
        return kept.revision();
    }

    private void reload() {
        kept = store.load(code).orElseThrow(Gone::new);
        state = ClassText.read(kept.text());
    }

    private synchronized <T> T act(Function<ClassState, Act<T>> doing) {
        while (true) {
            ClassState before = state();
            Act<T> act = doing.apply(before);
            if (act.next().equals(before)) {
                return act.answer();
            }
            ClassState next = act.next().used(clock.instant());
            String text = ClassText.of(next);
            if (store.save(code, kept.revision(), text, next.used())) {
                kept = new Kept(kept.revision() + 1, text);
                state = next;
                return act.answer();
            }
            reload();
        }
    }

    /** Changes something, and gives what stands then. */
    ClassState change(UnaryOperator<ClassState> change) {
        return act(before -> {
            ClassState next = change.apply(before);
            return new Act<>(next, next);
        });
    }

    /** Tells all who watch that something has moved that is not kept here: the clock of a round, its list. */
    void touch() {
        ClassState unused = change(before -> before.used(clock.instant()));
    }

    /**
     * Gives a browser a seat.
     *
     * @param takesOver whether it goes on where another browser sat
     */
    public Admission sit(int number, boolean takesOver) {
        String token = Secrets.any();
        return act(before -> {
            Seat seat = before.seating().seat(number);
            Welcome welcome = welcome(before, seat, takesOver);
            if (welcome != Welcome.SEATED) {
                return new Act<>(before, new Admission(welcome, ""));
            }
            String holder = Secrets.hash(token);
            UnaryOperator<Seat> sits = it -> it.isTaken() ? it.takenOver(holder) : it.taken(holder);
            return new Act<>(before.seat(number, sits), new Admission(welcome, token));
        });
    }

    private static Welcome welcome(ClassState state, Seat seat, boolean takesOver) {
        if (!state.seating().has(seat.number())) {
            return Welcome.NO_SEAT;
        }
        if (seat.isTaken()) {
            return takesOver ? Welcome.SEATED : Welcome.TAKEN;
        }
        return state.entrance().closed() ? Welcome.CLOSED : Welcome.SEATED;
    }

    /** The seat that a browser with this token sits at; nothing if another one has taken over, or it was freed. */
    public Optional<Seat> seat(int number, String token) {
        return state().seating().held(number, Secrets.hash(token));
    }

    /** The key of the world that whoever sits there has alone. */
    public String worldKey(int number) {
        Seat seat = state().seating().seat(number);
        return state().secrets().worldKey("seat " + number + " " + seat.tenancy());
    }

    /** The key of the world that all share. */
    String roundKey() {
        return state().secrets().worldKey("round");
    }

    /** What the link for helpers carries: who has it may look at the board. */
    public String helperKey() {
        return state().secrets().worldKey("helper");
    }

    /** Whether that is the teacher's cookie. */
    public boolean isTeacher(String cookie) {
        return state().secrets().isTeacher(cookie);
    }

    /**
     * Takes the class over on another device; the one before has no right any more.
     *
     * @param letters the eight letters, however they are written
     * @return the cookie of the new device, if they are right
     */
    public Optional<String> takeOver(String letters) {
        if (!state().secrets().isKey(letters.toUpperCase(Locale.ROOT))) {
            return Optional.empty();
        }
        String cookie = Secrets.any();
        ClassState unused = change(before -> before.with(new Secrets(
                before.secrets().seed(), Secrets.hash(cookie), before.secrets().key())));
        return Optional.of(cookie);
    }

    /** 席を空ける: nobody sits there any more, and whoever comes next shares nothing with who was there. */
    void free(int number) {
        ClassState unused = change(
                before -> before.seat(number, Seat::freed).with(before.course().without(number)));
    }

    /** 先生のところへ: a seat has arrived where the class is. */
    public Point arrive(int number) {
        return change(before -> before.seat(
                        number, seat -> seat.arrived(before.course().here().id())))
                .course()
                .here();
    }

    /**
     * 予想: a seat predicts.
     *
     * @return false if predictions are no longer taken, or nothing is asked here
     */
    public boolean predict(int number, Choice choice) {
        return act(before -> {
            boolean open = before.course().question().filter(it -> !it.closed()).isPresent();
            Course voted = before.course().asking(question -> question.voted(number, choice));
            ClassState next = before.with(voted)
                    .seat(number, seat -> seat.arrived(before.course().here().id()));
            return new Act<>(open ? next : before, open);
        });
    }

    /** 先生を呼ぶ: a seat calls; calling again changes nothing. */
    public void call(int number) {
        ClassState unused = change(before -> before.seat(
                number, seat -> seat.call().isPresent() ? seat : seat.calling(Optional.of(new Call(clock.instant())))));
    }

    /** The call of a seat is over. */
    public void answered(int number) {
        ClassState unused = change(before -> before.seat(number, seat -> seat.calling(Optional.empty())));
    }

    /** Notes what a press at a seat has led to, in a world of its own or in a round. */
    public void pressed(int number, Result led) {
        Seat.Mark mark = mark(led);
        if (mark != Seat.Mark.NONE) {
            ClassState unused = change(before -> before.seat(number, seat -> seat.marked(mark))
                    .with(before.course().scored(mark)));
        }
    }

    private static Seat.Mark mark(Result led) {
        return led.outcome()
                .map(outcome -> outcome == Outcome.SENT
                        ? Seat.Mark.SENT
                        : outcome == Outcome.RECEIVED ? Seat.Mark.RECEIVED : Seat.Mark.REFUSED)
                .orElse(Seat.Mark.NONE);
    }

    /** つぎへ, もどる: the class goes on, or back. */
    public void move(int by) {
        ClassState unused = change(before ->
                before.with(before.course().moved(by)).with(before.seating().unmarked()));
    }

    /** いまここ is a page beside the plan. */
    public void moveTo(String page) {
        ClassState unused = change(before ->
                before.with(before.course().at(page)).with(before.seating().unmarked()));
    }

    /** Changes the question that is asked here. */
    public void ask(UnaryOperator<Question> change) {
        ClassState unused = change(before -> before.with(before.course().asking(change)));
    }

    /** 見せる: the projector shows how many have chosen what, or does not any more. */
    public void show(boolean shown) {
        ask(question -> question.showing(shown));
    }

    /** 予想を締め切る: nothing is predicted any more, or something is again. */
    public void close(boolean closed) {
        ask(question -> question.closing(closed));
    }

    /** Counts a hand more or less. */
    public void raise(Choice choice, int more) {
        ask(question -> question.raised(choice, more));
    }

    /** 手を止めて: presses change nothing, or do again. */
    public void hold(boolean held) {
        ClassState unused = change(before -> before.with(before.manner().held(held)));
    }

    /** How the pages look to those who have not chosen by themselves. */
    public void look(String size, String furigana) {
        ClassState unused = change(
                before -> before.with(new ClassState.Manner(before.manner().held(), size, furigana)));
    }

    /** 入口を閉める: nobody comes in any more, or does again. */
    public void shut(boolean closed) {
        ClassState unused = change(before -> before.with(before.entrance().closed(closed)));
    }

    /** 離れた人も: learners elsewhere come in with the code, or do not any more. */
    public void admitRemote(boolean remote) {
        ClassState unused = change(before -> before.with(before.entrance().remote(remote)));
    }

    /** Ten seats more. */
    public void addSeats() {
        ClassState unused = change(before -> before.with(before.seating().larger()));
    }

    /** Who may press in the round: {@link Round#ALL}, {@link Round#NOBODY} or a seat. */
    public void turn(int who) {
        ClassState unused = change(before ->
                before.round().map(round -> before.with(round.with(who))).orElse(before));
    }
}
