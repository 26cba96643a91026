package popbeforesmtp.web.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.course.Guess;
import popbeforesmtp.lesson.course.Lesson;
import popbeforesmtp.lesson.course.Puzzle;
import popbeforesmtp.lesson.course.Question;
import popbeforesmtp.lesson.course.Trial;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.press.LadderStep;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.web.PracticeSite;
import popbeforesmtp.web.Pupil;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.Swapped;

/** The lessons, walked without scripts over real servers. */
class LearnPagesTest {

    private static final Library LIBRARY = Library.open(ResourceRoot.packed());
    private static final String[] HTMX = {"HX-Request", "true"};
    private static final Press BOTH = new Press.SendReceive();
    private static final Pattern LINE = Pattern.compile("<option value=\"([^\"]+)\"");

    @RegisterExtension
    static final PracticeSite SITE = PracticeSite.unhurried();

    private static Pupil pupil(String prefix) {
        Pupil pupil = new Pupil(SITE.reader(), prefix);
        pupil.see("/learn/1");
        return pupil;
    }

    private static Lesson lesson(int number) {
        return LIBRARY.in("ja").lesson(number).orElseThrow();
    }

    private static String address(Lesson lesson, String part) {
        return new LearnAddress(lesson, part).address();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void a_lesson_is_walked_from_its_first_guess_to_its_last_answer(int number) {
        Lesson lesson = lesson(number);
        Pupil pupil = pupil("");
        for (Trial trial : lesson.everything()) {
            String from = address(lesson, trial.name());
            assertThat(pupil.see(from))
                    .contains("選ばずにためしてもかまいません。", "value=\"unsure\"")
                    .doesNotContain("data-outcome=", "class=\"known\"");
            Guess right = trial.goal().end().outcome() == Outcome.SENT ? Guess.SENT : Guess.REFUSED;
            assertThat(pupil.guess(from, right)).contains("あなたの予想：", "<b>" + (right == Guess.SENT ? "送れる" : "断られる"));
            int last = trial.steps().size() - 1;
            assertThat(pupil.press(from, trial.steps().subList(0, last))).doesNotContain("class=\"known\"");
            String done = pupil.press(from, trial.steps().get(last));
            assertThat(done)
                    .contains(
                            trial.goal().end().outcome() == Outcome.NO_ANSWER
                                    ? "断られたのではなく、サーバーの返事がなかったのです。"
                                    : "予想どおりでした。");
            boolean isBox =
                    lesson.puzzle().flatMap(puzzle -> puzzle.box(trial.name())).isPresent();
            assertThat(done.contains("class=\"known\""))
                    .as("a box is done when its cause was named")
                    .isEqualTo(!isBox);
            lesson.puzzle()
                    .flatMap(puzzle -> puzzle.box(trial.name()))
                    .ifPresent(box -> assertThat(opened(pupil, lesson, box)).contains("class=\"known\""));
        }
        String why = address(lesson, "why");
        assertThat(pupil.see(why)).contains("よくある思いこみ", "あなたの会話を見る").doesNotContain("id=\"answer\"");
        String answered =
                pupil.note(why, "answer", "answer", lesson.moral().question().answer());
        assertThat(answered).contains("id=\"answer\"", "そのとおりです。", "rel=\"next\"");
        assertThat(pupil.see("/learn/1")).contains(lesson.title().plain() + "（できました）");
        assertThat(answered.split("<li><a href=\"/learn/" + number, -1).length - 1)
                .isEqualTo(LearnAddress.parts(lesson).size() + 1);
    }

    /** Names the cause, and one line after the other until the box is open. */
    private static String opened(Pupil pupil, Lesson lesson, Puzzle.Box box) {
        String from = address(lesson, box.trial().name());
        String cause = cause(lesson, box.cause());
        String page = pupil.note(from, "cause", "cause", cause);
        assertThat(page).contains("どの行でわかりましたか。").doesNotContain("class=\"known\"");
        Matcher lines = LINE.matcher(page);
        while (lines.find()) {
            page = pupil.note(
                    from,
                    "cause",
                    "cause",
                    cause,
                    "line",
                    lines.group(1).replace("&lt;", "<").replace("&gt;", ">"));
            if (page.contains("class=\"known\"")) {
                return page;
            }
        }
        throw new AssertionError("no line opens box " + box.trial().name());
    }

    private static String cause(Lesson lesson, String id) {
        return String.valueOf(lesson.puzzle().orElseThrow().causes().stream()
                .map(Puzzle.Cause::id)
                .toList()
                .indexOf(id));
    }

    @Test
    void a_box_is_opened_by_the_line_that_shows_its_cause_and_by_nothing_else() {
        Pupil pupil = pupil("");
        Lesson puzzle = lesson(6);
        String town = cause(puzzle, "town-server");
        String from = "/learn/6?box=C";
        assertThat(pupil.note(from, "cause", "cause", town))
                .contains("まだ会話がありません。")
                .doesNotContain("class=\"known\"");
        String greeting = "220 smtp.town.example ESMTP";
        assertThat(pupil.note(from, "cause", "cause", town, "line", greeting)).doesNotContain("class=\"known\"");
        String page = pupil.press(from, BOTH);
        Matcher lines = LINE.matcher(page);
        int opening = 0;
        int all = 0;
        while (lines.find()) {
            String line = lines.group(1).replace("&lt;", "<").replace("&gt;", ">");
            for (int i = 0; i < 6; i++) {
                Pupil other = pupil("");
                other.press(from, BOTH);
                boolean opened = other.note(from, "cause", "cause", String.valueOf(i), "line", line)
                        .contains("手がかりがぴったり合いました。");
                assertThat(opened)
                        .as(i + " " + line)
                        .isEqualTo(String.valueOf(i).equals(town) && line.startsWith("220 "));
                opening += opened ? 1 : 0;
            }
            all++;
        }
        assertThat(opening).isEqualTo(1);
        assertThat(all).isGreaterThan(5);
    }

    @Test
    void the_ladder_shows_what_happened_on_each_rung() {
        Pupil pupil = pupil("");
        String from = "/learn/6?box=B";
        assertThat(pupil.see(from)).contains("data-rung=\"rcpt\"").doesNotContain("data-state=\"passed\"");
        assertThat(pupil.press(from, new Press.Climb(LadderStep.RCPT)))
                .contains("data-rung=\"name\" data-state=\"passed\"", "data-rung=\"connect-25\" data-state=\"silent\"")
                .doesNotContain("data-rung=\"rcpt\" data-state");
        assertThat(pupil.press(from, new Press.Climb(LadderStep.CONNECT_110)))
                .contains("data-rung=\"connect-110\" data-state=\"passed\"");
        assertThat(pupil.press("/learn/6", new Press.Climb(LadderStep.RCPT)))
                .contains("data-rung=\"mail\" data-state=\"passed\"", "data-rung=\"rcpt\" data-state=\"refused\"");
    }

    @Test
    void the_figures_of_a_note_are_those_of_what_was_done() {
        Lesson fourth = lesson(4);
        assertThat(pupil("")
                        .press(
                                "/learn/4?trial=c",
                                fourth.find("c").orElseThrow().steps()))
                .contains("1回目は250、2回目は550です。「いつまで」はずっと2時05分でした。");
        assertThat(pupil("/en").press("/learn/4", fourth.find("a").orElseThrow().steps()))
                .contains("Time left: 1 min. The entry on the list is still valid. The reply is 250.");
    }

    @Test
    void the_ladder_leads_nobody_astray() {
        Pupil pupil = pupil("");
        pupil.press("/learn/6", new Press.Climb(LadderStep.RCPT));
        assertThat(pupil.press("/learn/6", List.of(BOTH, BOTH))).contains("id=\"verdict\"");
    }

    @Test
    void a_press_under_something_else_than_was_chosen_is_not_done_and_says_so() {
        Reader reader = SITE.reader();
        String from = "/learn/5?trial=c";
        reader.get(from);
        reader.post("/try", List.of("from", from, "step", reader.step(), "place", "centre", "press", "receive"));
        String page = reader.get(from).body();
        assertThat(page).contains("data-outcome=\"received\"");
        HttpResponse<String> pressed = reader.post(
                "/try", List.of("from", from, "step", reader.step(), "place", "next-seat", "press", "send"));
        assertThat(pressed.headers().firstValue("Location")).hasValue(from + "&told=chosen#result");
        assertThat(reader.get(from + "&told=chosen").body())
                .contains("選び直したところが、まだ使われていません。", "data-outcome=\"received\"");
        reader.post("/try", List.of("from", from, "step", reader.step(), "place", "next-seat", "press", "move"));
        assertThat(reader.get(from).body()).contains("公民館（となりの席）に移りました。", "aria-current=\"step\"");
        assertThat(reader.post(
                                "/try",
                                List.of("from", from, "step", reader.step(), "place", "next-seat", "press", "move"))
                        .headers()
                        .firstValue("Location"))
                .hasValue(from + "&told=unchanged#result");
        reader.post("/try", List.of("from", from, "step", reader.step(), "place", "next-seat", "press", "send"));
        assertThat(reader.get(from).body()).contains("id=\"verdict\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void whoever_answers_otherwise_is_told_why_that_is_not_so(int number) {
        Question question = lesson(number).moral().question();
        String why = address(lesson(number), "why");
        Pupil pupil = pupil("");
        pupil.see(why);
        for (Question.Option option : question.options()) {
            String page = pupil.note(why, "answer", "answer", option.id())
                    .replaceAll("<r[tp]\\b.*?</r[tp]>", "")
                    .replaceAll("<[^>]+>", "");
            option.why().ifPresent(text -> assertThat(page).contains(text.plain()));
            assertThat(page).contains(question.explanation().plain());
            assertThat(option.why().isPresent()).isNotEqualTo(question.isRight(option.id()));
        }
    }

    @Test
    void a_wrong_guess_is_answered_warmly_and_not_being_sure_too() {
        Pupil pupil = pupil("");
        pupil.guess("/learn/2?trial=a", Guess.SENT);
        assertThat(pupil.press("/learn/2?trial=a", new Press.Send())).contains("予想と違いました。ここが大事なところです。");
        assertThat(pupil.guess("/learn/2?trial=a", Guess.REFUSED)).contains("<b>送れる</b>");
        pupil.guess("/learn/3", Guess.UNSURE);
        assertThat(pupil.press("/learn/3", List.of(new Press.Receive(), new Press.Send())))
                .contains("「わからない」から始めて");
        assertThat(pupil.press("/learn/3?trial=b", List.of(new Press.Receive(), new Press.Send())))
                .contains("class=\"found\"")
                .doesNotContain("予想どおり", "予想と違い");
    }

    @Test
    void what_to_do_next_is_told_where_it_can_be_done() {
        Pupil pupil = pupil("");
        assertThat(pupil.press("/learn/1?trial=c", new Press.Send()))
                .contains("リストにあなたの住所がありません。")
                .doesNotContain("先に受信すると送れます。");
        assertThat(pupil.press("/learn/2?trial=a", new Press.Send())).contains("先に受信すると送れます。");
        assertThat(pupil.press("/learn/3", List.of(new Press.Receive(), new Press.Send())))
                .contains("さきほどはパスワードが違いました。", "正しいパスワードで受信すると送れます。");
    }

    @Test
    void the_example_is_told_while_it_is_pressed_and_no_trial_is_done_by_it() {
        Pupil pupil = pupil("");
        String received = pupil.press("/learn/2?trial=example", new Press.Receive());
        assertThat(received)
                .contains(
                        "お手本：2つのボタンで起きること", "data-outcome=\"received\"", "data-done=\"true\"", "aria-current=\"step\"");
        assertThat(pupil.press("/learn/2?trial=example", new Press.Send()))
                .contains("data-outcome=\"sent\"", "これが、受けてから送る仕組みのすべてです。");
        assertThat(pupil.see("/learn/2?trial=b")).doesNotContain("data-outcome=", "class=\"known\"");
    }

    @Test
    void the_same_experiment_in_another_lesson_begins_anew() {
        Pupil pupil = pupil("");
        pupil.press("/learn/1?trial=c", new Press.Send());
        assertThat(pupil.see("/learn/2?trial=a")).doesNotContain("data-outcome=", "class=\"known\"");
        assertThat(pupil.see("/learn/1?trial=c")).contains("data-outcome=\"refused\"");
    }

    @Test
    void what_the_main_screen_takes_back_may_be_a_lesson() {
        Reader reader = SITE.reader();
        Pupil pupil = new Pupil(reader, "");
        pupil.press("/learn/2?trial=a", new Press.Send());
        reader.get("/try");
        reader.pressAndSee("reset");
        assertThat(reader.pressAndSee("undo")).contains("1つ前に戻しました。", "id=\"net\"");
        assertThat(pupil.see("/learn/2?trial=a")).contains("data-outcome=\"refused\"");
        assertThat(pupil.see("/print/log")).contains("550").doesNotContain("case.lesson");
    }

    @Test
    void only_the_controls_of_the_trial_are_shown_and_taken() {
        Pupil pupil = pupil("");
        assertThat(pupil.see("/learn/1"))
                .contains("value=\"send\"")
                .doesNotContain("value=\"receive\"", "advance:1", "name=\"place\"", "id=\"list\"", "value=\"dial\"");
        assertThat(pupil.see("/learn/4")).contains("advance:before-end").doesNotContain("value=\"both\"");
        assertThat(pupil.see("/learn/5?trial=c")).contains("place-next-seat").doesNotContain("place-stranger");
        Reader reader = SITE.reader();
        reader.get("/learn/1");
        for (String press : List.of("receive", "both", "rung:ehlo", "rung:nothing", "auth", "choose", "dial", "")) {
            assertThat(reader.post("/try", List.of("from", "/learn/1", "step", "0.0", "press", press, "auth", "on"))
                            .statusCode())
                    .as(press)
                    .isEqualTo(400);
        }
    }

    @Test
    void hints_grow_and_at_last_the_site_presses_step_by_step() {
        Pupil pupil = pupil("");
        String from = "/learn/4?trial=b";
        assertThat(pupil.see(from)).doesNotContain("value=\"lead\"", "ヒント：");
        assertThat(pupil.note(from, "hint")).contains("<b>ヒント：</b>").doesNotContain("大きなヒント：");
        assertThat(pupil.note(from, "hint")).contains("大きなヒント：", "value=\"lead\"", "<b>受信する</b>");
        Reader reader = SITE.reader();
        Pupil led = new Pupil(reader, "");
        led.see(from);
        led.note(from, "hint");
        led.note(from, "hint");
        String page = "";
        for (int i = 0; i < 4; i++) {
            reader.get(from);
            reader.post("/try", List.of("from", from, "step", reader.step(), "press", "lead"));
            page = reader.get(from).body();
        }
        assertThat(page).contains("data-reason=\"expired\"", "class=\"known\"", "これで、できました。");
    }

    @Test
    void progress_outlives_undo_reload_and_language_and_can_be_cleared() {
        Reader reader = SITE.reader();
        Pupil pupil = new Pupil(reader, "");
        String from = "/learn/2?trial=a";
        pupil.see(from);
        pupil.guess(from, Guess.REFUSED);
        pupil.press(from, new Press.Send());
        reader.get(from);
        reader.post("/try", List.of("from", from, "step", reader.step(), "press", "undo"));
        assertThat(pupil.see(from))
                .contains("class=\"known\"", "<b>断られる</b>", "rel=\"next\"")
                .doesNotContain("data-outcome=");
        assertThat(new Pupil(reader, "/en").see(from))
                .contains("Your prediction:", "<b>It will be refused</b>", "Done");
        pupil.press("/learn/3", new Press.Receive());
        assertThat(pupil.see(from)).contains("class=\"known\"");
        assertThat(pupil.note(from, "clear")).contains("学習の記録を消しました。").doesNotContain("class=\"known\"");
    }

    @Test
    void notes_change_no_world_and_looking_makes_none() {
        int before = SITE.worlds().size();
        Reader reader = SITE.reader();
        for (int number = 1; number <= Lesson.LAST; number++) {
            for (String part : LearnAddress.parts(lesson(number))) {
                assertThat(reader.get(address(lesson(number), part)).statusCode())
                        .isEqualTo(200);
                assertThat(reader.get("/en" + address(lesson(number), part)).statusCode())
                        .isEqualTo(200);
            }
        }
        reader.get("/quiz");
        reader.get("/compare-runs");
        assertThat(SITE.worlds().size()).isEqualTo(before);
        Pupil pupil = new Pupil(reader, "");
        pupil.press("/learn/2?trial=a", new Press.Send());
        String step = reader.step();
        pupil.note("/learn/2?trial=a", "hint");
        pupil.guess("/learn/2?trial=b", Guess.SENT);
        pupil.note("/learn/2?trial=why", "answer", "answer", "a");
        pupil.see("/learn/2?trial=a");
        assertThat(reader.step()).isEqualTo(step);
    }

    @Test
    void htmx_gets_what_has_changed_and_nothing_else() {
        Reader reader = SITE.reader();
        String page = reader.get("/learn/2?trial=a").body();
        HttpResponse<String> guessed =
                reader.post("/learn", List.of("from", "/learn/2?trial=a", "note", "guess", "guess", "sent"), HTMX);
        assertThat(guessed.statusCode()).isEqualTo(200);
        assertThat(guessed.body())
                .contains("id=\"guess-said\"", "<b>送れる</b>")
                .doesNotContain("<main", "<form", "id=\"result\"");
        HttpResponse<String> pressed =
                reader.post("/try", List.of("from", "/learn/2?trial=a", "step", "0.0", "press", "send"), HTMX);
        assertThat(pressed.headers().firstValue("HX-Replace-Url")).hasValue("/learn/2?trial=a");
        assertThat(pressed.body())
                .contains("data-outcome=\"refused\"", "予想と違いました。")
                .doesNotContain("<main", "id=\"place-choice\"");
        assertThat(Swapped.bench(page, pressed.body()))
                .isEqualTo(Swapped.bench(reader.get("/learn/2?trial=a").body()));
    }

    static Stream<String> bad() {
        return Stream.of(
                "/learn/0",
                "/learn/8",
                "/learn/x",
                "/learn/2?trial=z",
                "/learn/2?box=A",
                "/learn/6?trial=A",
                "/learn/6?box=today",
                "/learn/2?trial=%3Cscript%3E",
                "/quiz?q=0",
                "/quiz?q=13",
                "/quiz?q=x");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void what_is_not_there_is_told_in_the_readers_language(String address) {
        HttpResponse<String> answer = SITE.reader().get("/en" + address);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<html lang=\"en\">").doesNotContain("<script>");
    }

    @Test
    void notes_without_sense_are_told_kindly() {
        Pupil pupil = pupil("");
        for (Map.Entry<String, String> note : Map.of(
                        "guess", "maybe", "cause", "9", "answer", "z", "nothing", "", "", "")
                .entrySet()) {
            HttpResponse<String> answer = pupil.post("/learn/6", note.getKey(), note.getKey() + "", note.getValue());
            assertThat(answer.statusCode()).as(note.toString()).isEqualTo(400);
            assertThat(answer.body()).contains("うまく読み取れませんでした");
        }
        assertThat(pupil.post("/learn/2?trial=why", "guess", "guess", "sent").statusCode())
                .isEqualTo(400);
        assertThat(pupil.post("/try", "hint").statusCode()).isEqualTo(404);
        assertThat(pupil.post("/learn/9", "hint").statusCode()).isEqualTo(404);
        assertThat(pupil.post("/quiz?q=1", "answer", "answer", "z").statusCode())
                .isEqualTo(400);
        Reader stranger = SITE.reader();
        HttpResponse<String> answer = new Pupil(stranger, "").post("/learn/2?trial=a", "hint");
        assertThat(answer.headers().firstValue("Location")).hasValue("/learn/2?trial=a&told=cookies#help");
        HttpResponse<String> told =
                SITE.reader().post("/learn", List.of("from", "/learn/2?trial=a", "note", "hint"), "HX-Request", "true");
        // In the place of the hint: the result may be out of view.
        assertThat(told.headers().firstValue("HX-Retarget")).isEmpty();
        assertThat(told.headers().firstValue("HX-Reselect")).hasValue("#result > *");
        assertThat(told.headers().firstValue("HX-Reswap")).hasValue("innerHTML");
        assertThat(told.body()).contains("もう一度押してください。");
        assertThat(stranger.post(
                                "/learn",
                                List.of("from", "/learn/2?trial=a", "note", "hint"),
                                "Origin",
                                "https://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_wrong_cause_shows_its_sign_and_the_right_one_opens_the_box() {
        Pupil pupil = pupil("");
        String from = "/learn/6?box=B";
        pupil.press(from, List.of(BOTH, BOTH));
        assertThat(pupil.note(from, "cause", "cause", "4", "line", "smtp.yahoo.example:25"))
                .contains("まだ合わないところがあります。", "期限切れと出るはずです。")
                .containsPattern("value=\"4\" checked=\"checked\"")
                .doesNotContain("data-reason");
        assertThat(pupil.note(from, "cause", "cause", "1", "line", "smtp.yahoo.example:25"))
                .contains("手がかりがぴったり合いました。", "25番への道が閉じている公民館", "data-reason=\"silence\"")
                .contains("rel=\"next\" href=\"/learn/6?box=C#task\"");
        assertThat(pupil.note(from, "cause", "cause", "0")).contains("ぴったり合いました。");
        assertThat(pupil.see("/learn/6?trial=ending")).contains("決められません。", "回線の会社が、この仕組みに対応しているかどうか");
        assertThat(pupil.see("/learn/6?trial=today")).contains("587番", "name=\"auth\"");
    }

    @Test
    void each_rung_of_the_ladder_is_really_climbed() {
        Pupil pupil = pupil("");
        for (LadderStep rung : LadderStep.values()) {
            String page = pupil.press("/learn/6", new Press.Climb(rung));
            assertThat(page)
                    .as(rung.id())
                    .contains("data-rung=\"" + rung.id() + "\" data-state=", "<details class=\"drawer ladder\" open");
        }
        assertThat(pupil.press("/learn/6", new Press.Climb(LadderStep.NAME))).contains("smtp.yahoo.exampleの住所は、");
        assertThat(pupil.press("/learn/6", new Press.Climb(LadderStep.MAIL)))
                .contains("返事は250です。", "MAIL FROM:&lt;hanako@yahoo.example&gt;")
                .doesNotContain("RCPT TO:&lt;");
        assertThat(pupil.press("/learn/6", new Press.Climb(LadderStep.RCPT))).contains("送信係の返事は550でした。");
        assertThat(pupil.press("/learn/6?box=B", new Press.Climb(LadderStep.CONNECT_110)))
                .doesNotContain("no-answer");
        assertThat(pupil.press("/learn/6?box=B", new Press.Climb(LadderStep.CONNECT_25)))
                .contains("data-outcome=\"no-answer\"", "返事がありません。30秒待ちました。");
        assertThat(pupil.press("/learn/6?box=C", new Press.Climb(LadderStep.GREETING)))
                .contains("220 smtp.town.example");
    }
}
