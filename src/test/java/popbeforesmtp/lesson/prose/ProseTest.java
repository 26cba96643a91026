package popbeforesmtp.lesson.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.lesson.source.BadContent;
import popbeforesmtp.lesson.source.YamlNode;

/** Texts become HTML that can do nothing, with their readings in the reader's hands. */
class ProseTest {

    private static final Links LINKS = new Links() {
        @Override
        public String claim(String id) {
            return "/claims/" + id;
        }

        @Override
        public String word(String id) {
            return "/words#" + id;
        }

        @Override
        public String experiment(String id) {
            return "/try?case=" + id;
        }

        @Override
        public String page(String path) {
            return "/en" + path;
        }

        @Override
        public boolean isChosen(String claim) {
            return claim.equals("E2");
        }
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <img src=x onerror=alert(1)> b",
                "<b>[<i>](word:smtp)</b>",
                "`<script>`",
                "<!-- x -->",
                "\\<script>",
                "&lt;script&gt;",
            })
    void what_looks_like_html_is_shown_and_never_done(String text) {
        assertThat(line(text).html(LINKS, ProseTest::escaped)).doesNotContain("<script", "<img", "<b>", "<i>", "<!--");
        assertThat(blocks(text).html(LINKS, ProseTest::escaped))
                .doesNotContain("<script", "<img", "<b>", "<i>", "<!--");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[desk](word:smtp)      | <a class=\"word\" href=\"/words#smtp\">desk</a>",
                "[late](case:too-late)  | <a class=\"case\" href=\"/try?case=too-late\">late</a>",
                "[a page](page:/quiz)   | <a href=\"/en/quiz\">a page</a>",
                "[said](claim:E6)       | <a class=\"to-claim\" href=\"/claims/E6\">said</a>",
                "**much** *more* `+OK`  | <strong>much</strong> <em>more</em> <code>+OK</code>",
                "1. no list             | 1. no list",
                "# no heading           | # no heading",
                "+OK 0 0                | +OK 0 0",
                "a < b & c              | a &lt; b &amp; c",
            })
    void a_line_is_phrasing_content(String text, String html) {
        assertThat(line(text).html(LINKS, ProseTest::escaped)).isEqualTo(html);
    }

    @Test
    void a_claim_of_the_page_is_a_marked_passage_and_another_one_a_link() {
        Prose prose = blocks("## Why\n\n[First](claim:E2), [then](claim:E1). See [that](claim:P4).", "E1", "E2");
        assertThat(prose.html(LINKS, ProseTest::escaped)).isEqualTo("""
                <h2>Why</h2>
                <p><a class="claim" id="E2" href="/claims/E2" aria-current="true">First</a>, \
                <a class="claim" id="E1" href="/claims/E1">then</a>. \
                See <a class="to-claim" href="/claims/P4">that</a>.</p>
                """);
        assertThat(prose.passages()).containsExactly("E2", "E1");
    }

    @Test
    void readings_reach_the_reader_as_they_are_written() {
        assertThat(blocks("**{公民館|こうみんかん}**で[{送||おく}る](word:smtp)").html(LINKS, text -> "<" + text + ">"))
                .isEqualTo("<p><strong><{公民館|こうみんかん}></strong><で>"
                        + "<a class=\"word\" href=\"/words#smtp\"><{送||おく}る></a></p>\n");
    }

    @Test
    void bare_words_have_neither_readings_nor_links() {
        assertThat(line("{公民館|こうみんかん}で[{送||おく}る](word:smtp)`+OK`").plain()).isEqualTo("公民館で送る+OK");
        assertThat(blocks("## One\n\nTwo\nthree.\n\n- four\n- five").plain()).isEqualTo("One\nTwo three.\nfour\nfive");
    }

    @Test
    void japanese_gets_no_space_where_a_line_was_broken() {
        assertThat(blocks("受けて\nから送る").html(LINKS, ProseTest::escaped)).isEqualTo("<p>受けてから送る</p>\n");
        assertThat(blocks("receive,\nthen send").html(LINKS, ProseTest::escaped))
                .isEqualTo("<p>receive,\nthen send</p>\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[x](https://example.org)        | a link is written",
                "[x](javascript:alert)           | a link is written",
                "[x](/quiz)                      | a link is written",
                "[x](word:)                      | a link is written",
                "RCPT TO:<taro@friend.example>   | a link is written",
                "![x](word:smtp)                 | there are no pictures",
                "{公民館}で                       | a reading is written",
                "公民館}で                        | a reading is written",
            })
    void what_is_no_text_of_ours_is_named_by_its_line(String text, String fault) {
        assertThatThrownBy(() -> line(text))
                .isInstanceOf(BadContent.class)
                .hasMessageMatching("(?s)a\\.yml:1: " + fault + ".*");
        assertThatThrownBy(() -> blocks("\n\nOne\n\nTwo " + text))
                .isInstanceOf(BadContent.class)
                .hasMessageMatching("(?s)a\\.md:5: " + fault + ".*");
    }

    @Test
    void a_passage_that_is_missing_or_doubled_is_named() {
        assertThatThrownBy(() -> blocks("[x](claim:E1)", "E1", "E2"))
                .hasMessage("a.md:1: claim 'E2' is not marked: [...](claim:E2)");
        assertThatThrownBy(() -> blocks("[x](claim:E1)\n\n[y](claim:E1)", "E1"))
                .hasMessage("a.md:3: doubled claim 'E1'");
    }

    private static Prose line(String text) {
        return new ProseParser().line(YamlNode.read("a.yml", "'" + text.replace("'", "''") + "'"));
    }

    private static Prose blocks(String text, String... claims) {
        return new ProseParser().blocks("a.md", text, Set.of(claims));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
