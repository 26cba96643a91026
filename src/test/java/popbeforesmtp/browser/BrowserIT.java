package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import org.junit.jupiter.api.Test;

/** The browser itself: it starts, runs scripts and reads Japanese, whatever the locale of this JVM. */
@UsePlaywright(ChromiumOptions.class)
class BrowserIT {
    @Test
    void a_page_opens_and_runs_scripts(Page page) {
        page.setContent("<button>受信する</button>");
        assertThat(page.locator("button").innerText()).isEqualTo("受信する");
        assertThat(page.evaluate("() => 6 * 7")).isEqualTo(42);
    }
}
