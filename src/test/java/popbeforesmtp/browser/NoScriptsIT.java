package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.junit.UsePlaywright;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Without scripts: a press leads to the page again, at the result. */
@UsePlaywright(ChromiumOptions.class)
class NoScriptsIT {

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    @Test
    void mail_is_refused_then_sent_then_refused_when_the_time_is_up(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.OFF)) {
            Desk desk = learner.open("/try?case=too-late");
            assertThat(endingAfter(desk, Desk.SEND)).isEqualTo("refused 550 not-listed");
            assertThat(endingAfter(desk, Desk.RECEIVE)).isEqualTo("received +OK");
            assertThat(endingAfter(desk, Desk.SEND)).isEqualTo("sent 250 listed");
            assertThat(endingAfter(desk, Desk.PLUS_5)).isEmpty();
            assertThat(endingAfter(desk, Desk.PLUS_1)).isEmpty();
            assertThat(endingAfter(desk, Desk.SEND)).isEqualTo("refused 550 expired");
        }
    }

    private static String endingAfter(Desk desk, String button) {
        desk.press(button);
        assertThat(desk.page().url()).isEqualTo(SITE.url("/try?case=too-late#result"));
        assertThat(desk.page().locator("#result:target").count()).isEqualTo(1);
        assertThat(desk.page().locator(":focus").getAttribute("id")).isEqualTo("result");
        assertThat(Sight.hidden(desk.result())).isEmpty();
        return desk.shown().ending();
    }

    @Test
    void nothing_that_needs_scripts_is_offered(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.OFF)) {
            Desk desk = learner.open("/try").press(Desk.SEND);
            assertThat(desk.button("1行ずつ見る").count()).isZero();
        }
    }
}
