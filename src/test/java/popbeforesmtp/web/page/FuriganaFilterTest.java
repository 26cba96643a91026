package popbeforesmtp.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.prose.Readings;
import popbeforesmtp.lesson.source.ResourceRoot;

class FuriganaFilterTest {

    private static final Readings READINGS =
            Library.open(ResourceRoot.live(Path.of(""))).readings();
    private static final String MAIL = "<ruby>手紙<rp>(</rp><rt>てがみ</rt><rp>)</rp></ruby>";

    @Test
    void words_have_readings_wherever_they_stand() {
        assertThat(FuriganaFilter.over("手紙<p title='手紙'>手紙<br>手紙</p>手紙", READINGS))
                .isEqualTo(MAIL + "<p title='手紙'>" + MAIL + "<br>" + MAIL + "</p>" + MAIL);
    }

    @Test
    void a_word_that_has_its_reading_keeps_it() {
        String given = "<ruby>手紙<rp>(</rp><rt>レター</rt><rp>)</rp></ruby>";
        assertThat(FuriganaFilter.over(given + "手紙", READINGS)).isEqualTo(given + MAIL);
    }

    @Test
    void the_text_of_a_link_stays_in_one_piece() {
        assertThat(FuriganaFilter.over("<a href=\"/\"><svg></svg>手紙です</a><a>A</a><p>手紙</p>", READINGS))
                .isEqualTo("<a href=\"/\"><svg></svg><span>" + MAIL + "です</span></a><a>A</a><p>" + MAIL + "</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html lang=\"ja\"><head><title>手紙</title></head>",
                "<button class=\"btn\" title=\"a > b\"><b>手紙</b></button>",
                "<option>手紙</option>",
                "<code>手紙</code>",
                "<pre lang=\"ja\">手紙 <code>手紙</code> 手紙</pre>",
                "<h3 lang=\"ja\">手紙</h3>",
                "<span lang=\"en\"><span>手紙</span> 手紙</span>",
                "<textarea name=\"手紙\">手紙</textarea>",
                "<!-- <p>手紙</p> -->",
                "<input type=\"text\" lang=\"en\" value=\"手紙\">",
                "<a hreflang=\"en\" href=\"/en\">English</a>"
            })
    void what_is_a_name_or_quoted_stays_bare(String bare) {
        assertThat(FuriganaFilter.over(bare + "<p>手紙</p>", READINGS)).isEqualTo(bare + "<p>" + MAIL + "</p>");
    }

    @Test
    void what_is_escaped_stays_escaped() {
        String hostile = Localizer.escaped("<script>alert('\"手紙\"')</script>&");
        assertThat(FuriganaFilter.over(hostile, READINGS)).isEqualTo(hostile.replace("手紙", MAIL));
    }
}
