package popbeforesmtp.classroom;

import java.util.Optional;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.Answer;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.sandbox.world.World;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.sandbox.world.Worlds;

/** みんなの実験: the world that a class shares, for those who may press in it. Safe for any number of threads. */
public final class Experiment {

    private final Classroom classroom;
    private final Worlds worlds;

    public Experiment(Classroom classroom, Worlds worlds) {
        this.classroom = classroom;
        this.worlds = worlds;
    }

    /** Why a press of a learner was not even tried. */
    public enum Refusal {
        /** The teacher talks. */
        HELD,
        /** No round has begun. */
        NO_ROUND,
        /** It is somebody else's turn, or nobody's. */
        NOT_YOUR_TURN
    }

    /**
     * What a learner's press led to.
     *
     * @param refusal why it was not tried; nothing if it was
     * @param answer what the world said, if it was
     */
    public record Pressed(Optional<Refusal> refusal, Optional<Answer> answer) {}

    /** The round as a seat sees it; {@link SeatId#DESK} is the teacher's. Nothing before the first round. */
    public Optional<WorldView> view(SeatId seat) {
        return classroom
                .state()
                .round()
                .flatMap(round -> world())
                .map(world -> world.seat(seat).view());
    }

    private Optional<World> world() {
        return worlds.find(classroom.roundKey());
    }

    /** What a form of the teacher must carry. */
    public String step() {
        return world().map(world -> world.seat(SeatId.DESK).view().step()).orElse(WorldView.UNMADE);
    }

    /**
     * Begins a new round, once.
     *
     * @param step what the teacher's page carried
     */
    public Answer begin(String step, SetUp.Room room) {
        ClassState state = classroom.state();
        int number = state.round().map(Round::number).orElse(0) + 1;
        Round round = new Round(number, room, Round.ALL);
        SeatSession desk =
                worlds.make(classroom.roundKey(), state.entrance().network()).seat(SeatId.DESK);
        Answer answer = desk.press(step, round.setUp(), new Press.Begin(round.setUp()));
        if (answer.kind() == Answer.Kind.DONE) {
            ClassState unused = classroom.change(
                    before -> before.with(round).with(before.seating().unmarked()));
        }
        return answer;
    }

    /**
     * A press of the teacher: the clock, the minutes, the centre's network.
     *
     * @param step what the teacher's page carried
     * @return nothing if no round has begun
     */
    public Optional<Answer> move(String step, Press press) {
        Optional<Answer> answer =
                session(SeatId.DESK).map(desk -> desk.press(step, desk.view().setUp(), press));
        answer.filter(it -> it.kind() == Answer.Kind.DONE).ifPresent(it -> classroom.touch());
        return answer;
    }

    /**
     * A press of a learner: receiving or sending.
     *
     * @param step what the learner's page carried
     */
    public Pressed press(int seat, String step, Press press) {
        ClassState state = classroom.state();
        if (state.manner().held()) {
            return refused(Refusal.HELD);
        }
        if (state.round().filter(round -> !round.lets(seat)).isPresent()) {
            return refused(Refusal.NOT_YOUR_TURN);
        }
        Optional<SeatSession> session = session(new SeatId(seat));
        if (session.isEmpty()) {
            return refused(Refusal.NO_ROUND);
        }
        Answer answer = session.get().press(step, session.get().view().setUp(), press);
        if (answer.kind() == Answer.Kind.DONE) {
            answer.view().result().filter(Experiment::isCounted).ifPresent(led -> classroom.pressed(seat, led));
        }
        return new Pressed(Optional.empty(), Optional.of(answer));
    }

    private Optional<SeatSession> session(SeatId seat) {
        return classroom.state().round().flatMap(round -> world()).map(world -> world.seat(seat));
    }

    /** A postcard within the company is always taken: it tells nothing about the list. */
    private static boolean isCounted(Result led) {
        return led.reason().filter(reason -> reason == Reason.LOCAL_RECIPIENT).isEmpty();
    }

    private static Pressed refused(Refusal refusal) {
        return new Pressed(Optional.of(refusal), Optional.empty());
    }
}
