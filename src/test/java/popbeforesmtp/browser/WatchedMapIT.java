package popbeforesmtp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.ReducedMotion;
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
    void it_goes_on_by_itself_at_the_learners_pace_until_it_is_stopped(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open("/try");
            Page page = desk.page();
            desk.press("送信する");
            Sight.ownClock(page);
            page.locator("#talk-play").click();
            page.clock().runFor(200);
            assertThat(page.locator("#result .slip")).isHidden();
            page.locator("#talk-faster").click();
            page.clock().runFor(1600);
            int said = page.locator("#talk > li:visible").count();
            page.locator("#talk-play").click();
            page.clock().runFor(10_000);
            assertThat(page.locator("#talk > li:visible")).hasCount(said);
            assertThat(page.locator("#talk-faster")).isHidden();
            page.locator("#talk-play").click();
            page.clock().runFor(60_000);
            assertThat(page.locator("#result .slip")).isVisible();
            assertThat(page.locator("#talk > .end")).isVisible();
            assertThat(page.locator("#talk-play")).hasText("自動で見る");
            page.clock().resume();
        }
    }

    @Test
    void where_movement_is_not_wanted_the_end_is_there_at_once(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open("/try");
            desk.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            desk.press("送信する");
            assertThat(desk.page().locator("#result .slip")).isVisible();
            assertThat(desk.page().locator("#talk-step")).isVisible();
            assertThat(desk.page().locator("#talk-play")).isHidden();
            desk.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
            assertThat(desk.page().locator("#talk-play")).isVisible();
        }
    }

    @Test
    void ports_and_passwords_are_switched_on_the_map_where_a_lesson_allows_it(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open("/try");
            desk.answered(
                    () -> desk.page().locator(".operate label[for=port-587]").click());
            assertThat(desk.page().locator("[data-gate='587']")).hasAttribute("data-use", "out");
            Desk lesson = learner.open("/learn/6?trial=today");
            assertThat(lesson.page().locator("[data-gate='25']")).hasClass("gate closed");
            assertThat(lesson.page().locator("#around label")).hasCount(2);
            lesson.press("送信する");
            lesson.answered(
                    () -> lesson.page().locator(".operate label[for=auth-on]").click());
            assertThat(lesson.page().locator("#auth-on")).isChecked();
            lesson.press("送信する");
            assertThat(lesson.page().locator("#verdict")).isVisible();
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
