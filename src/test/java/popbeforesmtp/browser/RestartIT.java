package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.junit.UsePlaywright;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page that was open before the site was stopped, pressed while it is away, and pressed after it has come back. */
@UsePlaywright(ChromiumOptions.class)
class RestartIT {

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.lasting();

    @Test
    void a_press_while_the_site_is_away_says_so_and_the_same_press_is_done_once_when_it_is_back(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            String lost = Words.load().parts("notice.lost").get(0);
            Desk desk = learner.open("/try").press(Desk.RECEIVE);
            SITE.restart(() -> {
                desk.button(Desk.SEND).click();
                PlaywrightAssertions.assertThat(desk.result()).containsText(lost);
                assertThat(desk.shown().outcome()).isEqualTo("received");
            });
            desk.settled().press(Desk.SEND);
            assertThat(desk.shown().ending()).isEqualTo("sent 250 listed");
            assertThat(desk.shown().told()).doesNotContain(lost);

            SITE.restart();
            desk.press(Desk.UNDO);
            assertThat(desk.shown().outcome()).isEqualTo("received");
            learner.forgive("ERR_CONNECTION_REFUSED");
            learner.forgive("htmx:");
        }
    }
}
