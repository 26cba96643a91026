package popbeforesmtp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A kept run is walked by keyboard, left and come back to, and gone on from. */
@UsePlaywright(ChromiumOptions.class)
class RunIT {

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    @Test
    void a_run_is_walked_line_by_line_and_gone_on_from(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open("/try");
            Page page = desk.page();
            desk.press("送信する");
            page.locator("#scene summary").click();
            page.locator("#scene form button").click();
            assertThat(page.locator("#result .slip")).hasAttribute("data-outcome", "refused");
            assertThat(page.locator(".copy")).isVisible();
            page.locator("#run-first").click();
            assertThat(page.locator("#where")).containsText("0");
            assertThat(page.locator("#result .slip")).hasCount(0);
            page.locator("#run-next").focus();
            for (int i = 0; page.locator("#run-next").count() > 0 && i < 30; i++) {
                String before = page.locator("#where").textContent();
                assertThat(page.locator(".htmx-added, .htmx-settling")).hasCount(0);
                assertThat(page.locator("#run-next")).isFocused();
                page.keyboard().press("Enter");
                assertThat(page.locator("#where")).not().hasText(before);
            }
            assertThat(page.locator("#run-back")).isFocused();
            page.goBack();
            assertThat(page.locator("#run-next")).isVisible();
            page.navigate(page.url().replaceFirst("line=\\d+", "line=4"));
            page.locator(".goon button").click();
            assertThat(page).hasURL(Pattern.compile("/try"));
            assertThat(page.locator("#console")).hasAttribute("open", Pattern.compile(".*"));
        }
    }
}
