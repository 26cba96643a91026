package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Handouts come out of a printer as they should: on A4, and the sheets to write on on one page, whatever is chosen. */
@UsePlaywright(ChromiumOptions.class)
class PrintIT {

    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b");
    private static final Pattern A4 = Pattern.compile("/MediaBox\\s*\\[0 0 59[45][.\\d]* 84[12][.\\d]*\\]");

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    @Test
    void worksheet_answers_and_help_are_one_page_each_with_all_readings_large_letters_and_by_night(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            learner.context()
                    .addCookies(List.of(chosen("furigana", "all"), chosen("size", "150"), chosen("theme", "dark")));
            Page page = learner.open("/print/worksheet").page();
            assertThat(pages(page)).isEqualTo(1);
            for (String path :
                    List.of("/print/answers", "/en/print/worksheet", "/en/print/answers", "/help", "/en/help")) {
                page.navigate(SITE.url(path));
                assertThat(pages(page)).as(path).isEqualTo(1);
            }
        }
    }

    /** Each of the five texts begins on a page of its own, and none ends with a few lines on another one. */
    @Test
    void the_texts_leave_no_page_nearly_empty(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Page page = learner.open("/print/explanations").page();
            assertThat(pages(page)).isEqualTo(6);
            page.navigate(SITE.url("/en/print/explanations"));
            assertThat(pages(page)).isEqualTo(6);
        }
    }

    private static Cookie chosen(String name, String value) {
        return new Cookie(name, value).setUrl(SITE.url("/"));
    }

    static long pages(Page page) {
        String pdf =
                new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1);
        assertThat(pdf).containsPattern(A4);
        return PAGE.matcher(pdf).results().count();
    }
}
