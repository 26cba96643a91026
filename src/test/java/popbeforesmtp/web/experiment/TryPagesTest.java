package popbeforesmtp.web.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.experiment.Cases;
import popbeforesmtp.lesson.experiment.Step;
import popbeforesmtp.lesson.experiment.StepExpectation;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.web.Buttons;
import popbeforesmtp.web.PracticeSite;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.Swapped;
import popbeforesmtp.web.http.SiteOptions;

class TryPagesTest {

    private static final Cases CASES = Cases.load(ResourceRoot.packed());
    /** A receive brings thirty lines of dialogue and three letters. */
    private static final int MOST_OCTETS = 12_000;

    private static final String[] HTMX = {"HX-Request", "true"};

    @RegisterExtension
    static final PracticeSite SITE = PracticeSite.unhurried();

    static Stream<String> cases() {
        return CASES.all().stream().map(Case::id);
    }

    @Test
    void a_form_is_answered_with_the_way_to_the_result() {
        Reader reader = SITE.reader();
        reader.get("/try");
        HttpResponse<String> answer = reader.press("send");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/try#result");
        assertThat(reader.get("/try").body())
                .contains("data-outcome=\"refused\"", "data-reply=\"550\"", "data-reason=\"not-listed\"")
                .contains("<h2>断られました</h2>", "リストにあなたの住所がありません。", "1回目", "お断り</b>");
    }

    /** Every case without scripts, and beside it what htmx is given at the same press. */
    @ParameterizedTest
    @MethodSource("cases")
    void a_case_ends_as_promised_and_htmx_gets_the_same(String id) {
        String address = "/try?case=" + id;
        Reader plain = SITE.reader();
        Reader scripted = SITE.reader();
        plain.get(address);
        String swapped = scripted.get(address).body();
        for (Step step : CASES.find(id).orElseThrow().steps()) {
            String where = "cases.yml:" + step.line();
            String page = plain.get(plain.post("/try", form(plain, id, step))
                            .headers()
                            .firstValue("Location")
                            .orElseThrow()
                            .replaceFirst("#.*", ""))
                    .body();
            String answer = scripted.seen(scripted.post("/try", form(scripted, id, step), HTMX))
                    .body();
            swapped = Swapped.swap(swapped, answer);
            assertThat(Swapped.bench(swapped)).as(where).isEqualTo(Swapped.bench(page));
            Optional<StepExpectation.Ending> ending = step.promise().ending();
            assertThat(page.contains("data-outcome=")).as(where).isEqualTo(ending.isPresent());
            ending.ifPresent(promised -> assertThat(page)
                    .as(where)
                    .contains("data-outcome=\"" + promised.outcome().kebab() + "\"")
                    .contains("data-reply=\"" + promised.reply() + "\"")
                    .contains("data-reason=\""
                            + promised.reason().map(Reason::kebab).orElse("") + "\""));
            step.promise()
                    .rows()
                    .ifPresent(
                            rows -> assertThat(page.split("data-state=\"(live|expired|overdue|unread|unmatched)\"", -1))
                                    .as(where)
                                    .hasSize(rows.size() + 1));
        }
    }

    private static List<String> form(Reader reader, String id, Step step) {
        List<String> fields = Buttons.fields(step.press());
        fields.addAll(List.of("case", id, "step", reader.step()));
        return fields;
    }

    @Test
    void htmx_gets_what_has_changed_and_nothing_else() {
        Reader scripted = SITE.reader();
        scripted.get("/try");
        HttpResponse<String> answer = scripted.press("receive", HTMX);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Vary")).anyMatch(vary -> vary.contains("HX-Request"));
        assertThat(answer.body())
                .contains("id=\"result\"", "id=\"way-in\"", "id=\"list\"", "id=\"talk\"", "id=\"at-type\"")
                .doesNotContain(
                        "<html", "<main", "<form", "id=\"way-out\"", "id=\"choice-list\"", "id=\"place-choice\"");
        assertThat(answer.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_OCTETS);
    }

    @Test
    void an_answer_to_a_receive_stays_small_in_both_languages_and_however_long_one_has_pressed() {
        for (String prefix : List.of("", "/en")) {
            Reader reader = SITE.reader();
            reader.get(prefix + "/try");
            for (int i = 0; i < 12; i++) {
                for (String press : List.of("send", "receive")) {
                    HttpResponse<String> answer = reader.seen(
                            reader.post(prefix + "/try", List.of("step", reader.step(), "press", press), HTMX));
                    assertThat(answer.body().getBytes(StandardCharsets.UTF_8).length)
                            .as(prefix + " " + press + " " + i)
                            .isLessThan(press.equals("receive") ? MOST_OCTETS : 2 * MOST_OCTETS);
                }
            }
        }
    }

    @Test
    void what_another_tab_has_changed_comes_whole_with_the_answer_that_nothing_was_done() {
        Reader reader = SITE.reader();
        String old = reader.get("/try").body();
        reader.press("move", "HX-Request", "true");
        reader.post("/try", List.of("step", reader.step(), "press", "move", "place", "home"), HTMX);
        String answer = reader.press("receive", HTMX).body();
        assertThat(answer).contains("id=\"place-choice\"", "id=\"choice-list\"", "id=\"spot\"", "id=\"title\"");
        String page = reader.get("/try").body();
        assertThat(withoutNotice(Swapped.swap(old, answer))).isEqualTo(withoutNotice(page));
    }

    private static String withoutNotice(String page) {
        return Swapped.bench(page).replaceAll("<p class=\"notice\">.*?</p>", "").replaceAll(" +", " ");
    }

    @Test
    void a_history_restore_gets_the_whole_page() {
        assertThat(SITE.reader()
                        .get("/try", "HX-Request", "true", "HX-History-Restore-Request", "true")
                        .body())
                .contains("<html");
    }

    @Test
    void receiving_opens_sending_and_the_same_row_and_line_are_marked() {
        Reader reader = SITE.reader();
        reader.get("/try");
        String received = reader.pressAndSee("receive");
        assertThat(received)
                .contains("data-outcome=\"received\"", "data-reply=\"+OK\"", "data-reason=\"\"")
                .contains("data-host=\"plala.example\" data-state=\"live\"", "2時10分");
        String sent = reader.pressAndSee("send");
        assertThat(sent).contains("data-outcome=\"sent\"", "data-reason=\"listed\"", "太郎さんの郵便箱（1通）");
        assertThat(sent.split("決め手", -1)).hasSize(3);
        assertThat(sent.split("data-outcome=", -1)).hasSize(2);
    }

    @Test
    void both_halves_of_one_press_are_told() {
        Reader reader = SITE.reader();
        reader.get("/try?case=send-first");
        reader.post("/try", List.of("step", reader.step(), "case", "send-first", "press", "both"));
        assertThat(reader.get("/try?case=send-first").body())
                .contains("data-outcome=\"refused\"", "data-receive=\"received\"");
    }

    @Test
    void the_same_press_twice_is_done_once() {
        Reader reader = SITE.reader();
        reader.get("/try");
        reader.press("send");
        reader.press("send");
        assertThat(reader.get("/try").body()).contains("1回目").doesNotContain("2回目");
    }

    @Test
    void an_old_page_is_told_and_nothing_is_done() {
        Reader reader = SITE.reader();
        reader.get("/try");
        reader.press("send");
        HttpResponse<String> answer = reader.press("receive");
        assertThat(answer.headers().firstValue("Location")).hasValue("/try?told=old#result");
        assertThat(reader.get("/try?told=old").body()).contains("この画面は少し前のものです。", "data-outcome=\"refused\"", "1回目");
    }

    @Test
    void looking_never_makes_or_changes_a_world() {
        int before = SITE.worlds().size();
        Reader reader = SITE.reader();
        reader.get("/try");
        reader.get("/try?case=too-late");
        assertThat(SITE.worlds().size()).isEqualTo(before);
        reader.pressAndSee("advance:5");
        assertThat(reader.get("/try").body()).contains("datetime=\"2007-04-02T14:05:00+09:00\"");
        assertThat(reader.get("/try").body()).contains("datetime=\"2007-04-02T14:05:00+09:00\"");
    }

    @Test
    void a_case_is_begun_by_its_first_press_and_stays_in_the_address() {
        Reader reader = SITE.reader();
        reader.get("/try");
        reader.pressAndSee("send");
        assertThat(reader.get("/try?case=redial").body())
                .contains("電話をかけ直してから送る", "192.0.2.33")
                .doesNotContain("data-outcome");
        HttpResponse<String> answer =
                reader.post("/try", List.of("step", reader.step(), "case", "redial", "press", "receive"));
        assertThat(answer.headers().firstValue("Location")).hasValue("/try?case=redial#result");
        assertThat(reader.get("/try?case=redial").body()).contains("data-outcome=\"received\"");
        assertThat(reader.get("/try").body()).doesNotContain("data-outcome");
    }

    @Test
    void what_was_taken_for_one_of_two_is_told_as_that() {
        Reader reader = SITE.reader();
        reader.get("/try?case=both-recipients");
        reader.post("/try", List.of("step", reader.step(), "case", "both-recipients", "press", "send"));
        assertThat(reader.get("/try?case=both-recipients").body())
                .contains("data-outcome=\"sent\"", ">一部だけ送れました</h2>", "2人のうち、1人分だけ引き受けてもらえました。");
    }

    @Test
    void undo_takes_back_and_reset_starts_over() {
        Reader reader = SITE.reader();
        reader.get("/try");
        assertThat(reader.press("undo").headers().firstValue("Location")).hasValue("/try?told=nothing#result");
        reader.pressAndSee("receive");
        reader.pressAndSee("send");
        assertThat(reader.pressAndSee("undo")).contains("data-outcome=\"received\"", "1つ前に戻しました。");
        assertThat(reader.pressAndSee("reset")).doesNotContain("data-outcome").contains("まだ、だれも載っていません", "最初に戻しました。");
    }

    @Test
    void places_options_clock_and_telephone_are_pressed_by_their_names() {
        Reader reader = SITE.reader();
        reader.get("/try");
        reader.post("/try", List.of("step", reader.step(), "press", "move", "place", "phone"));
        assertThat(reader.get("/try").body()).contains("data-place=\"phone\" data-phone=\"true\"", "192.0.2.33");
        assertThat(reader.pressAndSee("hang-up")).contains("電話を切り、住所", "電話はつながっていません");
        assertThat(reader.pressAndSee("send")).contains("先に「電話をかける」を押してください。").doesNotContain("data-outcome");
        assertThat(reader.pressAndSee("next-caller")).contains("data-place=\"next-caller\"");
        assertThat(reader.pressAndSee("dial")).contains("192.0.2.34");
        assertThat(reader.pressAndSee("advance:after-end")).contains("いまの住所は送信係のリストにない");
        reader.post(
                "/try",
                List.of(
                        "step",
                        reader.step(),
                        "press",
                        "choose",
                        "incoming",
                        "yahoo.example",
                        "outgoing",
                        "asahi.example",
                        "program",
                        "manual",
                        "window",
                        "5",
                        "centre",
                        "normal",
                        "sender",
                        "own",
                        "recipients",
                        "both",
                        "password",
                        "wrong",
                        "port",
                        "587",
                        "auth",
                        "on"));
        assertThat(reader.get("/try").body())
                .contains("送信の会社を「ASAHIネット」にしました。", "初めと違うところ：", "smtp.asahi.example", "リストはありません")
                .contains(
                        "value=\"both\" checked=\"checked\"",
                        "value=\"wrong\" checked=\"checked\"",
                        "value=\"587\" checked=\"checked\"",
                        "value=\"on\" checked=\"checked\"");
    }

    @Test
    void what_is_no_press_is_told_kindly() {
        Reader reader = SITE.reader();
        reader.get("/try");
        for (String wrong : List.of("", "explode", "advance:7", "choose")) {
            HttpResponse<String> answer = reader.press(wrong);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("<html", "うまく読み取れませんでした");
        }
        assertThat(reader.press("move").body()).contains("場所を選んでください");
        assertThat(reader.post("/try", List.of("step", "0.0", "press", "move", "place", "next-caller"))
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> line = reader.press("explode", HTMX);
        assertThat(line.statusCode()).isEqualTo(400);
        assertThat(line.headers().firstValue("HX-Reswap")).hasValue("afterbegin");
        assertThat(line.body()).startsWith("<section id=\"result\"").contains("class=\"notice\"");
        assertThat(reader.post("/try", List.of("step", "0.0", "case", "nothing", "press", "send"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(reader.get("/try?case=nothing").statusCode()).isEqualTo(404);
        assertThat(reader.get("/en/try?case=%3Cscript%3E").body())
                .contains("There is no such experiment")
                .doesNotContain("<script>");
    }

    @Test
    void a_swept_world_is_told_and_starts_afresh() throws IOException {
        Worlds.Limits one = new Worlds.Limits(1, 1, Duration.ofMinutes(10), Duration.ofHours(1));
        try (PracticeSite small = new PracticeSite(SiteOptions.usual(), one)) {
            Reader first = small.reader();
            first.get("/try");
            first.pressAndSee("receive");
            Reader second = small.reader();
            second.get("/try");
            second.pressAndSee("receive");
            assertThat(first.press("send").headers().firstValue("Location")).hasValue("/try?told=swept#result");
            assertThat(first.get("/try").body())
                    .contains("前の練習は", "value=\"0.0\"")
                    .doesNotContain("data-outcome");
            assertThat(first.pressAndSee("send"))
                    .contains("data-outcome=\"refused\"")
                    .doesNotContain("前の練習は");
        }
    }

    @Test
    void two_readers_never_see_each_other() {
        Reader one = SITE.reader();
        Reader other = SITE.reader();
        one.get("/try");
        other.get("/try");
        assertThat(one.cookie()).isNotEqualTo(other.cookie());
        one.pressAndSee("receive");
        assertThat(other.pressAndSee("send")).contains("data-reason=\"not-listed\"");
        assertThat(one.get("/try").body()).contains("data-outcome=\"received\"");
    }

    @Test
    void without_a_cookie_nothing_is_done_and_one_is_given() {
        Reader reader = SITE.reader();
        int before = SITE.worlds().size();
        assertThat(reader.press("send").headers().firstValue("Location")).hasValue("/try?told=cookies#result");
        assertThat(reader.cookie()).startsWith("visitor=");
        assertThat(SITE.worlds().size()).isEqualTo(before);
        reader.cookie("visitor=garbage<>");
        reader.get("/try");
        assertThat(reader.cookie()).matches("visitor=[A-Za-z0-9_-]{22}");
    }

    @Test
    void english_has_the_same_page_and_keeps_the_case() {
        Reader reader = SITE.reader();
        String page = reader.get("/en/try?case=too-late").body();
        assertThat(page)
                .contains("<html lang=\"en\">", ">Send</button>", "href=\"/try?case=too-late\"", "action=\"/en/try\"");
        assertThat(reader.get("/try?case=too-late").body()).contains("href=\"/en/try?case=too-late\"");
    }
}
