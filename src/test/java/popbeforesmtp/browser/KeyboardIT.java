package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.junit.UsePlaywright;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything can be done without a mouse, and it is always seen where one is. */
@UsePlaywright(ChromiumOptions.class)
class KeyboardIT {

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    private static final int MOST_TABS = 60;

    @ParameterizedTest
    @EnumSource
    void a_letter_is_sent_in_time_and_refused_too_late(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            Desk desk = learner.open("/try?case=too-late");
            tabTo(desk, "Tab", Desk.RECEIVE);
            desk.answered(() -> desk.page().keyboard().press("Space"));
            assertThat(desk.shown().ending()).isEqualTo("received +OK");
            tabTo(desk, scripts == Scripts.ON ? "Tab" : "Shift+Tab", Desk.SEND);
            desk.answered(() -> desk.page().keyboard().press("Enter"));
            assertThat(desk.shown().ending()).isEqualTo("sent 250 listed");
            tabTo(desk, "Shift+Tab", Desk.PLUS_5);
            desk.answered(() -> desk.page().keyboard().press("Enter"));
            tabTo(desk, "Shift+Tab", Desk.PLUS_1);
            desk.answered(() -> desk.page().keyboard().press("Space"));
            tabTo(desk, scripts == Scripts.ON ? "Tab" : "Shift+Tab", Desk.SEND);
            desk.answered(() -> desk.page().keyboard().press("Enter"));
            assertThat(desk.shown().ending()).isEqualTo("refused 550 expired");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_place_is_chosen_with_the_arrows_and_moved_to_by_its_button_only(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            Desk desk = learner.open("/try");
            Shown before = desk.shown();
            while (!radio(desk).equals("place=centre")) {
                tab(desk, "Tab");
            }
            desk.page().keyboard().press("ArrowDown");
            desk.page().keyboard().press("ArrowRight");
            assertThat(radio(desk)).isEqualTo("place=home");
            assertThat(desk.shown().step()).isEqualTo(before.step());
            assertThat(desk.shown().map()).contains("198.51.100.7");
            tabTo(desk, "Tab", Desk.GO_HERE);
            desk.answered(() -> desk.page().keyboard().press("Enter"));
            assertThat(desk.shown().map()).contains("203.0.113.21");
            assertThat(desk.shown().chosen()).contains("place=home");
        }
    }

    @ParameterizedTest
    @EnumSource
    void settings_are_opened_and_chosen(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            Desk desk = learner.open("/try");
            tabTo(desk, "Tab", "設定を変える");
            desk.page().keyboard().press("Enter");
            while (!radio(desk).equals("recipients=taro")) {
                tab(desk, "Tab");
            }
            desk.page().keyboard().press("ArrowDown");
            tabTo(desk, "Tab", "この設定にする");
            desk.answered(() -> desk.page().keyboard().press("Space"));
            assertThat(desk.shown().chosen()).contains("recipients=hanako");
            assertThat(desk.press(Desk.SEND).shown().ending()).isEqualTo("sent 250 local-recipient");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_the_screen_says_leads_to_its_questions_and_on_to_an_experiment(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            Desk desk = learner.open("/help");
            tabTo(desk, "Tab", "550、553、554");
            desk.page().keyboard().press("Enter");
            assertThat(desk.page().url()).endsWith("/help#550");
            desk.page().keyboard().press("Tab");
            assertThat(desk.page().evaluate("() => document.activeElement.closest('section').id"))
                    .isEqualTo("550");
            tabTo(desk, "Tab", "受信しないで送る");
            desk.loaded(() -> desk.page().keyboard().press("Enter"));
            assertThat(desk.page().url()).endsWith("/try?case=send-only");
        }
    }

    private static void tabTo(Desk desk, String key, String words) {
        for (int i = 0; i < MOST_TABS; i++) {
            tab(desk, key);
            if (words.equals(desk.page().evaluate("() => document.activeElement.innerText.trim()"))) {
                return;
            }
        }
        throw new AssertionError(key + " does not lead to " + words);
    }

    /** One step; the element must be in the window, with a ring around it that nothing takes away. */
    private static void tab(Desk desk, String key) {
        desk.page().keyboard().press(key);
        String ring = (String) desk.page().evaluate("""
                        () => {
                          const one = document.activeElement;
                          const style = getComputedStyle(one);
                          const box = one.getBoundingClientRect();
                          const seen = box.bottom > 0 && box.top < innerHeight && box.width > 0;
                          return one === document.body || seen && style.outlineStyle !== 'none'
                              && parseFloat(style.outlineWidth) >= 2 ? '' : one.outerHTML.slice(0, 200);
                        }""");
        assertThat(ring).as("focus that is not seen").isEmpty();
    }

    private static String radio(Desk desk) {
        return (String) desk.page().evaluate("() => document.activeElement.name + '=' + document.activeElement.value");
    }
}
