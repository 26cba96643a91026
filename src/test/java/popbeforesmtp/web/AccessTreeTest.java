package popbeforesmtp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.sandbox.press.Press;

/** What a page says to whoever hears it instead of seeing it. */
class AccessTreeTest {

    @RegisterExtension
    static final PracticeSite SITE = PracticeSite.unhurried();

    @Test
    void advice_on_a_typed_line_is_a_status_that_was_there_before() {
        Reader reader = SITE.reader();
        assertThat(reader.get("/try").body()).contains("<div id=\"advice\" role=\"status\"></div>");
        act(reader, "open", "host", "plala.example", "dialled", "25");
        act(reader, "type", "line", "EHLO pc");
        act(reader, "type", "line", "MAIL FROM:a@b");
        assertThat(reader.get("/try").body()).contains("<div id=\"advice\" role=\"status\"><p class=\"notice\">");
    }

    private static void act(Reader reader, String press, String... fields) {
        List<String> all = new ArrayList<>(List.of("step", reader.step(), "press", press));
        all.addAll(List.of(fields));
        assertThat(reader.post("/try", all).statusCode()).isEqualTo(303);
        reader.get("/try");
    }

    @Test
    void no_word_is_said_twice_because_its_reading_stands_above_it() {
        for (String path : List.of("/", "/try", "/learn/2", "/read/story", "/words")) {
            String page = SITE.reader().get(path, "Cookie", "furigana=all").body();
            assertThat(Pattern.compile("<rt(?! aria-hidden=\"true\")")
                            .matcher(page)
                            .find())
                    .as(path)
                    .isFalse();
            assertThat(page).contains("<rt aria-hidden=\"true\">");
        }
    }

    @Test
    void japanese_words_on_english_pages_are_said_in_japanese() {
        String page = SITE.reader().get("/en/read/e-words").body();
        assertThat(page).contains("<span lang=\"ja\">ポップビフォアエスエムティーピー</span>");
        String words =
                page.replaceAll("<(a|span)[^>]* lang=\"ja\"[^>]*>.*?</\\1>", "").replaceAll("<[^>]*>", "");
        assertThat(words).doesNotContainPattern("[\\u3041-\\u30ff]");
    }

    @Test
    void who_writes_into_the_list_and_who_looks_is_said_whole() {
        assertThat(SITE.reader().get("/try").body())
                .contains("<span aria-hidden=\"true\">書く</span><span class=\"unseen\">受信係がリストに書きます。</span>")
                .contains("<span aria-hidden=\"true\">見る</span><span class=\"unseen\">送信係がリストを見ます。</span>");
    }

    @Test
    void a_hint_is_a_status_without_anything_to_press_and_an_answer_has_a_name() {
        Pupil pupil = new Pupil(SITE.reader(), "");
        pupil.see("/learn/2");
        pupil.note("/learn/2", "hint");
        String led = pupil.note("/learn/2", "hint");
        assertThat(led).contains("value=\"lead\"");
        String hints = led.substring(led.indexOf("id=\"hints\""));
        assertThat(hints.substring(0, hints.indexOf("</div>")))
                .contains("大きなヒント")
                .doesNotContain("<button", "<form");
        Matcher option =
                Pattern.compile("name=\"answer\"[^>]* value=\"([^\"]+)\"").matcher(pupil.see("/learn/2?trial=why"));
        assertThat(option.find()).isTrue();
        assertThat(pupil.note("/learn/2?trial=why", "answer", "answer", option.group(1)))
                .contains("id=\"answer\" role=\"group\" aria-labelledby=\"answer-h\"", "id=\"answer-h\"");
    }

    @Test
    void a_step_that_was_left_out_is_said() {
        Pupil pupil = new Pupil(SITE.reader(), "");
        assertThat(pupil.press(
                        "/learn/4?trial=b", List.of(new Press.Advance(Press.ClockMove.AFTER_END), new Press.Send())))
                .contains("ここでは手順の続きになりません", "「はじめから」を押す");
    }

    @Test
    void the_door_is_found_from_every_foot_and_from_the_main_screen() {
        String page = SITE.reader().get("/try").body();
        assertThat(page.split("href=\"/door\"", -1)).hasSize(3);
        assertThat(SITE.reader().get("/history").body()).contains("href=\"/door\"");
    }
}
