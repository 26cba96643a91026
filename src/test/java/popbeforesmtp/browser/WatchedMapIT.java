package popbeforesmtp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The map is operated with the mouse, and watched line by line: nothing turns before the line that turns it. */
@UsePlaywright(ChromiumOptions.class)
class WatchedMapIT {

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    @Test
    void the_verdict_and_the_list_come_with_their_lines_and_never_before(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open("/try");
            Page page = desk.page();
            page.locator("#talk-slow input").check();
            desk.press("受信する");
            assertThat(page.locator("#result .slip")).isHidden();
            assertThat(page.locator("#list tr[data-state]")).hasCount(0);
            assertThat(page.locator("#talk > li:visible").first()).isVisible();
            for (int i = 0; page.locator("#talk [data-turns=in]").isHidden() && i < 20; i++) {
                assertThat(page.locator("#list tr[data-state]")).hasCount(0);
                page.locator("#talk-step").click();
            }
            assertThat(page.locator("#list tr[data-state=live]")).hasCount(1);
            assertThat(page.locator("#result .slip")).isVisible();
            page.locator("#talk-all").click();
            assertThat(page.locator("#talk > li[data-from]").last()).isVisible();
            assertThat(page.locator(".d-in")).hasAttribute("data-state", "received");
        }
    }

    @Test
    void a_click_on_a_place_goes_there_and_one_on_the_wall_closes_the_port(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open("/try");
            Page page = desk.page();
            desk.answered(
                    () -> page.locator(".operate label[for=centre-25-closed]").click());
            assertThat(page.locator("[data-gate='25']")).hasClass("gate closed");
            desk.answered(() -> page.locator(".operate label[for=place-home]").click());
            assertThat(page.locator("#place-home")).isChecked();
            assertThat(page.locator("#around .border")).hasCount(0);
        }
    }
}
