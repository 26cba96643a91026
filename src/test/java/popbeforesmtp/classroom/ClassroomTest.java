package popbeforesmtp.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.Practice;
import popbeforesmtp.TurnedClock;
import popbeforesmtp.classroom.Classroom.Welcome;
import popbeforesmtp.classroom.Question.Choice;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.mailclient.Postcard;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.Answer;
import popbeforesmtp.sandbox.world.WorldView;

/** A class, without any page. */
class ClassroomTest {

    private static final String HERE = "192.168.1.5";
    private static final Press TO_TARO = new Press.SendCard(Postcard.CAT, 0);

    @RegisterExtension
    static final Practice PRACTICE = Practice.start();

    private final TurnedClock clock = new TurnedClock();
    private final ClassStore store = new MemoryClassStore();
    private final Classrooms classrooms = new Classrooms(store, PRACTICE.worlds(), clock);

    private Classroom open() {
        return classrooms.open(HERE, true).classroom().orElseThrow();
    }

    private static void sit(Classroom classroom, int... seats) {
        for (int seat : seats) {
            assertThat(classroom.sit(seat, false).welcome()).isEqualTo(Welcome.SEATED);
        }
    }

    private static Answer.Kind begin(Experiment experiment, SetUp.Room room) {
        return experiment.begin(experiment.step(), room).kind();
    }

    private static Experiment.Pressed press(Experiment experiment, int seat, Press press) {
        String step = experiment.view(new SeatId(seat)).map(WorldView::step).orElse(WorldView.UNMADE);
        return experiment.press(seat, step, press);
    }

    @Test
    void the_plan_takes_forty_five_minutes() {
        assertThat(Plan.POINTS.stream().mapToInt(Point::minutes).sum()).isEqualTo(Plan.MINUTES);
    }

    @Test
    void a_seat_is_one_browsers_until_another_takes_over() {
        Classroom classroom = open();
        String first = classroom.sit(7, false).token();
        assertThat(classroom.seat(7, first)).isPresent();
        assertThat(classroom.sit(7, false)).isEqualTo(new Classroom.Admission(Welcome.TAKEN, ""));
        assertThat(classroom.seat(7, first)).isPresent();
        String world = classroom.worldKey(7);

        String second = classroom.sit(7, true).token();
        assertThat(classroom.seat(7, first)).isEmpty();
        assertThat(classroom.seat(7, second))
                .hasValueSatisfying(seat -> assertThat(seat.takenOver()).isTrue());
        assertThat(classroom.worldKey(7)).isEqualTo(world);
    }

    @Test
    void whoever_comes_to_a_freed_seat_begins_afresh() {
        Classroom classroom = open();
        String token = classroom.sit(7, false).token();
        assertThat(classroom.predict(7, Choice.SENT)).isFalse();
        classroom.move(1);
        assertThat(classroom.predict(7, Choice.SENT)).isTrue();
        String world = classroom.worldKey(7);
        classrooms.free(classroom, 7);
        assertThat(classroom.seat(7, token)).isEmpty();
        assertThat(classroom.state().course().question("send-only").tally().all())
                .isZero();
        sit(classroom, 7);
        assertThat(classroom.worldKey(7)).isNotEqualTo(world);
    }

    @Test
    void the_forty_first_finds_no_seat_until_there_are_ten_more() {
        Classroom classroom = open();
        sit(classroom, IntStream.rangeClosed(1, 40).toArray());
        assertThat(classroom.state().seating().isFull()).isTrue();
        assertThat(classroom.sit(41, false).welcome()).isEqualTo(Welcome.NO_SEAT);
        classroom.addSeats();
        sit(classroom, 41);
        classroom.addSeats();
        classroom.addSeats();
        assertThat(classroom.state().seating().capacity()).isEqualTo(Seating.MOST);
        assertThat(classroom.sit(0, false).welcome()).isEqualTo(Welcome.NO_SEAT);
    }

    @Test
    void behind_a_closed_entrance_who_is_in_stays_in() {
        Classroom classroom = open();
        String token = classroom.sit(3, false).token();
        classroom.shut(true);
        assertThat(classroom.sit(4, false).welcome()).isEqualTo(Welcome.CLOSED);
        assertThat(classroom.seat(3, token)).isPresent();
        assertThat(classroom.sit(3, true).welcome()).as("a PC that died").isEqualTo(Welcome.SEATED);
    }

    @Test
    void arrivals_are_counted_for_the_point_where_the_class_is() {
        Classroom classroom = open();
        sit(classroom, 1, 2, 3);
        assertThat(classroom.arrive(1).start()).isEqualTo("/read/story");
        classroom.arrive(2);
        assertThat(classroom.state().arrived()).isEqualTo(2);
        classroom.move(1);
        assertThat(classroom.state().arrived()).isZero();
        assertThat(classroom.arrive(3).start()).isEqualTo("/class");
        assertThat(classroom.state().arrived()).isEqualTo(1);
        classroom.moveTo("/words");
        assertThat(classroom.arrive(1).start()).isEqualTo("/words");
        classroom.move(-1);
        assertThat(classroom.state().course().here().id()).isEqualTo("send-only");
    }

    @Test
    void a_closed_question_takes_nothing_more() {
        Classroom classroom = open();
        sit(classroom, 1, 2, 3);
        classroom.move(1);
        classroom.predict(1, Choice.SENT);
        classroom.predict(1, Choice.REFUSED);
        classroom.predict(2, Choice.REFUSED);
        classroom.close(true);
        assertThat(classroom.predict(3, Choice.SENT)).isFalse();
        classroom.raise(Choice.UNSURE, 1);
        classroom.raise(Choice.SENT, -1);
        Tally tally = classroom.state().course().question().orElseThrow().tally();
        assertThat(List.of(tally.of(Choice.SENT), tally.of(Choice.REFUSED), tally.of(Choice.UNSURE)))
                .containsExactly(0, 2, 1);
        classroom.close(false);
        assertThat(classroom.predict(3, Choice.SENT)).isTrue();
    }

    @Test
    void calls_are_told_with_the_minutes_waited_and_the_longest_first() {
        Classroom classroom = open();
        sit(classroom, 4, 5);
        classroom.call(5);
        clock.turn(Duration.ofMinutes(3));
        classroom.call(4);
        classroom.call(5);
        assertThat(classroom.state().seating().calling())
                .extracting(Seat::number)
                .containsExactly(5, 4);
        assertThat(classroom.state().seating().seat(5).call().orElseThrow().minutes(clock.instant()))
                .isEqualTo(3);
        classroom.answered(5);
        assertThat(classroom.state().seating().calling())
                .extracting(Seat::number)
                .containsExactly(4);
    }

    @Test
    void a_round_is_shared_by_the_seats_and_moved_by_the_teacher() {
        Classroom classroom = open();
        sit(classroom, 1, 2, 3);
        Experiment experiment = new Experiment(classroom, PRACTICE.worlds());
        assertThat(press(experiment, 1, TO_TARO).refusal()).contains(Experiment.Refusal.NO_ROUND);
        String step = experiment.step();
        assertThat(experiment.begin(step, SetUp.Room.SHARED).kind()).isEqualTo(Answer.Kind.DONE);
        assertThat(experiment.begin(step, SetUp.Room.SHARED).kind())
                .as("a double press")
                .isEqualTo(Answer.Kind.OLD);
        assertThat(classroom.state().round()).contains(new Round(1, SetUp.Room.SHARED, Round.ALL));
        press(experiment, 1, TO_TARO);
        press(experiment, 3, new Press.Receive());
        press(experiment, 2, TO_TARO);
        assertThat(marks(classroom)).containsExactly(Seat.Mark.REFUSED, Seat.Mark.SENT, Seat.Mark.RECEIVED);
        long before = classroom.revision();
        experiment.move(experiment.step(), new Press.Advance(Press.ClockMove.AFTER_END));
        assertThat(classroom.revision()).isGreaterThan(before - 1);
        press(experiment, 2, TO_TARO);
        assertThat(marks(classroom)).containsExactly(Seat.Mark.REFUSED, Seat.Mark.REFUSED, Seat.Mark.RECEIVED);
        assertThat(classroom.state().course().score("story")).isEqualTo(new Course.Score(1, 2));
        assertThat(begin(experiment, SetUp.Room.OWN_LINES)).isEqualTo(Answer.Kind.DONE);
        assertThat(marks(classroom)).containsOnly(Seat.Mark.NONE);
    }

    private static List<Seat.Mark> marks(Classroom classroom) {
        return classroom.state().seating().taken().stream().map(Seat::mark).toList();
    }

    @Test
    void who_may_press_and_whether_anybody_may_is_the_teachers() {
        Classroom classroom = open();
        sit(classroom, 1, 3);
        Experiment experiment = new Experiment(classroom, PRACTICE.worlds());
        begin(experiment, SetUp.Room.SHARED);
        classroom.turn(3);
        assertThat(press(experiment, 1, TO_TARO).refusal()).contains(Experiment.Refusal.NOT_YOUR_TURN);
        assertThat(press(experiment, 3, TO_TARO).answer()).isPresent();
        classroom.turn(Round.NOBODY);
        assertThat(press(experiment, 3, TO_TARO).refusal()).contains(Experiment.Refusal.NOT_YOUR_TURN);
        classroom.turn(Round.ALL);
        classroom.hold(true);
        assertThat(press(experiment, 1, TO_TARO).refusal()).contains(Experiment.Refusal.HELD);
        assertThat(experiment.view(new SeatId(1)).orElseThrow().presses()).isZero();
        classroom.hold(false);
        assertThat(press(experiment, 1, TO_TARO).answer()).isPresent();
    }

    @Test
    void two_classes_share_nothing() {
        Classroom one = open();
        Classroom other = open();
        sit(one, 1);
        sit(other, 1);
        Experiment first = new Experiment(one, PRACTICE.worlds());
        Experiment second = new Experiment(other, PRACTICE.worlds());
        begin(first, SetUp.Room.SHARED);
        begin(second, SetUp.Room.SHARED);
        press(first, 1, new Press.Receive());
        press(second, 1, TO_TARO);
        assertThat(marks(other)).containsExactly(Seat.Mark.REFUSED);
        assertThat(first.view(new SeatId(1)).orElseThrow().list()).hasSize(1);
        assertThat(second.view(new SeatId(1)).orElseThrow().list()).isEmpty();
        assertThat(one.worldKey(1)).isNotEqualTo(other.worldKey(1));
    }

    @Test
    void the_teachers_right_is_a_cookie_and_moves_with_eight_letters() {
        Classrooms.Opened opened = classrooms.open(HERE, true);
        Classroom classroom = opened.classroom().orElseThrow();
        assertThat(opened.letters()).matches("[A-HJKMNP-Z]{8}");
        assertThat(classroom.isTeacher(opened.cookie())).isTrue();
        assertThat(classroom.isTeacher("")).isFalse();
        assertThat(classroom.takeOver("ABCDEFGH")).isEmpty();
        String cookie = classroom
                .takeOver(opened.letters().toLowerCase(java.util.Locale.ROOT))
                .orElseThrow();
        assertThat(classroom.isTeacher(cookie)).isTrue();
        assertThat(classroom.isTeacher(opened.cookie())).isFalse();
    }

    @Test
    void limits_have_their_own_answers() {
        for (int i = 0; i < Classrooms.MOST_AN_ADDRESS; i++) {
            open();
        }
        assertThat(classrooms.open(HERE, true).full()).contains(Classrooms.Full.ADDRESS);
        for (int i = Classrooms.MOST_AN_ADDRESS; i < Classrooms.MOST; i++) {
            assertThat(classrooms.open("198.51.100." + i, false).full()).isEmpty();
        }
        assertThat(classrooms.open("203.0.113.9", false).full()).contains(Classrooms.Full.ALL);
    }

    @Test
    void a_class_comes_back_from_its_store_as_it_was() {
        Classroom classroom = open();
        String token = classroom.sit(7, false).token();
        classroom.sit(8, false);
        classroom.sit(8, true);
        classroom.call(8);
        classroom.move(3);
        classroom.predict(7, Choice.UNSURE);
        classroom.raise(Choice.SENT, 2);
        classroom.show(true);
        classroom.look("150", "all");
        classroom.admitRemote(true);
        Experiment experiment = new Experiment(classroom, PRACTICE.worlds());
        begin(experiment, SetUp.Room.OWN_LINES);
        press(experiment, 7, TO_TARO);
        classroom.turn(7);

        Classroom again = new Classrooms(store, PRACTICE.worlds(), clock)
                .find(classroom.code())
                .orElseThrow();
        assertThat(again.state()).isEqualTo(classroom.state());
        assertThat(again.seat(7, token)).isPresent();
        assertThat(again.worldKey(7)).isEqualTo(classroom.worldKey(7));
    }

    @Test
    void the_end_leaves_nothing() {
        Classroom classroom = open();
        sit(classroom, 7);
        Experiment experiment = new Experiment(classroom, PRACTICE.worlds());
        begin(experiment, SetUp.Room.SHARED);
        String own = classroom.worldKey(7);
        String shared = classroom.roundKey();
        PRACTICE.worlds().make(own, "here").seat(SeatId.FIRST).press(WorldView.UNMADE, SetUp.FREE, new Press.Send());
        assertThat(PRACTICE.worlds().find(own)).isPresent();
        classrooms.end(classroom);
        assertThat(PRACTICE.worlds().find(own)).isEmpty();
        assertThat(PRACTICE.worlds().find(shared)).isEmpty();
        assertThat(classrooms.find(classroom.code())).isEmpty();
        assertThat(store.codes()).isEmpty();
    }

    @Test
    void twelve_hours_after_the_last_press_a_class_is_gone() {
        Classroom classroom = open();
        clock.turn(Duration.ofHours(11));
        sit(classroom, 7);
        clock.turn(Duration.ofHours(12));
        classrooms.sweep();
        assertThat(classrooms.find(classroom.code())).isPresent();
        clock.turn(Duration.ofSeconds(1));
        classrooms.sweep();
        assertThat(store.codes()).isEmpty();
    }

    @Test
    void of_many_who_want_a_seat_at_once_one_gets_it() throws Exception {
        Classroom classroom = open();
        ExecutorService room = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Welcome>> wishes = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                wishes.add(() -> classroom.sit(5, false).welcome());
            }
            List<Welcome> welcomes = new ArrayList<>();
            for (Future<Welcome> each : room.invokeAll(wishes)) {
                welcomes.add(each.get());
            }
            assertThat(welcomes).filteredOn(Welcome.SEATED::equals).hasSize(1);
        } finally {
            room.shutdown();
        }
        assertThat(Optional.of(classroom.state().seating().taken().size())).contains(1);
    }
}
