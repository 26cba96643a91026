package popbeforesmtp.web.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.web.PracticeSite;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.http.SiteOptions;

class PrintPagesTest {

    @RegisterExtension
    static final PracticeSite SITE = new PracticeSite(SiteOptions.usual().withPublicUrl("https://example.org"));

    @Test
    void each_handout_is_listed_on_each_and_tells_where_it_came_from() {
        List<String> sheets = List.of("worksheet", "answers", "words", "log", "explanations");
        for (String prefix : List.of("", "/en")) {
            for (String sheet : sheets) {
                String page = SITE.reader().get(prefix + "/print/" + sheet).body();
                assertThat(page)
                        .contains("href=\"" + prefix + "/print/" + sheet + "\" aria-current=\"page\"")
                        .contains("<span>example.org" + (prefix.isEmpty() ? "/" : prefix) + "</span>");
                sheets.forEach(other -> assertThat(page).contains("href=\"" + prefix + "/print/" + other + "\""));
            }
        }
    }

    @Test
    void there_is_no_other_handout() {
        assertThat(SITE.reader().get("/print/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void the_worksheet_has_gaps_where_its_answers_have_words() {
        assertThat(paper("/print/worksheet"))
                .contains("受信しないで送る", "別紙")
                .doesNotContain("<b>POP3</b>", "550")
                .contains("<i class=\"gap\"></i>");
        assertThat(paper("/print/answers"))
                .contains("受信しないで送る", "<b>POP3</b>", "550", "メールソフトが受信より先に送信します。")
                .doesNotContain("<i class=\"gap\"></i>");
    }

    @Test
    void readings_follow_the_readers_choice() {
        assertThat(paper("/print/worksheet", "Cookie", "furigana=off")).doesNotContain("<rt ");
        assertThat(paper("/print/worksheet", "Cookie", "furigana=hard"))
                .contains("<ruby>受信係<rp>(</rp><rt aria-hidden=\"true\">じゅしんがかり</rt><rp>)</rp></ruby>");
    }

    @Test
    void the_words_are_those_of_the_glossary() {
        assertThat(paper("/print/words")).contains("送信OKリスト", "そうしん オーケー リスト");
        assertThat(paper("/en/print/words")).contains("POP before SMTP");
    }

    @Test
    void the_log_is_the_readers_own_with_every_line_told() {
        Reader reader = SITE.reader();
        assertThat(reader.get("/print/log").body()).contains("まだ会話がありません。");
        reader.get("/try");
        reader.press("send");
        String log = reader.get("/print/log").body();
        assertThat(log)
                .contains("550 5.7.1 &lt;taro@friend.example&gt;: Relaying denied", "断られました")
                .contains("250-smtp.plala.example", "決め手")
                .doesNotContain("ほか", "まだ会話がありません。");
        assertThat(SITE.reader().get("/print/log").body()).doesNotContain("Relaying denied");
        assertThat(reader.get("/en/print/log").body()).contains("Refused");
    }

    @Test
    void all_five_texts_are_printed_whole() {
        String all = paper("/print/explanations");
        for (String slug : List.of("story", "e-words", "atmarkit", "plala", "dion")) {
            assertThat(all).contains("id=\"text-" + slug + "\"");
        }
        assertThat(all).contains("id=\"E6\"", "id=\"D4\"");
    }

    private static String paper(String path, String... headers) {
        String page = SITE.reader().get(path, headers).body();
        return page.substring(page.indexOf("<article class=\"paper"), page.indexOf("</article>"));
    }
}
