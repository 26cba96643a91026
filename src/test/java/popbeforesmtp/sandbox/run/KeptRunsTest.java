package popbeforesmtp.sandbox.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.Practice;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.Program;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;
import popbeforesmtp.sandbox.world.Answer;
import popbeforesmtp.sandbox.world.WorldView;

/** What is kept of a run, how it is stepped through, and how somebody else goes on from a line of it. */
class KeptRunsTest {

    @RegisterExtension
    static final Practice PRACTICE = Practice.start();

    private final Runs runs = new Runs(PRACTICE.worlds());
    private final String secret = "secret " + PRACTICE.worlds().size();
    private final Player player = new Player(PRACTICE.worlds().make(secret, "nobody"), SetUp.FREE);

    private Run kept() {
        return runs.find(runs.keep(secret, SeatId.FIRST, "nobody").orElseThrow())
                .orElseThrow();
    }

    private static List<String> said(WorldView view) {
        return view.talk().stream()
                .filter(Event.Said.class::isInstance)
                .map(event -> ((Event.Said) event).line())
                .toList();
    }

    private static Optional<Outcome> outcome(WorldView view) {
        return view.result().flatMap(Result::outcome);
    }

    @Test
    void the_same_run_has_one_name_and_each_learner_another() {
        player.send();
        Optional<RunId> id = runs.keep(secret, SeatId.FIRST, "nobody");
        assertThat(runs.keep(secret, SeatId.FIRST, "nobody")).isEqualTo(id).isPresent();
        String other = secret + " other";
        new Player(PRACTICE.worlds().make(other, "nobody"), SetUp.FREE).send();
        assertThat(runs.keep(other, SeatId.FIRST, "nobody")).isPresent().isNotEqualTo(id);
        assertThat(id.orElseThrow().text()).matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    void where_nothing_was_pressed_there_is_no_run() {
        assertThat(runs.keep(secret, SeatId.FIRST, "nobody")).isEmpty();
        assertThat(runs.keep("unknown", SeatId.FIRST, "nobody")).isEmpty();
        assertThat(runs.find(new RunId("0123456789012345678901"))).isEmpty();
    }

    @Test
    void a_run_shows_what_was_seen_and_stays_when_its_learner_goes_on() {
        player.receive();
        WorldView seen = player.send();
        RunId id = runs.keep(secret, SeatId.FIRST, "nobody").orElseThrow();
        player.press(new Press.Begin(SetUp.FREE));
        Run run = runs.find(id).orElseThrow();
        assertThat(run.presses()).isEqualTo(2);
        assertThat(run.after(2).talk()).isEqualTo(seen.talk());
        assertThat(run.after(2).list()).isEqualTo(seen.list());
        assertThat(outcome(run.after(1))).contains(Outcome.RECEIVED);
        runs.forget(id);
        assertThat(runs.find(id)).isEmpty();
    }

    @Test
    void before_the_line_that_decides_neither_the_verdict_nor_the_row_is_there() {
        player.receive();
        player.send();
        Run run = kept();
        for (int at = 1; at <= 2; at++) {
            boolean decided = false;
            for (int line = 0; line <= run.lines(at); line++) {
                WorldView view = run.during(at, line);
                Optional<Event> key =
                        run.after(at).result().flatMap(Result::key).map(it -> it.event());
                boolean reached = view.talk().stream()
                        .anyMatch(event -> key.filter(it -> it == event).isPresent());
                assertThat(outcome(view).isPresent())
                        .as("press %d, line %d", at, line)
                        .isEqualTo(reached);
                decided |= reached;
                boolean listed = at == 2 || view.talk().stream().anyMatch(Event.Listed.class::isInstance);
                assertThat(view.list().size()).as("press %d, line %d", at, line).isEqualTo(listed ? 1 : 0);
            }
            assertThat(decided).isTrue();
        }
        assertThat(run.during(1, 0).talk()).isEmpty();
        assertThat(run.during(2, run.lines(2))).isEqualTo(run.after(2));
    }

    @Test
    void the_two_halves_of_a_press_are_decided_one_after_the_other() {
        Options first = Options.USUAL.with(Setting.PROGRAM, Program.SEND_FIRST.id());
        player.press(new Press.Choose(first));
        player.press(new Press.SendReceive());
        Run run = kept();
        List<String> seen = java.util.stream.IntStream.rangeClosed(0, run.lines(2))
                .mapToObj(line -> run.during(2, line))
                .map(view -> view.result()
                        .map(led -> (led.sending().isPresent() ? "s" : "")
                                + (led.receiving().isPresent() ? "r" : ""))
                        .orElse("-"))
                .distinct()
                .toList();
        assertThat(seen).containsExactly("-", "s", "sr");
    }

    @Test
    void somebody_goes_on_from_between_two_presses_in_a_world_of_their_own() {
        player.receive();
        player.press(new Press.Advance(Press.ClockMove.AFTER_END));
        player.send();
        Run run = kept();
        Player other = new Player(PRACTICE.worlds().make(secret + " other", "nobody"), SetUp.FREE);
        Answer answer = other.seat().goOn(other.seat().view().step(), "run", run.until(1, run.lines(1)));
        assertThat(answer.kind()).isEqualTo(Answer.Kind.DONE);
        assertThat(outcome(other.send())).contains(Outcome.SENT);
        assertThat(outcome(player.seat().view())).contains(Outcome.REFUSED);
    }

    @Test
    void somebody_goes_on_by_hand_from_the_middle_of_what_a_program_said() {
        player.send();
        Run run = kept();
        int mail = said(run.after(1)).indexOf("MAIL FROM:<hanako@plala.example>");
        int line = 0;
        while (!said(run.during(1, line)).contains("MAIL FROM:<hanako@plala.example>")) {
            line++;
        }
        assertThat(run.canGoOn(1, line)).isTrue();
        Player other = new Player(PRACTICE.worlds().make(secret + " other", "nobody"), SetUp.FREE);
        other.seat().goOn(other.seat().view().step(), "run", run.until(1, line));
        assertThat(said(other.seat().view()).subList(0, mail + 1))
                .isEqualTo(said(run.after(1)).subList(0, mail + 1));
        other.press(new Press.Type("RCPT TO:<hanako@plala.example>"));
        assertThat(said(other.seat().view())).last().asString().startsWith("250");
        assertThat(run.canGoOn(1, 0)).isFalse();
    }

    @Test
    void typed_lines_are_in_a_run() {
        player.press(new Press.Open("plala.example", 25));
        player.press(new Press.Type("EHLO my-pc"));
        player.press(new Press.Type("HELP <b>"));
        Run run = kept();
        assertThat(run.isTyped()).isTrue();
        assertThat(said(run.after(3))).isEqualTo(said(player.seat().view()));
        assertThat(said(run.during(3, 0))).isEqualTo(said(run.after(2)));
        assertThat(run.lines(3)).isEqualTo(2);
    }
}
