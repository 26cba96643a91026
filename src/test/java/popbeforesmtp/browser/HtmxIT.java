package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a press does to the page when scripts run: parts change, the rest stays where it is. */
@UsePlaywright(ChromiumOptions.class)
class HtmxIT {

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    /** Marks the elements of a path, so that the same ones are known again. */
    private static final String MARK = "path => document.querySelectorAll(path).forEach(each => { each.mine = true; })";

    private static final String ALL_MARKED =
            "path => { const all = [...document.querySelectorAll(path)]; return all.length > 0 && all.every(each => each.mine); }";

    /** Counts how often the words in the result change: as often, something is read out. */
    private static final String LISTEN = """
            () => {
              window.changes = 0;
              new MutationObserver(() => { window.changes++; }).observe(document.querySelector('#result'),
                  {childList: true, subtree: true, characterData: true});
            }""";

    private Learner learner;

    @BeforeEach
    void open(Browser browser) {
        learner = SITE.learner(browser, Scripts.ON);
    }

    @AfterEach
    void close() {
        learner.close();
    }

    @Test
    void the_result_is_one_status_from_the_start_and_changes_once_a_press() {
        Desk desk = learner.open("/try");
        assertThat(desk.result().getAttribute("role")).isEqualTo("status");
        assertThat(desk.result().getAttribute("tabindex")).isEqualTo("-1");
        assertThat(desk.page().locator("section#result [data-outcome]").count()).isZero();
        desk.page().evaluate(MARK, "#result");
        desk.page().evaluate(LISTEN);
        int presses = 0;
        String before = desk.shown().told();
        for (String button :
                new String[] {Desk.SEND, Desk.RECEIVE, Desk.SEND, Desk.SEND, Desk.PLUS_5, Desk.PLUS_5, Desk.BOTH}) {
            desk.press(button);
            presses++;
            assertThat(desk.page().evaluate("() => window.changes"))
                    .as("changes")
                    .isEqualTo(presses);
            assertThat(desk.shown().told())
                    .as("announced again")
                    .isNotEqualTo(before)
                    .contains(presses + "回目");
            before = desk.shown().told();
        }
        assertThat(desk.page().evaluate(ALL_MARKED, "#result"))
                .as("the same node")
                .isEqualTo(true);
        assertThat(desk.result().getAttribute("role")).isEqualTo("status");
    }

    @Test
    void the_focus_stays_on_the_pressed_button_and_no_button_is_swapped() {
        Desk desk = learner.open("/try?case=too-late");
        desk.page().evaluate(MARK, "main button");
        for (String button :
                new String[] {Desk.RECEIVE, Desk.PLUS_1, Desk.GO_HERE, Desk.SEND, Desk.BOTH, Desk.UNDO, Desk.RESET}) {
            desk.press(button);
            assertThat(desk.button(button).evaluate("each => each === document.activeElement"))
                    .as("focus on " + button)
                    .isEqualTo(true);
            assertThat(desk.page().evaluate(ALL_MARKED, "main button"))
                    .as("the same buttons after " + button)
                    .isEqualTo(true);
        }
    }

    @Test
    void the_decisive_line_and_the_row_it_depends_on_are_marked_together() {
        Desk desk = learner.open("/try?case=too-late");
        desk.press(Desk.RECEIVE).press(Desk.SEND);
        assertMarked(desk, "250 ", "live");
        desk.press(Desk.PLUS_5).press(Desk.PLUS_1).press(Desk.SEND);
        assertMarked(desk, "550 5.7.1 ", "expired");
        desk.press(Desk.RESET);
        assertThat(desk.decisiveLine().count()).isZero();
        assertThat(desk.decisiveRow().count()).isZero();
    }

    private static void assertMarked(Desk desk, String line, String state) {
        assertThat(desk.decisiveLine().count()).isEqualTo(1);
        assertThat(desk.decisiveLine().locator("code").first().innerText()).startsWith(line);
        assertThat(desk.decisiveRow().count()).isEqualTo(1);
        assertThat(desk.decisiveRow().getAttribute("data-state")).isEqualTo(state);
    }

    @Test
    void a_refusal_without_a_row_marks_the_line_alone() {
        Desk desk = learner.open("/try").press(Desk.SEND);
        assertThat(desk.decisiveLine().count()).isEqualTo(1);
        assertThat(desk.decisiveRow().count()).isZero();
    }

    @Test
    void a_double_click_is_one_press() {
        Desk desk = learner.open("/try").press(Desk.RECEIVE);
        desk.answered(() -> desk.button(Desk.SEND).dblclick());
        assertThat(desk.reload().shown().mails()).isEqualTo(1);
    }

    @Test
    void the_second_half_of_a_slow_double_click_is_no_press() {
        Desk desk = learner.open("/try").press(Desk.RECEIVE);
        BoundingBox button = desk.button(Desk.SEND).boundingBox();
        double x = button.x + button.width / 2;
        double y = button.y + button.height / 2;
        desk.answered(() -> desk.page().mouse().click(x, y));
        Shown first = desk.shown();
        desk.page().mouse().move(x, y);
        desk.page().mouse().down(new Mouse.DownOptions().setClickCount(2));
        desk.page().mouse().up(new Mouse.UpOptions().setClickCount(2));
        assertThat(desk.settled().reload().shown()).isEqualTo(first);
    }

    @Test
    void a_lost_server_is_told_above_the_result_which_stays_and_the_next_press_works() {
        Desk desk = learner.open("/try").press(Desk.RECEIVE);
        learner.context().setOffline(true);
        desk.button(Desk.SEND).click();
        PlaywrightAssertions.assertThat(desk.result())
                .containsText(Words.load().parts("notice.lost").get(0));
        assertThat(desk.shown().outcome()).isEqualTo("received");
        learner.context().setOffline(false);
        desk.settled().press(Desk.SEND);
        assertThat(desk.shown().ending()).isEqualTo("sent 250 listed");
        assertThat(desk.shown().told())
                .doesNotContain(Words.load().parts("notice.lost").get(0));
        learner.forgive("ERR_INTERNET_DISCONNECTED");
        learner.forgive("htmx:");
    }

    @Test
    void a_form_that_htmx_does_not_send_says_so_without_a_network_and_can_be_sent_again() {
        Desk desk = learner.open("/quiz");
        desk.page().locator("input[name=answer]").first().check();
        learner.context().setOffline(true);
        desk.button("答える").click();
        PlaywrightAssertions.assertThat(desk.page().locator("form.options .notice"))
                .containsText(Words.load().parts("notice.lost").get(0));
        learner.context().setOffline(false);
        desk.loaded(() -> desk.button("答える").click());
        PlaywrightAssertions.assertThat(desk.page().locator("#answer")).isVisible();
    }
}
