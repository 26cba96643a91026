package popbeforesmtp.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.Practice;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.mailclient.Postcard;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.Press.ClockMove;
import popbeforesmtp.sandbox.press.PressCodec;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.SetUp.Room;
import popbeforesmtp.sandbox.press.Setting;

/** A round of a class: one world, many seats, the real servers. */
class RoundTest {

    private static final int SEATS = 20;
    private static final SetUp SHARED = SetUp.round("round-1", Room.SHARED);
    private static final SetUp OWN_LINES = SetUp.round("round-2", Room.OWN_LINES);
    private static final Press TO_TARO = new Press.SendCard(Postcard.FUJI, 0);

    @RegisterExtension
    static final Practice PRACTICE = Practice.start();

    private World world;

    @BeforeEach
    void open(TestInfo test) {
        world = PRACTICE.worlds().make(test.getDisplayName(), "class");
        begin(SHARED);
    }

    private void begin(SetUp setUp) {
        SeatSession desk = world.seat(SeatId.DESK);
        assertThat(desk.press(desk.view().step(), setUp, new Press.Begin(setUp)).kind())
                .isEqualTo(Answer.Kind.DONE);
    }

    private Answer press(int seat, Press press) {
        SeatSession session = world.seat(new SeatId(seat));
        WorldView shown = session.view();
        return session.press(shown.step(), shown.setUp(), press);
    }

    private void move(ClockMove move) {
        assertThat(press(0, new Press.Advance(move)).kind()).isEqualTo(Answer.Kind.DONE);
    }

    /** How many of all seats could send. */
    private long sent() {
        return IntStream.rangeClosed(1, SEATS)
                .mapToObj(seat -> outcome(press(seat, TO_TARO)))
                .filter(Outcome.SENT::equals)
                .count();
    }

    private static Outcome outcome(Answer answer) {
        return answer.view().result().flatMap(Result::outcome).orElseThrow();
    }

    @Test
    void the_neighbour_in_three_minutes() {
        assertThat(sent()).as("nobody has received").isZero();
        assertThat(outcome(press(3, new Press.Receive()))).isEqualTo(Outcome.RECEIVED);
        List<WorldView.Row> rows = world.seat(new SeatId(8)).view().list();
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.address().getHostAddress()).isEqualTo("198.51.100.7");
            assertThat(row.writer()).contains(new SeatId(3));
        });
        assertThat(sent()).as("seat 3 has received").isEqualTo(SEATS);
        move(ClockMove.AFTER_END);
        assertThat(sent()).as("past the end").isZero();
        begin(OWN_LINES);
        press(3, new Press.Receive());
        assertThat(IntStream.rangeClosed(1, SEATS).filter(seat -> outcome(press(seat, TO_TARO)) == Outcome.SENT))
                .as("each with a line of its own")
                .containsExactly(3);
    }

    @Test
    void a_reason_comes_from_the_history_of_its_seat() {
        press(3, new Press.Receive());
        Result own = press(3, TO_TARO).view().result().orElseThrow();
        Result neighbour = press(7, TO_TARO).view().result().orElseThrow();
        assertThat(own.sending().orElseThrow().isThroughAnother()).isFalse();
        assertThat(own.messages()).extracting(Message::key).contains("r.sent.listed");
        ExchangeResult through = neighbour.sending().orElseThrow();
        assertThat(through.isThroughAnother()).isTrue();
        assertThat(through.key()
                        .flatMap(ExchangeResult.Key::writer)
                        .orElseThrow()
                        .seat())
                .isEqualTo(new SeatId(3));
        assertThat(neighbour.messages()).contains(Message.of("r.neighbour.seat").with("n", 3));
        move(ClockMove.AFTER_END);
        assertThat(press(7, TO_TARO).view().result().orElseThrow().messages())
                .extracting(Message::key)
                .contains("r.expired.seat");
        assertThat(press(3, TO_TARO).view().result().orElseThrow().messages())
                .extracting(Message::key)
                .contains("r.expired");
    }

    @Test
    void each_seat_has_a_mailbox_and_an_address_of_its_own_and_all_leave_by_one_exit() {
        WorldView seventh = press(7, new Press.Receive()).view();
        assertThat(seventh.sitting().inside().map(InetAddress::getHostAddress)).contains("192.168.10.17");
        assertThat(seventh.address().map(InetAddress::getHostAddress)).contains("198.51.100.7");
        assertThat(said(seventh)).contains("USER seki07").contains("PASS sakura");
        begin(OWN_LINES);
        assertThat(List.of(1, 2, 60))
                .extracting(seat -> world.seat(new SeatId(seat)).view().address())
                .extracting(Optional::orElseThrow)
                .extracting(InetAddress::getHostAddress)
                .containsExactly("192.0.2.33", "192.0.2.34", "192.0.2.92");
    }

    private static String said(WorldView view) {
        return view.talk().toString();
    }

    @Test
    void a_postcard_goes_to_another_seat_through_the_real_servers() {
        assertThat(outcome(press(2, new Press.SendCard(Postcard.CAT, 12)))).isEqualTo(Outcome.SENT);
        WorldView other = press(11, new Press.Receive()).view();
        assertThat(other.fetched()).isEmpty();
        WorldView mine = press(12, new Press.Receive()).view();
        assertThat(mine.fetched()).singleElement().satisfies(mail -> {
            assertThat(mail.card()).contains(Postcard.CAT);
            assertThat(mail.from()).contains("seki02@plala.example");
            assertThat(mail.headers().get(1))
                    .startsWith("Received: from seki02-pc")
                    .contains("198.51.100.7");
        });
        assertThat(mine.result().flatMap(Result::reason)).isEmpty();
        assertThat(press(2, new Press.SendCard(Postcard.CAT, 12))
                        .view()
                        .result()
                        .flatMap(Result::reason))
                .contains(Reason.LOCAL_RECIPIENT);
    }

    @Test
    void what_the_teacher_chooses_holds_for_every_seat() {
        world.seat(new SeatId(5)).view();
        Options chosen = Options.USUAL.with(Setting.WINDOW, "5").with(Setting.CENTRE, "25-closed");
        press(0, new Press.Choose(chosen));
        assertThat(List.of(5, 6))
                .allSatisfy(
                        seat -> assertThat(world.seat(new SeatId(seat)).view().options())
                                .isEqualTo(chosen));
        assertThat(outcome(press(6, TO_TARO))).isEqualTo(Outcome.NO_ANSWER);
    }

    @Test
    void a_seat_has_ten_presses_in_a_round_and_the_desk_has_more() {
        for (int i = 0; i < Journal.ROUND_BOUND; i++) {
            assertThat(press(4, new Press.Receive()).kind()).isEqualTo(Answer.Kind.DONE);
            move(ClockMove.ONE_MINUTE);
        }
        assertThat(press(4, new Press.Receive()).kind()).isEqualTo(Answer.Kind.FULL);
        assertThat(press(5, new Press.Receive()).kind()).isEqualTo(Answer.Kind.DONE);
        move(ClockMove.ONE_MINUTE);
        begin(SetUp.round("round-3", Room.SHARED));
        assertThat(press(4, new Press.Receive()).kind()).isEqualTo(Answer.Kind.DONE);
    }

    @Test
    void nothing_is_undone_and_a_round_is_no_link() {
        move(ClockMove.ONE_MINUTE);
        SeatSession desk = world.seat(SeatId.DESK);
        assertThat(desk.undo(desk.view().step()).kind()).isEqualTo(Answer.Kind.NOTHING_TO_UNDO);
        assertThat(desk.view().moment().link()).isEmpty();
    }

    @Test
    void a_press_of_the_round_before_is_old() {
        SeatSession seat = world.seat(new SeatId(9));
        WorldView shown = seat.view();
        begin(OWN_LINES);
        assertThat(seat.press(shown.step(), seat.view().setUp(), TO_TARO).kind())
                .isEqualTo(Answer.Kind.OLD);
    }

    @Test
    void a_round_is_played_again_to_the_letter() {
        press(3, new Press.Receive());
        press(4, new Press.SendCard(Postcard.TEA, 3));
        press(3, new Press.Receive());
        WorldView before = world.seat(new SeatId(3)).view();
        world.rest();
        assertThat(world.seat(new SeatId(3)).view())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes("dialogue.*", "result.*")
                .isEqualTo(before);
        assertThat(world.mishap()).isEmpty();
    }

    @Test
    void presses_and_set_ups_of_rounds_keep_their_words() {
        assertThat(PressCodec.text(new Press.SendCard(Postcard.MOON, 12))).isEqualTo("card:moon-12");
        assertThat(PressCodec.press("card:moon-12")).contains(new Press.SendCard(Postcard.MOON, 12));
        assertThat(PressCodec.press("card:moon-61")).isEmpty();
        assertThat(PressCodec.press("card:mars-1")).isEmpty();
        assertThat(PressCodec.setUp(PressCodec.text(OWN_LINES))).contains(OWN_LINES);
    }
}
