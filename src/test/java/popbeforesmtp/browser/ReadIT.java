package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.junit.UsePlaywright;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A claim is chosen in the text, tried beside it, and set against what was seen. */
@UsePlaywright(ChromiumOptions.class)
class ReadIT {

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    @Test
    void a_claim_is_chosen_pressed_and_judged_and_the_button_keeps_the_focus(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open("/read/dion");
            Sight.resize(desk.page(), 1366, 625);
            desk.loaded(() -> desk.page().locator("#D4").click());
            assertThat(desk.page().url()).endsWith("/read/dion?claim=D4#D4");
            assertSeen(desk.button(Desk.RECEIVE), desk.button(Desk.SEND));
            desk.page().evaluate("() => document.getElementById('result').marked = true");
            desk.press(Desk.RECEIVE).press("期限の1分前まで");
            assertThat(desk.page().locator(".found").count()).isZero();
            desk.press(Desk.SEND);
            assertThat(desk.page().locator(":focus").innerText()).isEqualTo(Desk.SEND);
            assertThat(desk.page().evaluate("() => document.getElementById('result').marked"))
                    .isEqualTo(true);
            assertThat(desk.page().locator("#result [data-verdict=as-told]").innerText())
                    .startsWith("そのとおりでした");
            assertThat(desk.page().locator("#result [data-outcome]").getAttribute("data-outcome"))
                    .isEqualTo("sent");
            assertSeen(desk.result().locator("h2"), desk.page().locator(".found"));
        }
    }

    /** A word with its reading takes about as much room as the word alone. */
    @Test
    void a_long_reading_does_not_pull_the_letters_of_its_word_apart(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open("/read/plala");
            assertThat(desk.page().evaluate("""
                    () => [...document.querySelectorAll('.prose ruby')].filter(ruby => {
                      const size = parseFloat(getComputedStyle(ruby).fontSize);
                      const word = ruby.firstChild.data.length * size * 1.02;
                      return ruby.getBoundingClientRect().width > word + size / 2;
                    }).map(ruby => ruby.outerHTML)""")).isEqualTo(List.of());
        }
    }

    @Test
    void without_scripts_a_press_leads_back_to_the_claim_and_its_verdict(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.OFF)) {
            Desk desk = learner.open("/read/e-words?claim=E9&case=neighbour");
            desk.press(Desk.RECEIVE);
            desk.page().locator("#place-next-seat").check();
            desk.press(Desk.GO_HERE).press(Desk.SEND);
            assertThat(desk.page().url()).isEqualTo(SITE.url("/read/e-words?claim=E9&case=neighbour#result"));
            assertThat(desk.page().locator("#result [data-verdict=limited]").innerText())
                    .startsWith("条件つきでした");
            assertThat(desk.page().locator("#E9").getAttribute("class")).isEqualTo("claim seen");
        }
    }

    @Test
    void on_a_telephone_the_experiment_stands_right_under_its_passage(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open("/read/plala?claim=P4#P4");
            Sight.resize(desk.page(), 390, 844);
            Locator passage = desk.page().locator("#P4");
            Locator beside = desk.page().locator("#beside");
            double gap = beside.boundingBox().y - passage.boundingBox().y - passage.boundingBox().height;
            assertThat(gap).isBetween(0.0, 80.0);
            assertThat(desk.page().locator("#P5").boundingBox().y)
                    .isGreaterThan(beside.boundingBox().y + beside.boundingBox().height);
            desk.press(Desk.SEND);
            assertThat(desk.result().locator("h2").innerText()).isEqualTo("断られました");
            assertThat(Sight.beyondTheEdge(desk.page())).isEmpty();
        }
    }

    private static void assertSeen(Locator... elements) {
        for (Locator element : elements) {
            assertThat(Sight.hidden(element)).as(element.toString()).isEmpty();
        }
    }
}
