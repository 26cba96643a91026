package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a browser forces its few colours upon a page, marks, words and borders still tell what happened. */
@UsePlaywright(ChromiumOptions.class)
class ColourlessIT {

    /** The drawings in a part that are seen: of some size, in another colour than what is behind them. */
    private static final String DRAWN = """
            part => [...part.querySelectorAll('svg')].filter(svg => {
              const box = svg.getBoundingClientRect();
              return box.width > 0 && box.height > 0
                  && getComputedStyle(svg).color !== getComputedStyle(document.body).backgroundColor;
            }).length""";

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    @ParameterizedTest
    @CsvSource({
        "/try?case=receive-then-send, 受信する, received, solid, 受信できました",
        "/try?case=wrong-password, 受信する, receive-failed, double, 受信できませんでした",
        "/try?case=receive-then-send, 受信する > 送信する, sent, solid, 送れました",
        "/try?case=send-only, 送信する, refused, double, 断られました",
        "/try?case=port-25-closed, 送信する, no-answer, dashed, つながりませんでした",
        "/try?case=web-only, 送信する, name-unknown, dashed, つながりませんでした",
    })
    void an_outcome_has_its_mark_its_word_and_its_border(
            String path, String presses, String outcome, String border, String word, Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open(path);
            forceColours(desk.page());
            List.of(presses.split(" > ")).forEach(desk::press);
            assertThat(desk.shown().outcome()).isEqualTo(outcome);
            Locator slip = desk.result().locator(".slip");
            assertThat(slip.evaluate("slip => getComputedStyle(slip).borderTopStyle"))
                    .isEqualTo(border);
            assertThat(slip.locator("h2").innerText()).startsWith(word);
            assertThat((Integer) slip.evaluate(DRAWN)).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/try?case=receive-then-send, 受信する > 送信する, 引き受け, solid",
        "/try?case=send-only, 送信する, お断り, double",
    })
    void the_desk_says_what_it_did(String path, String presses, String word, String border, Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open(path);
            forceColours(desk.page());
            List.of(presses.split(" > ")).forEach(desk::press);
            Locator sending = desk.page().locator(".desk.d-out");
            assertThat(sending.evaluate("desk => getComputedStyle(desk).borderTopStyle"))
                    .isEqualTo(border);
            Locator mark = sending.locator("b");
            assertThat(mark.innerText()).isEqualTo(word);
            assertThat((Integer) mark.evaluate(DRAWN)).isPositive();
        }
    }

    /** By hand: the driver makes "active" of its own word in the JVM's language, and in Turkish that is another. */
    private static void forceColours(Page page) {
        JsonObject forced = new JsonObject();
        forced.addProperty("name", "forced-colors");
        forced.addProperty("value", "active");
        JsonArray features = new JsonArray();
        features.add(forced);
        JsonObject media = new JsonObject();
        media.add("features", features);
        page.context().newCDPSession(page).send("Emulation.setEmulatedMedia", media);
        assertThat(page.evaluate("() => matchMedia('(forced-colors: active)').matches"))
                .isEqualTo(true);
    }
}
