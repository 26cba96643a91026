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
    private static final String MAIL = "<ruby>返事<rp>(</rp><rt aria-hidden=\"true\">へんじ</rt><rp>)</rp></ruby>";

    @Test
    void words_have_readings_wherever_they_stand() {
        assertThat(FuriganaFilter.over("返事<p title='返事'>返事<br>返事</p>返事", READINGS))
                .isEqualTo(MAIL + "<p title='返事'>" + MAIL + "<br>" + MAIL + "</p>" + MAIL);
    }

    @Test
    void a_word_that_has_its_reading_keeps_it() {
        String given = "<ruby>返事<rp>(</rp><rt aria-hidden=\"true\">レター</rt><rp>)</rp></ruby>";
        assertThat(FuriganaFilter.over(given + "返事", READINGS)).isEqualTo(given + MAIL);
    }

    @Test
    void the_text_of_a_link_stays_in_one_piece() {
        assertThat(FuriganaFilter.over("<a href=\"/\"><svg></svg>返事です</a><a>A</a><p>返事</p>", READINGS))
                .isEqualTo("<a href=\"/\"><svg></svg><span>" + MAIL + "です</span></a><a>A</a><p>" + MAIL + "</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html lang=\"ja\"><head><title>返事</title></head>",
                "<button class=\"btn\" title=\"a > b\"><b>返事</b></button>",
                "<option>返事</option>",
                "<code>返事</code>",
                "<pre lang=\"ja\">返事 <code>返事</code> 返事</pre>",
                "<h3 lang=\"ja\">返事</h3>",
                "<span lang=\"en\"><span>返事</span> 返事</span>",
                "<textarea name=\"返事\">返事</textarea>",
                "<!-- <p>返事</p> -->",
                "<input type=\"text\" lang=\"en\" value=\"返事\">",
                "<a hreflang=\"en\" href=\"/en\">English</a>"
            })
    void what_is_a_name_or_quoted_stays_bare(String bare) {
        assertThat(FuriganaFilter.over(bare + "<p>返事</p>", READINGS)).isEqualTo(bare + "<p>" + MAIL + "</p>");
    }

    @Test
    void what_is_escaped_stays_escaped() {
        String hostile = Localizer.escaped("<script>alert('\"返事\"')</script>&");
        assertThat(FuriganaFilter.over(hostile, READINGS)).isEqualTo(hostile.replace("返事", MAIL));
    }
}
