package popbeforesmtp.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.Practice;
import popbeforesmtp.lesson.course.Controls;
import popbeforesmtp.lesson.course.Guess;
import popbeforesmtp.lesson.course.Lesson;
import popbeforesmtp.lesson.course.Question;
import popbeforesmtp.lesson.course.Quiz;
import popbeforesmtp.lesson.course.Trial;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.World;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.sandbox.world.Worlds;

/** Every trial of the lessons, pressed on the real servers, leads to what its lesson says. */
class LessonsTest {

    private static final Library LIBRARY = Library.load(ResourceRoot.live(Path.of("")));

    @RegisterExtension
    static final Practice PRACTICE = Practice.start();

    /** All trials. */
    static Stream<String> trials() {
        return LIBRARY.in("ja").lessons().stream()
                .flatMap(lesson -> lesson.everything().stream().map(trial -> lesson.number() + trial.name()));
    }

    @ParameterizedTest
    @MethodSource("trials")
    void a_trial_is_done_with_its_last_step_and_not_before(String name) {
        Trial trial = trial("ja", name);
        assertThat(trial.isDone(Worlds.before(trial.setUp()))).isFalse();
        Player player = player(trial.setUp());
        for (int i = 0; i < trial.steps().size(); i++) {
            WorldView view = player.press(trial.steps().get(i));
            boolean last = i == trial.steps().size() - 1;
            assertThat(trial.isPlayed(view)).isTrue();
            assertThat(trial.isDone(view)).as("step %s", i + 1).isEqualTo(last);
            assertThat(trial.match(Optional.of(Guess.UNSURE), view).isPresent()).isEqualTo(last);
        }
        assertThat(trial.seen(player.seat().view())).contains(trial.goal().end().outcome());
    }

    @ParameterizedTest
    @MethodSource("trials")
    void whoever_is_led_arrives_also_after_a_wrong_turn(String name) {
        Trial trial = trial("ja", name);
        Player player = player(SetUp.FREE);
        WorldView view = player.press(new Press.Receive());
        player = new Player(player.world(), trial.setUp());
        view = follow(trial, player, view);
        assertThat(trial.isDone(view)).isTrue();
        player = player(trial.setUp());
        view = player.press(List.of(new Press.Send(), new Press.Send(), new Press.Receive()));
        assertThat(trial.isDone(follow(trial, player, view))).isTrue();
    }

    private static WorldView follow(Trial trial, Player player, WorldView from) {
        WorldView view = from;
        for (int i = 0; i < 10 && trial.next(view).isPresent(); i++) {
            view = player.press(trial.next(view).orElseThrow());
        }
        return view;
    }

    @Test
    void sending_too_early_is_not_lesson_4() {
        for (String name : List.of("4a", "4b", "4c")) {
            Trial trial = trial("ja", name);
            WorldView view = player(trial.setUp())
                    .press(List.of(
                            new Press.Receive(),
                            new Press.Receive(),
                            new Press.Send(),
                            new Press.Send(),
                            new Press.Send()));
            assertThat(trial.isDone(view)).as(name).isFalse();
            assertThat(trial.seen(view)).contains(Outcome.SENT);
        }
    }

    @Test
    void not_sending_before_the_end_is_not_the_last_trial_of_lesson_4() {
        Trial trial = trial("ja", "4c");
        WorldView view = player(trial.setUp())
                .press(List.of(
                        new Press.Receive(),
                        new Press.Advance(Press.ClockMove.FIVE_MINUTES),
                        new Press.Advance(Press.ClockMove.FIVE_MINUTES),
                        new Press.Send(),
                        new Press.Send()));
        assertThat(trial.goal().end().isSeen(view)).isTrue();
        assertThat(trial.isDone(view)).isFalse();
    }

    @Test
    void the_neighbour_must_send_and_in_the_boxes_the_one_button_must_be_pressed() {
        Trial neighbour = trial("ja", "5c");
        assertThat(neighbour.isDone(player(neighbour.setUp())
                        .press(List.of(new Press.Receive(), new Press.Receive(), new Press.Send()))))
                .isFalse();
        Trial box = trial("ja", "6A");
        assertThat(box.isDone(player(box.setUp()).press(List.of(new Press.Receive(), new Press.Send()))))
                .isFalse();
    }

    @Test
    void another_case_is_not_the_trial() {
        Trial trial = trial("ja", "2b");
        WorldView elsewhere = player(trial("ja", "2a").setUp()).press(List.of(new Press.Receive(), new Press.Send()));
        assertThat(trial.isPlayed(elsewhere)).isFalse();
        assertThat(trial.isDone(elsewhere)).isFalse();
        assertThat(trial.seen(elsewhere)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SENT, SENT, HIT",
        "SENT, REFUSED, MISS",
        "REFUSED, REFUSED, HIT",
        "REFUSED, SENT, MISS",
        "REFUSED, NO_ANSWER, MISS",
        "SENT, NO_ANSWER, MISS",
        "UNSURE, SENT, NONE",
    })
    void a_guess_is_set_against_what_was_seen(Guess guess, Outcome seen, Guess.Match match) {
        assertThat(guess.against(seen)).isEqualTo(match);
    }

    @Test
    void the_example_goes_well() {
        Lesson.Example example =
                LIBRARY.in("en").lesson(2).orElseThrow().example().orElseThrow();
        WorldView view = player(
                        LIBRARY.cases().find(example.caseId()).orElseThrow().setUp())
                .press(example.presses());
        assertThat(view.friendMail()).hasSize(1);
    }

    @Test
    void a_trial_shows_the_controls_that_it_needs() {
        Controls controls = trial("en", "5c").controls();
        assertThat(controls.shows("receive")).isTrue();
        assertThat(controls.shows("clock")).isFalse();
        assertThat(controls.places()).hasSize(2);
    }

    /** Whoever has learned to choose the longest answer, or the shortest, gets no further by it than by guessing. */
    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void no_answer_is_given_away_by_its_length(String language) {
        Edition edition = LIBRARY.in(language);
        List<Question> questions = Stream.concat(
                        edition.lessons().stream().map(lesson -> lesson.moral().question()),
                        edition.quiz().items().stream().map(Quiz.Item::question))
                .filter(question -> question.options().size() == 3)
                .toList();
        Comparator<Question.Option> byLength =
                Comparator.comparingInt(option -> option.text().plain().length());
        assertThat(questions)
                .filteredOn(question -> question.isRight(
                        question.options().stream().max(byLength).orElseThrow().id()))
                .hasSizeLessThanOrEqualTo(questions.size() / 3);
        assertThat(questions)
                .filteredOn(question -> question.isRight(
                        question.options().stream().min(byLength).orElseThrow().id()))
                .hasSizeLessThanOrEqualTo(questions.size() / 2);
    }

    private static Player player(SetUp setUp) {
        World world = PRACTICE.worlds().make("lessons " + PRACTICE.worlds().size(), "nobody");
        return new Player(world, setUp);
    }

    /** The trial of a name like {@code 4a}. */
    static Trial trial(String language, String name) {
        return LIBRARY.in(language)
                .lesson(Integer.parseInt(name.substring(0, 1)))
                .orElseThrow()
                .find(name.substring(1))
                .orElseThrow();
    }
}
