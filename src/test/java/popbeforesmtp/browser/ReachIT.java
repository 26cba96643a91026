package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing is out of reach: no stop of the keyboard is covered, no page is too wide, and whoever wants more contrast gets it. */
@UsePlaywright(ChromiumOptions.class)
class ReachIT {

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    private static final int MOST_STOPS = 150;

    @ParameterizedTest
    @CsvSource({"/learn/2, 1366, 受信する", "/learn/6, 1366, 送信する", "/try, 1366, 送信する", "/compare, 640,", "/try, 390, 送信する"
    })
    void every_stop_of_the_keyboard_is_seen(String path, int width, String press, Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open(path);
            Sight.resize(desk.page(), width, 625);
            if (press != null) {
                desk.press(press);
                desk.page().reload();
            }
            assertThat(walk(desk.page())).isEmpty();
            Sight.resize(desk.page(), 1366, 625);
        }
    }

    @ParameterizedTest
    @EnumSource
    void open_settings_hide_nothing_that_comes_after_them(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            Desk desk = learner.open("/try");
            desk.page().locator(".looks summary").click();
            assertThat(walk(desk.page())).isEmpty();
        }
    }

    @Test
    void what_came_of_a_choice_of_looks_is_said_where_the_focus_is(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Page page = learner.open("/try").page();
            assertThat(page.locator("#looked").isVisible()).isFalse();
            page.locator(".looks summary").click();
            page.locator(".looks button").click();
            page.waitForURL("**/try#looked");
            assertThat(page.locator("#looked").isVisible()).isTrue();
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("looked");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 送信する", "/en, Send"})
    void no_page_is_wider_than_a_small_window_with_large_letters_and_wide_spaces(
            String prefix, String send, Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            learner.context().addCookies(List.of(new Cookie("size", "150").setUrl(SITE.url("/"))));
            Desk desk = learner.open(prefix + "/try?case=port-25-closed").press(send);
            desk.page().navigate(SITE.url(prefix + "/try?case=send-only"));
            desk.press(send);
            for (String path :
                    List.of("/try", "/try?case=port-25-closed", "/compare-runs", "/print/log", "/print/worksheet")) {
                desk.page().navigate(SITE.url(prefix + path));
                if (path.contains("closed")) {
                    desk.press(send);
                }
                Sight.resize(desk.page(), 320, 844);
                assertThat(Sight.beyondTheEdge(desk.page())).as(path).isEmpty();
                desk.page().evaluate("""
                        () => document.querySelectorAll('body *').forEach(each => {
                          each.style.letterSpacing = '.12em';
                          each.style.wordSpacing = '.16em';
                          each.style.lineHeight = '1.5';
                        })""");
                assertThat(Sight.beyondTheEdge(desk.page()))
                        .as("spaced " + path)
                        .isEmpty();
                Sight.resize(desk.page(), 1366, 625);
            }
        }
    }

    @Test
    void two_runs_are_read_line_by_line(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk =
                    learner.open("/try").press(Desk.SEND).press(Desk.RECEIVE).press(Desk.SEND);
            desk.page().navigate(SITE.url("/compare-runs"));
            assertThat(desk.page().locator(".runs td").allInnerTexts())
                    .anySatisfy(cell -> assertThat(cell).containsPattern("EHLO [^\\n]+\\n"));
        }
    }

    @Test
    void who_wants_more_contrast_gets_it_and_no_touch_waits_for_a_second_one(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Page page = learner.open("/try").page();
            String quiet = "() => getComputedStyle(document.querySelector('.quiet')).color";
            Object usual = page.evaluate(quiet);
            page.emulateMedia(new Page.EmulateMediaOptions().setContrast(Contrast.MORE));
            assertThat(page.evaluate(quiet)).isNotEqualTo(usual);
            page.emulateMedia(new Page.EmulateMediaOptions().setContrast(Contrast.NO_PREFERENCE));
            assertThat(page.evaluate("() => getComputedStyle(document.querySelector('.btn-main')).touchAction"))
                    .isEqualTo("manipulation");
        }
    }

    /** A printer lays no ground under letters: what is white on blue on the screen must be black on white. */
    @Test
    void the_first_door_is_as_black_on_paper_as_the_others(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Page page = learner.open("/").page();
            Sight.onPaper(
                    page,
                    () -> assertThat(page.evaluate(
                                    "() => getComputedStyle(document.querySelector('.door.first')).color"))
                            .isEqualTo("rgb(0, 0, 0)"));
        }
    }

    /** All stops from the top of the page on; those that are not seen. */
    private static List<String> walk(Page page) {
        page.evaluate("() => { scrollTo(0, 0); }");
        List<String> hidden = new ArrayList<>();
        for (int i = 0; i < MOST_STOPS; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("() => document.activeElement === document.body")) {
                break;
            }
            String covered = Sight.focusHidden(page);
            if (!covered.isEmpty()) {
                hidden.add(covered);
            }
        }
        return hidden;
    }
}
