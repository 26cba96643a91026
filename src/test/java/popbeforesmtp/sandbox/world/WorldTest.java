package popbeforesmtp.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.Practice;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.hosts.PracticeClock;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Person;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;

class WorldTest {

    private static final Press RECEIVE = new Press.Receive();
    private static final Press SEND = new Press.Send();

    @RegisterExtension
    static final Practice PRACTICE = Practice.start();

    private static int keys;

    private static Player player(SetUp setUp) {
        return new Player(PRACTICE.worlds().make("key" + keys++, "owner"), setUp);
    }

    private static Player player() {
        return player(SetUp.FREE);
    }

    @Test
    void a_mail_is_refused_then_taken_then_refused_again_after_the_window() {
        Player hanako = player();

        assertThat(hanako.send().result().orElseThrow().reason()).contains(Reason.NOT_LISTED);
        assertThat(hanako.receive().result().orElseThrow().outcome()).contains(Outcome.RECEIVED);
        assertThat(hanako.send().result().orElseThrow().reason()).contains(Reason.LISTED);
        hanako.press(new Press.Advance(Press.ClockMove.AFTER_END));
        assertThat(hanako.send().result().orElseThrow().reason()).contains(Reason.EXPIRED);
        assertThat(hanako.seat().view().friendMail()).hasSize(1);
    }

    @Test
    void an_old_page_does_nothing_and_the_same_press_gets_its_answer_again() {
        SeatSession world = player().seat();

        Answer first = world.press(WorldView.UNMADE, SetUp.FREE, RECEIVE);
        Answer again = world.press(WorldView.UNMADE, SetUp.FREE, RECEIVE);
        Answer other = world.press(WorldView.UNMADE, SetUp.FREE, SEND);

        assertThat(first.kind()).isEqualTo(Answer.Kind.DONE);
        assertThat(again.kind()).isEqualTo(Answer.Kind.SAME);
        assertThat(other.kind()).isEqualTo(Answer.Kind.OLD);
        assertThat(again.view()).isEqualTo(first.view()).isEqualTo(other.view());
        assertThat(first.view().presses()).isEqualTo(1);
    }

    @Test
    void a_step_never_comes_twice() {
        SeatSession world = player().seat();
        List<String> steps = new ArrayList<>(List.of(WorldView.UNMADE));
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            String step = steps.get(steps.size() - 1);
            Answer answer = switch (random.nextInt(4)) {
                case 0 -> world.undo(step);
                case 1 -> world.press(step, SetUp.FREE, new Press.Begin(SetUp.FREE));
                default -> world.press(step, SetUp.FREE, new Press.Advance(Press.ClockMove.ONE_MINUTE));
            };
            if (answer.kind() == Answer.Kind.DONE) {
                steps.add(answer.view().step());
            }
        }
        assertThat(steps).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    }

    @Test
    void undo_takes_the_last_press_back_and_what_it_caused() {
        Player hanako = player();
        WorldView before = hanako.receive();
        hanako.send();

        Answer undone = hanako.seat().undo(hanako.seat().view().step());

        assertThat(undone.kind()).isEqualTo(Answer.Kind.DONE);
        assertThat(undone.view().friendMail()).isEmpty();
        assertThat(undone.view().result()).isEqualTo(before.result());
        assertThat(undone.view().list()).isEqualTo(before.list());
        assertThat(undone.view().canUndo()).isFalse();
        assertThat(hanako.seat().undo(undone.view().step()).kind()).isEqualTo(Answer.Kind.NOTHING_TO_UNDO);
    }

    @Test
    void undo_of_a_double_press_happens_once() {
        Player hanako = player();
        hanako.receive();
        hanako.receive();
        String step = hanako.seat().view().step();

        assertThat(hanako.seat().undo(step).view().presses()).isEqualTo(1);
        Answer again = hanako.seat().undo(step);

        assertThat(again.kind()).isEqualTo(Answer.Kind.SAME);
        assertThat(again.view().presses()).isEqualTo(1);
    }

    @Test
    void undo_of_a_reset_or_of_another_case_brings_the_journal_back() {
        Player hanako = player();
        WorldView before = hanako.receive();

        hanako.press(new Press.Begin(SetUp.FREE));
        assertThat(hanako.seat().view().list()).isEmpty();
        WorldView back = hanako.seat().undo(hanako.seat().view().step()).view();
        assertThat(back.list()).isEqualTo(before.list());

        SetUp home = new SetUp("home", Place.HOME, Options.USUAL, SetUp.Mailbox.THREE, false, false);
        WorldView elsewhere = hanako.seat().press(back.step(), home, SEND).view();
        assertThat(elsewhere.place()).isEqualTo(Place.HOME);
        assertThat(elsewhere.result().orElseThrow().reason()).contains(Reason.OWN_NETWORK);
        assertThat(hanako.seat().undo(elsewhere.step()).view().list()).isEqualTo(before.list());
    }

    @Test
    void undo_of_the_first_press_shows_the_start() {
        Player hanako = player();
        hanako.send();

        WorldView view = hanako.seat().undo(hanako.seat().view().step()).view();

        assertThat(view.result()).isEmpty();
        assertThat(view.presses()).isZero();
    }

    @Test
    void the_two_hundred_and_first_press_is_not_done() {
        SeatSession world = player().seat();
        Press move = new Press.MoveTo(Place.HOME);
        String step = WorldView.UNMADE;
        for (int i = 0; i < 200; i++) {
            Answer answer = world.press(step, SetUp.FREE, move);
            assertThat(answer.kind()).isEqualTo(Answer.Kind.DONE);
            step = answer.view().step();
        }
        Answer full = world.press(step, SetUp.FREE, move);
        assertThat(full.kind()).isEqualTo(Answer.Kind.FULL);
        assertThat(full.view().presses()).isEqualTo(200);
        assertThat(world.press(step, SetUp.FREE, new Press.Begin(SetUp.FREE)).kind())
                .isEqualTo(Answer.Kind.DONE);
    }

    @Test
    void two_worlds_given_the_same_presses_show_the_same_to_the_letter() {
        List<Press> presses = presses(new Random(42), 120);
        WorldView one = player().press(presses);
        WorldView two = player().press(presses);

        assertThat(two).usingRecursiveComparison().isEqualTo(one);
        assertThat(Player.lines(two)).isEqualTo(Player.lines(one));
    }

    @Test
    void a_world_that_rested_is_the_same_when_it_is_played_again() {
        Player hanako = player();
        WorldView before = hanako.press(presses(new Random(3), 60));
        hanako.world().rest();
        assertThat(hanako.world().isActive()).isFalse();

        assertThat(hanako.seat().view()).usingRecursiveComparison().isEqualTo(before);
        assertThat(hanako.world().isActive()).isTrue();
    }

    /** Presses of all kinds, the same for the same random. */
    private static List<Press> presses(Random random, int count) {
        List<Press> presses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            presses.add(
                    switch (random.nextInt(9)) {
                        case 0, 1 -> RECEIVE;
                        case 2, 3 -> SEND;
                        case 4 -> new Press.SendReceive();
                        case 5 -> new Press.Advance(any(Press.ClockMove.values(), random));
                        case 6 -> new Press.MoveTo(random.nextBoolean() ? Place.PHONE : Place.CENTRE);
                        case 7 -> new Press.Choose(options(random));
                        default -> random.nextBoolean() ? new Press.HangUp() : new Press.Dial();
                    });
        }
        return presses;
    }

    private static <T> T any(T[] values, Random random) {
        return List.of(values).get(random.nextInt(values.length));
    }

    private static Options options(Random random) {
        Options options = Options.USUAL;
        for (Setting setting : Setting.values()) {
            options = options.with(
                    setting,
                    setting.answers().get(random.nextInt(setting.answers().size())));
        }
        return options;
    }

    @Test
    void forty_learners_press_at_once_and_none_sees_anothers_world() throws Exception {
        int learners = 40;
        ExecutorService room = Executors.newFixedThreadPool(learners);
        CyclicBarrier together = new CyclicBarrier(learners);
        try {
            List<Future<WorldView>> views = new ArrayList<>();
            for (int i = 0; i < learners; i++) {
                Player learner = player();
                boolean receives = i % 2 == 0;
                Callable<WorldView> lesson = () -> {
                    together.await();
                    for (int round = 0; round < 5; round++) {
                        if (receives) {
                            learner.receive();
                        }
                        learner.send();
                    }
                    return learner.seat().view();
                };
                views.add(room.submit(lesson));
            }
            for (int i = 0; i < learners; i++) {
                WorldView view = views.get(i).get();
                assertThat(view.result().orElseThrow().reason())
                        .contains(i % 2 == 0 ? Reason.LISTED : Reason.NOT_LISTED);
                assertThat(view.friendMail()).hasSize(i % 2 == 0 ? 5 : 0);
                assertThat(view.list()).hasSize(i % 2 == 0 ? 1 : 0);
            }
        } finally {
            room.shutdownNow();
        }
        assertThat(PRACTICE.calls().size()).isZero();
    }

    @Test
    void the_clock_moves_only_as_told_and_says_why_when_it_does_not() {
        Player hanako = player();
        assertThat(told(hanako.press(new Press.Advance(Press.ClockMove.AFTER_END))))
                .containsExactly("clock.norow");
        hanako.receive();
        hanako.press(new Press.Advance(Press.ClockMove.BEFORE_END));
        assertThat(told(hanako.press(new Press.Advance(Press.ClockMove.BEFORE_END))))
                .containsExactly("clock.past");
        WorldView view = hanako.seat().view();
        assertThat(Duration.between(PracticeClock.START, view.now())).isEqualTo(Duration.ofMinutes(9));
        assertThat(view.result().orElseThrow().outcome()).isEmpty();
    }

    @Test
    void the_telephone_explains_itself() {
        Player hanako = player();
        assertThat(told(hanako.press(new Press.Dial()))).containsExactly("phone.elsewhere");
        assertThat(told(hanako.press(new Press.MoveTo(Place.PHONE)))).containsExactly("place.moved", "phone.dialled");
        assertThat(told(hanako.press(new Press.NextCallerDials()))).containsExactly("phone.next.up");
        assertThat(told(hanako.press(new Press.HangUp()))).containsExactly("phone.hungup");
        assertThat(told(hanako.press(new Press.HangUp()))).containsExactly("phone.noline.hangup");
        WorldView view = hanako.send();
        assertThat(told(view)).containsExactly("phone.noline");
        assertThat(view.result().orElseThrow().outcome()).isEmpty();
        assertThat(view.now()).isEqualTo(PracticeClock.START);
        assertThat(told(hanako.press(new Press.NextCallerDials()))).containsExactly("phone.next");
        assertThat(hanako.seat().view().person()).isEqualTo(Person.SABURO);
        assertThat(told(hanako.press(new Press.Dial()))).containsExactly("phone.dialled");
        assertThat(hanako.seat().view().place()).isEqualTo(Place.PHONE);
    }

    @Test
    void the_exchange_is_busy_after_its_last_address() {
        Player hanako = player();
        hanako.press(new Press.MoveTo(Place.PHONE));
        for (int i = 34; i <= 62; i++) {
            assertThat(hanako.press(new Press.Dial()).address().orElseThrow().getHostAddress())
                    .isEqualTo("192.0.2." + i);
        }
        WorldView busy = hanako.press(new Press.Dial());
        assertThat(told(busy)).containsExactly("phone.busy");
        assertThat(busy.address().orElseThrow().getHostAddress()).isEqualTo("192.0.2.62");
    }

    private static List<String> told(WorldView view) {
        return view.result().orElseThrow().messages().stream().map(Message::key).toList();
    }
}
