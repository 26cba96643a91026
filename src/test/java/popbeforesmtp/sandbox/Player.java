package popbeforesmtp.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.Answer;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.sandbox.world.World;
import popbeforesmtp.sandbox.world.WorldView;

/** A learner who presses on the newest page, always. */
public final class Player {

    private final World world;
    private final SeatSession seat;
    private final SetUp setUp;

    public Player(World world, SetUp setUp) {
        this.world = world;
        this.seat = world.seat(SeatId.FIRST);
        this.setUp = setUp;
    }

    /** Presses, which must be done. */
    public WorldView press(Press press) {
        Answer answer = seat.press(seat.view().step(), setUp, press);
        assertThat(answer.kind()).isEqualTo(Answer.Kind.DONE);
        return answer.view();
    }

    /** Presses several buttons. */
    public WorldView press(List<Press> presses) {
        WorldView view = seat.view();
        for (Press press : presses) {
            view = press(press);
        }
        return view;
    }

    public WorldView receive() {
        return press(new Press.Receive());
    }

    public WorldView send() {
        return press(new Press.Send());
    }

    public World world() {
        return world;
    }

    /** The learner's seat in it. */
    public SeatSession seat() {
        return seat;
    }

    /** The lines of the latest dialogue, {@code C: ...} and {@code S: ...}. */
    public static List<String> lines(WorldView view) {
        return view.talk().stream()
                .filter(Event.Said.class::isInstance)
                .map(Event.Said.class::cast)
                .map(said -> said.speaker().name().charAt(0) + ": " + said.line())
                .toList();
    }
}
