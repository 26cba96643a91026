package popbeforesmtp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines typed by hand, without scripts. */
class TypingTest {

    @RegisterExtension
    static final PracticeSite SITE = PracticeSite.unhurried();

    private Reader reader;

    @BeforeEach
    void come() {
        reader = SITE.reader();
        reader.get("/try");
    }

    @Test
    void a_typed_password_opens_the_gate_for_a_typed_recipient() {
        open("25");
        type("EHLO pc", "MAIL FROM:<hanako@plala.example>");
        assertThat(type("RCPT TO:<taro@friend.example>"))
                .contains("data-outcome=\"refused\"", "data-reason=\"not-listed\"");
        open("110");
        assertThat(type("USER hanako", "PASS sakura")).contains("data-outcome=\"received\"", "data-state=\"live\"");
        type("QUIT");
        open("25");
        type("EHLO pc", "MAIL FROM:<hanako@plala.example>", "RCPT TO:<taro@friend.example>");
        assertThat(type("DATA")).contains("メールの中身を打つところです。");
        assertThat(type("Subject: Hello", "", "."))
                .contains("data-outcome=\"sent\"", "data-reason=\"listed\"", "太郎さんの郵便箱（1通）")
                .contains("<option value=\"MAIL FROM:&lt;hanako@plala.example&gt;\"")
                .doesNotContain("<option value=\"DATA\"");
    }

    @Test
    void what_makes_sense_next_is_suggested_and_the_place_stays_unfolded() {
        assertThat(reader.get("/try").body()).contains("id=\"console\">", "いまは、つながっていません。");
        assertThat(open("110"))
                .contains("id=\"console\" open", "<code lang=\"en\">pop.plala.example:110</code>", ">USER hanako<");
        assertThat(type("user hanako")).contains(">PASS sakura<");
        assertThat(type("PASS sakura")).contains(">RETR 1<");
        assertThat(open("587")).contains(">EHLO my-pc<");
        assertThat(type("EHLO my-pc")).contains(">AUTH PLAIN AGhhbmFrbwBzYWt1cmE=<");
        assertThat(type("AUTH PLAIN AGhhbmFrbwBzYWt1cmE=")).contains(">MAIL FROM:&lt;hanako@plala.example&gt;<");
    }

    @Test
    void typed_lines_go_under_tls_once_it_was_asked_for() {
        open("587");
        assertThat(type("EHLO my-pc")).contains(">STARTTLS<");
        assertThat(type("starttls")).contains(">TLS<", ">EHLO my-pc<").doesNotContain("class=\"sealed\"");
        assertThat(type("EHLO my-pc", "AUTH PLAIN AGhhbmFrbwBzYWt1cmE="))
                .contains("class=\"sealed\"", "<code>17 03 03 00 ", ">MAIL FROM:&lt;hanako@plala.example&gt;<")
                .doesNotContain("読めます：hanako");
        open("110");
        assertThat(type("USER hanako", "PASS sakura")).contains("<span class=\"spy\">パスワードが読めます：sakura</span>");
    }

    @Test
    void letters_of_full_width_are_understood_and_missing_brackets_pointed_out() {
        open("25");
        assertThat(type("ｅｈｌｏ　pc")).contains("ehlo pc").doesNotContain("で囲みます");
        assertThat(type("MAIL FROM:hanako@plala.example")).contains("返事は501です。", "メールアドレスは「&lt;」と「&gt;」で囲みます。");
        assertThat(type("MAIL FROM:<hanako@plala.example>"))
                .contains("返事は250です。")
                .doesNotContain("で囲みます");
    }

    @Test
    void the_clock_leaves_the_line_open_and_moving_cuts_it() {
        open("25");
        assertThat(reader.pressAndSee("advance:5")).contains("smtp.plala.example:25");
        assertThat(type("EHLO pc")).contains("返事は250です。");
        String moved = see(reader.post("/try", List.of("step", reader.step(), "press", "move", "place", "home")));
        assertThat(moved)
                .contains("data-outcome=\"lost\"", "data-reason=\"line-cut\"", "いまは、つながっていません。")
                .doesNotContain("smtp.plala.example:25");
    }

    @Test
    void without_a_line_or_after_it_was_closed_one_sentence_says_so() {
        assertThat(type("NOOP")).contains("いまは、だれともつながっていません。");
        open("25");
        assertThat(reader.pressAndSee("close")).contains("会話を切りました。");
        open("25");
        assertThat(type("QUIT")).contains("会話は終わりました。", "いまは、つながっていません。");
    }

    @Test
    void too_long_a_line_and_a_call_to_nobody_change_nothing() {
        open("25");
        String step = reader.step();
        HttpResponse<String> answer = send("type", "line", "x".repeat(501));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("1行は500文字までです。");
        assertThat(send("type", "line", "NOOP\r\nNOOP").body()).contains("1行だけを打ってください");
        assertThat(reader.post("/try", List.of("step", step, "press", "open", "host", "evil.example", "dialled", "25"))
                        .body())
                .contains("相手を選んでください");
        reader.get("/try");
        assertThat(reader.step()).isEqualTo(step);
    }

    @Test
    void what_is_typed_is_shown_and_never_done() {
        open("25");
        assertThat(type("<script>alert(1)</script>"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "110", "587"})
    void whatever_was_typed_the_page_is_there(String port) {
        Random chance = new Random(Integer.parseInt(port));
        open(port);
        assertThat(type("\u07c0\u07c0\u07c0\u07c0 a", "\u00df b", "\u0149 c")).contains("id=\"console\"");
        for (int i = 0; i < 20; i++) {
            String line = chance.ints(1 + chance.nextInt(8), 0x20, 0x2fff)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            assertThat(reader.get("/en/try").statusCode()).isEqualTo(200);
            assertThat(send("type", "line", line + " x").statusCode()).as(line).isIn(303, 400);
            assertThat(reader.get("/try").statusCode()).as(line).isEqualTo(200);
        }
    }

    private String open(String port) {
        return see(reader.post(
                "/try", List.of("step", reader.step(), "press", "open", "host", "plala.example", "dialled", port)));
    }

    private String type(String... lines) {
        String page = "";
        for (String line : lines) {
            page = see(send("type", "line", line));
        }
        return page;
    }

    private HttpResponse<String> send(String press, String name, String value) {
        return reader.post("/try", List.of("step", reader.step(), "press", press, name, value));
    }

    private String see(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        String where = answer.headers().firstValue("Location").orElseThrow();
        return reader.get(where.replaceFirst("#.*", "")).body();
    }
}
