package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** axe finds nothing to object to, in no state of a page, by day and by night. */
@Order(1) // the longest first, so that neither runs alone in the end
@UsePlaywright(ChromiumOptions.class)
class AxeIT {

    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice");

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    @ParameterizedTest
    @ValueSource(strings = {"/try", "/en/try"})
    void refused_received_sent_expired(String path, Browser browser) {
        boolean japanese = path.equals("/try");
        String send = japanese ? Desk.SEND : "Send";
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open(path);
            desk.page().locator("summary").all().forEach(Locator::click);
            assertAccessible(desk, "empty, everything opened");
            assertAccessible(desk.press(send), "refused");
            assertAccessible(desk.press(japanese ? Desk.RECEIVE : "Receive"), "received");
            assertAccessible(desk.press(send), "sent");
            desk.press(
                    japanese
                            ? "期限の直後まで"
                            : desk.page()
                                    .locator("button[value='advance:after-end']")
                                    .innerText());
            assertAccessible(desk.press(send), "expired");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/try?case=port-25-closed", "/en/try?case=port-25-closed"})
    void no_answer(String path, Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            assertAccessible(learner.open(path).press(path.startsWith("/en") ? "Send" : Desk.SEND), path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/try?case=other-door", "/try?case=both-recipients", "/try?case=redial"})
    void two_lists_two_recipients_and_the_telephone(String path, Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            assertAccessible(learner.open(path).press(Desk.SEND), path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/learn/2", "/learn/6", "/en/learn/6?box=B"})
    void a_lesson(String path, Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open(path);
            desk.page().evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true; })");
            desk.answered(() -> desk.page().locator(".press button").last().click());
            assertAccessible(desk, path);
        }
    }

    @Test
    void a_claim_is_shown(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open("/read/dion?claim=D4");
            desk.press(Desk.RECEIVE).press("期限の1分前まで").press(Desk.SEND);
            assertAccessible(desk, "seen against claimed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/try", "/print/answers"})
    void all_readings_large_letters_and_the_dark_as_chosen(String path, Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open(path);
            desk.page().locator(".looks summary").click();
            for (String chosen : List.of("[name=size][value='150']", "[name=furigana][value=all]", "[value=dark]")) {
                desk.page().locator(".looks " + chosen).check();
            }
            assertAccessible(desk, path + ", the choices");
            desk.loaded(desk.button("この表示にする")::click);
            assertThat(desk.page().url()).isEqualTo(SITE.url(path) + "#looked");
            assertAccessible(desk, path + ", chosen");
            Sight.resize(desk.page(), 1366, 625);
            assertThat(desk.page().evaluate("() => getComputedStyle(document.documentElement).fontSize"))
                    .isEqualTo("24px");
            assertThat(columns(desk)).as("columns").isEqualTo(1);
        }
    }

    private static int columns(Desk desk) {
        return (int) desk.page()
                .evaluate(
                        "() => getComputedStyle(document.querySelector('main')).gridTemplateColumns.split(' ').length");
    }

    /** Not ColorScheme.LIGHT: Playwright makes it small letters in the JVM's language, and a Turkish one then errs. */
    static void assertAccessible(Desk desk, String state) {
        assertThat(axe(desk).withTags(TAGS).analyze().getViolations())
                .as("%s, by day", state)
                .isEmpty();
        show(desk, ColorScheme.DARK);
        assertThat(axe(desk).withRules(List.of("color-contrast")).analyze().getViolations())
                .as("%s, by night", state)
                .isEmpty();
        show(desk, ColorScheme.NO_PREFERENCE);
        assertThat(desk.page().evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches"))
                .isEqualTo(false);
    }

    private static void show(Desk desk, ColorScheme scheme) {
        desk.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** The pages have no frames; without looking for them it takes half the time. */
    private static AxeBuilder axe(Desk desk) {
        return new AxeBuilder(desk.page()).setLegacyMode(true);
    }
}
