package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen without scrolling, on the screens of ux.md 1.4 and on a phone. */
@UsePlaywright(ChromiumOptions.class)
class LayoutIT {

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    private static final String WITHIN_ITS_CARD =
            "() => document.querySelector('#list').getBoundingClientRect().right <= document.querySelector('.sheet').getBoundingClientRect().right";

    @ParameterizedTest
    @CsvSource({
        "/try?case=send-only, 送信する, refused",
        "/try?case=receive-then-send, 受信する, received",
        "/try?case=receive-then-send, 受信する > 送信する, sent",
        "/try?case=too-late, 受信する > 5分すすめる > 1分すすめる > 送信する, refused",
        "/try?case=redial, 受信する > 電話を切る > 電話をかける > 送信する, refused",
        "/en/try?case=redial, Receive > Hang up > Dial > Send, refused",
        "/en/try?case=send-only, Send, refused",
        "/en/try?case=receive-then-send, Receive, received",
        "/en/try?case=receive-then-send, Receive > Send, sent",
    })
    void buttons_verdict_and_decisive_line_are_seen(String path, String presses, String outcome, Browser browser) {
        SoftAssertions softly = new SoftAssertions();
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open(path);
            Sight.resize(desk.page(), 1366, 625);
            List.of(presses.split(" > ")).forEach(desk::press);
            assertThat(desk.shown().outcome()).isEqualTo(outcome);
            List<Locator> buttons = buttons(desk, path);
            Locator verdict = desk.result().locator("h2");
            Sight.resize(desk.page(), 1366, 625);
            buttons.forEach(button -> noteSeen(button, "1366x625 button", softly));
            noteSeen(verdict, "1366x625 verdict", softly);
            noteSeen(desk.decisiveLine(), "1366x625 decisive line", softly);
            Sight.resize(desk.page(), 1093, 500);
            buttons.forEach(button -> noteSeen(button, "1093x500 button", softly));
            noteSeen(verdict, "1093x500 verdict", softly);
            noteWidth(desk.page(), softly);
        }
        softly.assertAll();
    }

    /** The answer is brought into view; what it rests on must not leave it. */
    @ParameterizedTest
    @CsvSource({
        "/learn/4, 受信する > 期限の1分前まで > 送信する, sent",
        "/en/learn/4, Receive > Skip to 1 min left > Send, sent",
        "/learn/5, 電話をかける > 受信する > 送信する, sent",
    })
    void in_a_lesson_the_line_and_the_row_that_decide_stay_beside_the_answer(
            String path, String presses, String outcome, Browser browser) {
        SoftAssertions softly = new SoftAssertions();
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open(path);
            Sight.resize(desk.page(), 1366, 625);
            List.of(presses.split(" > ")).forEach(desk::press);
            assertThat(desk.result().locator(".slip").getAttribute("data-outcome"))
                    .isEqualTo(outcome);
            buttons(desk, path).forEach(button -> noteSeen(button, "button", softly));
            noteSeen(desk.result().locator("h2"), "verdict", softly);
            noteSeen(desk.decisiveLine(), "decisive line", softly);
            noteSeen(desk.decisiveRow(), "decisive row", softly);
        }
        softly.assertAll();
    }

    /** On a teacher's projector, also with large letters, the answer and the line that decided are seen after each press. */
    @ParameterizedTest
    @CsvSource({
        "/try?case=too-late, 受信する > 期限の直後まで > 送信する",
        "/try?case=send-only, 送信する",
        "/en/try?case=too-late, Receive > Skip past the limit > Send",
    })
    void on_a_projector_the_answer_and_the_deciding_line_are_seen(String path, String presses, Browser browser) {
        SoftAssertions softly = new SoftAssertions();
        for (String size : new String[] {"100%", "150%"}) {
            for (int[] screen : new int[][] {{1024, 768}, {1280, 800}}) {
                try (Learner learner = SITE.learner(browser, Scripts.ON)) {
                    Desk desk = learner.open(path);
                    Sight.resize(desk.page(), screen[0], screen[1]);
                    desk.page().evaluate("size => { document.documentElement.style.fontSize = size; }", size);
                    for (String press : List.of(presses.split(" > "))) {
                        desk.press(press);
                        String where = screen[0] + "x" + screen[1] + " " + size + " " + press;
                        if (desk.result().locator("h2").count() > 0) {
                            noteSeen(desk.result().locator("h2"), where + " verdict", softly);
                            noteSeen(desk.result().locator(".reply"), where + " line", softly);
                        }
                    }
                    softly.assertThat((Boolean) desk.page().evaluate(WITHIN_ITS_CARD))
                            .as("the list is within its card")
                            .isTrue();
                }
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @CsvSource({"/", "/en", "/try?case=other-door", "/en/try?case=other-door", "/try?case=redial"})
    void nothing_is_beyond_the_right_edge(String path, Browser browser) {
        SoftAssertions softly = new SoftAssertions();
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open(path);
            if (path.contains("/try")) {
                buttons(desk, path).forEach(button -> desk.answered(button::click));
                desk.page().locator("summary").all().forEach(Locator::click);
            }
            noteWidth(desk.page(), softly);
        }
        softly.assertAll();
    }

    private static List<Locator> buttons(Desk desk, String path) {
        List<String> names = path.startsWith("/en") ? List.of("Receive", "Send") : List.of(Desk.RECEIVE, Desk.SEND);
        return names.stream().map(desk::button).toList();
    }

    private static void noteSeen(Locator element, String what, SoftAssertions softly) {
        softly.assertThat(Sight.hidden(element)).as(what).isEmpty();
    }

    /** At the window sizes of desks and phones, and with letters of half again and twice the size. */
    static void noteWidth(Page page, SoftAssertions softly) {
        for (int width : new int[] {1366, 1093, 390, 320}) {
            Sight.resize(page, width, 844);
            softly.assertThat(Sight.beyondTheEdge(page)).as("%d wide", width).isEmpty();
        }
        Sight.resize(page, 1366, 625);
        for (String size : new String[] {"150%", "200%"}) {
            page.evaluate("size => { document.documentElement.style.fontSize = size; }", size);
            softly.assertThat(Sight.beyondTheEdge(page))
                    .as("letters of %s", size)
                    .isEmpty();
        }
        page.evaluate("() => { document.documentElement.style.fontSize = ''; }");
    }
}
