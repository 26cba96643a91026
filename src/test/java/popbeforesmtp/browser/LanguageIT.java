package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.junit.UsePlaywright;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both languages: the same screen, the same world, other words. */
@UsePlaywright(ChromiumOptions.class)
class LanguageIT {

    /** Letters that no English page needs, besides the name of the other language. */
    private static final String JAPANESE = "(?s).*[\\u3040-\\u30ff\\u4e00-\\u9fff].*";

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    @ParameterizedTest
    @EnumSource
    void the_buttons_have_their_names_and_nothing_else_in_them(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            Desk japanese = learner.open("/try");
            assertThat(japanese.page().locator("html").getAttribute("lang")).isEqualTo("ja");
            assertNamed(japanese, List.of(Desk.RECEIVE, Desk.SEND, Desk.BOTH));
            Desk english = learner.open("/en/try");
            assertThat(english.page().locator("html").getAttribute("lang")).isEqualTo("en");
            assertNamed(english, List.of("Receive", "Send", "Send/Receive"));
        }
    }

    private static void assertNamed(Desk desk, List<String> names) {
        names.forEach(name -> assertThat(desk.button(name).count()).as(name).isEqualTo(1));
        assertThat(desk.page()
                        .locator("button ruby, button rt, summary.btn ruby")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void english_pages_are_english_and_show_the_same_world(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            Desk desk = learner.open("/en/try?case=too-late");
            assertEnglish(desk);
            desk.press("Receive").press("Send");
            assertThat(desk.shown().ending()).isEqualTo("sent 250 listed");
            assertEnglish(desk);
            Shown english = desk.shown();
            desk.loaded(() -> desk.page().locator("a[hreflang=ja]").click());
            assertThat(desk.page().url()).isEqualTo(SITE.url("/try?case=too-late"));
            Shown japanese = desk.shown();
            assertThat(japanese.lines()).isEqualTo(english.lines());
            assertThat(japanese.step()).isEqualTo(english.step());
            assertThat(japanese.told()).contains("送れました");
            desk.loaded(() -> desk.page().locator("a[hreflang=en]").click());
            assertThat(desk.shown()).isEqualTo(english);
            desk.page().navigate(SITE.url("/en"));
            assertEnglish(desk);
        }
    }

    private static void assertEnglish(Desk desk) {
        String words = (String) desk.page().evaluate("""
                        () => {
                          const page = document.body.cloneNode(true);
                          page.querySelectorAll('[lang=ja], #talk pre, .mail pre, .mail h3').forEach(each => each.remove());
                          return document.title + page.textContent;
                        }""");
        assertThat(words).doesNotMatch(JAPANESE);
    }
}
