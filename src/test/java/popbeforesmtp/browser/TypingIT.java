package popbeforesmtp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.junit.UsePlaywright;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lines typed by hand: the field is ready for the next one at once. */
@UsePlaywright(ChromiumOptions.class)
class TypingIT {

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    @Test
    void line_after_line_is_typed_without_leaving_the_keys(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open("/try");
            desk.page().locator("#console summary").click();
            desk.press("つなぐ");
            Locator field = desk.page().locator("#line");
            assertThat(field).isFocused();
            for (String line :
                    new String[] {"EHLO pc", "MAIL FROM:<hanako@plala.example>", "RCPT TO:<taro@friend.example>"}) {
                desk.page().keyboard().insertText(line);
                desk.answered(() -> desk.page().keyboard().press("Enter"));
                assertThat(field).hasValue("");
                assertThat(field).isFocused();
            }
            assertThat(desk.shown().ending()).isEqualTo("refused 550 not-listed");
            assertThat(Sight.hidden(field)).isEmpty();
        }
    }
}
