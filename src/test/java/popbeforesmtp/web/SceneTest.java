package popbeforesmtp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.web.http.SiteOptions;

/** Links to a state of a world. */
class SceneTest {

    private static final Pattern LINK =
            Pattern.compile("href=\"https://example\\.org(/(?:en/)?try\\?state=([^\"]+))\"");

    @RegisterExtension
    static final PracticeSite SITE = new PracticeSite(SiteOptions.usual().withPublicUrl("https://example.org"));

    @Test
    void a_link_tells_what_will_be_pressed_and_its_button_presses_it() {
        Matcher link = link(played());
        Reader friend = SITE.reader();
        int worlds = SITE.worlds().size();
        String told = friend.get(link.group(1)).body();
        assertThat(told)
                .contains("<li>受信する</li><li>5分すすめる</li>", "まだ何も押していません。")
                .doesNotContain("data-outcome");
        assertThat(friend.get("/try").body()).doesNotContain("data-outcome");
        assertThat(SITE.worlds().size()).isEqualTo(worlds);

        friend.get(link.group(1));
        HttpResponse<String> answer = play(friend, link.group(2));
        assertThat(answer.headers().firstValue("Location")).hasValue("/try?case=too-late#result");
        assertThat(friend.get("/try?case=too-late").body()).contains("data-state=\"live\"", "午後<wbr>2時05分");
        assertThat(friend.pressAndSee("undo")).doesNotContain("data-state=\"live\"");
    }

    @Test
    void it_is_played_once_and_not_over_what_was_pressed_since() {
        Matcher link = link(played());
        Reader friend = SITE.reader();
        friend.get(link.group(1));
        String step = friend.step();
        play(friend, link.group(2));
        assertThat(play(friend, link.group(2)).headers().firstValue("Location")).hasValue("/try?case=too-late#result");
        friend.get("/try?case=too-late");
        friend.press("send");
        HttpResponse<String> old = friend.post("/try/state", List.of("step", step, "state", link.group(2)));
        String back = old.headers().firstValue("Location").orElseThrow();
        assertThat(back).contains("told=old");
        assertThat(friend.get(back).body()).contains("この画面は少し前のものです。");
    }

    @Test
    void the_page_is_in_the_readers_language_and_a_change_of_it_keeps_the_link() {
        Matcher link = link(played());
        String told = SITE.reader().get("/en" + link.group(1)).body();
        assertThat(told)
                .contains("<li>Receive</li>", "A scene sent to you", "href=\"" + link.group(1) + "\"")
                .contains("name=\"back\" value=\"" + link.group(1) + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "<script>", "3~free", "1~nothing~CENTRE"})
    void what_is_no_link_is_told_so(String bad) {
        for (String prefix : List.of("", "/en")) {
            HttpResponse<String> answer = SITE.reader().get(prefix + "/try?state=" + Reader.encoded(bad));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains(prefix.isEmpty() ? "この場面は開けません" : "This scene cannot be opened");
            assertThat(play(SITE.reader(), bad).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void too_long_a_link_is_told_so() {
        String good = link(played()).group(2);
        assertThat(SITE.reader().get("/try?state=" + good + "~r".repeat(41)).statusCode())
                .isEqualTo(404);
        assertThat(SITE.reader().get("/try?state=" + "~".repeat(5_000)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void without_a_press_or_after_a_typed_line_there_is_none() {
        Reader reader = SITE.reader();
        assertThat(reader.get("/try").body()).contains("いまはボタンだけのリンクを作れません。");
        reader.post("/try", List.of("step", reader.step(), "press", "type", "line", "NOOP"));
        assertThat(reader.get("/try").body()).contains("いまはボタンだけのリンクを作れません。").doesNotContain("?state=");
    }

    @Test
    void whoever_has_no_cookie_yet_gets_one_and_presses_again() {
        String state = link(played()).group(2);
        assertThat(play(SITE.reader(), state).body()).contains("もう一度押してください", "この場面を作る");
    }

    private static String played() {
        Reader reader = SITE.reader();
        reader.get("/try?case=too-late");
        for (String press : List.of("receive", "advance:5")) {
            reader.post("/try", List.of("step", reader.step(), "case", "too-late", "press", press));
            reader.get("/try?case=too-late");
        }
        return reader.get("/try?case=too-late").body();
    }

    private static Matcher link(String page) {
        Matcher link = LINK.matcher(page);
        assertThat(link.find()).isTrue();
        return link;
    }

    private static HttpResponse<String> play(Reader reader, String state) {
        return reader.post("/try/state", List.of("step", reader.step(), "state", state));
    }
}
