package popbeforesmtp.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.Practice;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;

/** One world with many seats. */
class SeatsTest {

    private static final int SEATS = 40;

    @RegisterExtension
    static final Practice PRACTICE = Practice.start();

    private static World room(String key, SetUp setUp) {
        World world = PRACTICE.worlds().make(key, "class");
        Answer begun = world.seat(SeatId.FIRST).press(WorldView.UNMADE, setUp, new Press.Begin(setUp));
        assertThat(begun.kind()).isEqualTo(Answer.Kind.DONE);
        return world;
    }

    private static WorldView press(World world, int seat, Press press) {
        SeatSession session = world.seat(new SeatId(seat));
        WorldView shown = session.view();
        Answer answer = session.press(shown.step(), shown.setUp(), press);
        assertThat(answer.kind()).isEqualTo(Answer.Kind.DONE);
        return answer.view();
    }

    @Test
    void forty_press_at_once_with_the_steps_they_were_shown_and_all_are_done() throws Exception {
        World world = room("forty", SetUp.FREE);
        List<SeatSession> seats = IntStream.rangeClosed(1, SEATS)
                .mapToObj(number -> world.seat(new SeatId(number)))
                .toList();
        List<String> steps = seats.stream().map(seat -> seat.view().step()).toList();
        ExecutorService room = Executors.newFixedThreadPool(SEATS);
        CyclicBarrier together = new CyclicBarrier(SEATS);
        List<Future<Answer>> answers = new ArrayList<>();
        try {
            for (int i = 0; i < SEATS; i++) {
                int seat = i;
                Callable<Answer> press = () -> {
                    together.await();
                    return seats.get(seat)
                            .press(steps.get(seat), SetUp.FREE, seat == 7 ? new Press.Receive() : new Press.Send());
                };
                answers.add(room.submit(press));
            }
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().kind()).isEqualTo(Answer.Kind.DONE);
                assertThat(answer.get().view().presses()).isEqualTo(1);
            }
        } finally {
            room.shutdownNow();
        }
        List<WorldView> live = seats.stream().map(SeatSession::view).toList();
        world.rest();
        assertThat(seats.stream().map(SeatSession::view).toList()).isEqualTo(live);
        assertThat(world.seat(SeatId.FIRST).mishap()).isEmpty();
        for (int i = 0; i < SEATS; i++) {
            assertThat(seats.get(i)
                            .press(steps.get(i), SetUp.FREE, i == 7 ? new Press.Receive() : new Press.Send())
                            .kind())
                    .as("a double press of seat %d", i + 1)
                    .isEqualTo(Answer.Kind.SAME);
        }
    }

    @Test
    void one_seats_press_makes_no_other_seats_page_old() {
        World world = room("pages", SetUp.FREE);
        String shown = world.seat(new SeatId(2)).view().step();
        press(world, 3, new Press.Send());
        assertThat(world.seat(new SeatId(2))
                        .press(shown, SetUp.FREE, new Press.Send())
                        .kind())
                .isEqualTo(Answer.Kind.DONE);
    }

    @Test
    void who_shares_a_world_undoes_nothing() {
        World world = room("undo", SetUp.FREE);
        press(world, 2, new Press.Send());
        WorldView view = press(world, 3, new Press.Send());
        assertThat(view.canUndo()).isFalse();
        assertThat(world.seat(new SeatId(3)).undo(view.step()).kind()).isEqualTo(Answer.Kind.NOTHING_TO_UNDO);
    }

    @Test
    void two_who_are_both_called_hanako_never_explain_each_others_refusals() {
        Options dion = Options.USUAL.with(Setting.INCOMING, "dion.example").with(Setting.OUTGOING, "dion.example");
        World world = room("two", SetUp.usual("two").with(dion));
        press(world, 2, new Press.Receive());
        press(world, 3, new Press.MoveTo(Place.ADSL));
        WorldView other = press(world, 3, new Press.Send());
        assertThat(other.result().orElseThrow().reason()).contains(Reason.NOT_LISTED);

        press(world, 2, new Press.MoveTo(Place.ADSL));
        WorldView same = press(world, 2, new Press.Send());
        assertThat(same.result().orElseThrow().reason()).contains(Reason.ADDRESS_CHANGED);
    }

    @Test
    void a_mail_that_goes_through_another_seats_row_says_whose_row_it_was() {
        World world = room("neighbour", SetUp.FREE);
        press(world, 3, new Press.Receive());
        ExchangeResult sent = press(world, 5, new Press.Send())
                .result()
                .orElseThrow()
                .sending()
                .orElseThrow();
        assertThat(sent.isThroughAnother()).isTrue();
        assertThat(sent.key().orElseThrow().writer().orElseThrow().seat()).isEqualTo(new SeatId(3));
    }

    @Test
    void progress_is_each_seats_own() {
        World world = room("progress", SetUp.FREE);
        world.seat(new SeatId(2)).progress(progress -> progress.with("quiz.1", "a"));
        assertThat(world.seat(new SeatId(2)).progress().note("quiz.1")).contains("a");
        assertThat(world.seat(new SeatId(3)).progress().note("quiz.1")).isEmpty();
    }
}
