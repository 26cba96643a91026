package popbeforesmtp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A whole lesson: a teacher, a projector and six learners, most of them without scripts. */
@UsePlaywright(ChromiumOptions.class)
class ClassIT {

    private static final int SEATS = 6;

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.lasting();

    @Test
    void a_lesson_from_the_entrance_to_the_end(Browser browser) {
        Learner teacher = SITE.learner(browser, Scripts.ON);
        Learner projecting = SITE.learner(browser, Scripts.ON);
        List<Learner> learners = IntStream.range(0, SEATS)
                .mapToObj(seat -> SITE.learner(browser, seat == 0 ? Scripts.ON : Scripts.OFF))
                .toList();
        Desk board = teacher.open("/teach");
        click(board, "教室を開く");
        assertThat(board.page().locator("#class-code")).isVisible();
        board.page().navigate(SITE.url("/teach/board"));
        Page screen = projecting.open("/teach/screen").page();
        screen.setViewportSize(1024, 768);
        assertThat(screen.locator(".qr")).isVisible();

        List<Desk> desks = new ArrayList<>();
        for (int i = 0; i < SEATS; i++) {
            Desk desk = learners.get(i).open("/join");
            click(desk, "席" + (i + 1));
            desks.add(desk);
        }
        assertThat(board.page().locator("#arrived")).hasAttribute("data-count", "6");
        assertThat(screen.locator("#arrived")).hasText("6人が席につきました");
        fits(screen);

        for (int i = 0; i < 3; i++) {
            click(board, "つぎへ");
        }
        assertThat(board.page().locator("#arrived")).hasAttribute("data-count", "0");
        for (int i = 0; i < SEATS; i++) {
            click(desks.get(i), "先生のところへ");
            click(desks.get(i), i < 2 ? "送れる" : "断られる");
        }
        assertThat(board.page().locator("#arrived")).hasAttribute("data-count", "6");
        assertThat(choice(board.page(), "refused")).hasAttribute("data-count", "4");
        screen.navigate(SITE.url("/teach/screen?show=tally"));
        assertThat(screen.locator("#tally")).hasCount(0);
        click(board, "見せる");
        assertThat(choice(screen, "sent")).hasAttribute("data-count", "2");
        fits(screen);
        click(board, "予想を締め切る");

        click(board, "みんなの実験を始める");
        desks.forEach(desk -> desk.page().navigate(SITE.url("/class")));
        allSend(desks);
        assertThat(cells(board.page(), "refused")).hasCount(6);
        press(desks.get(2), Desk.RECEIVE);
        assertThat(desks.get(2).page().locator("#list")).containsText("席3が書きました");
        allSend(desks);
        assertThat(cells(board.page(), "sent")).hasCount(6);
        click(board, "期限の直後まで");
        allSend(desks);
        assertThat(cells(board.page(), "refused")).hasCount(6);
        click(board, "1席ずつ別の回線");
        desks.forEach(Desk::reload);
        press(desks.get(2), Desk.RECEIVE);
        allSend(desks);
        assertThat(cells(board.page(), "sent")).hasCount(1);
        assertThat(board.page().locator("#room [data-seat='3']")).hasAttribute("data-state", "sent");
        assertThat(cells(board.page(), "refused")).hasCount(5);
        for (String show : List.of("line", "list", "why", "question")) {
            screen.navigate(SITE.url("/teach/screen?show=" + show));
            fits(screen);
        }

        click(desks.get(1), "先生を呼ぶ");
        assertThat(board.page().locator("#room [data-seat='2']")).hasAttribute("data-state", "calling");
        click(board, "席2へ行きました");
        assertThat(board.page().locator(".calls")).hasCount(0);

        Learner other = SITE.learner(browser, Scripts.OFF);
        Desk another = other.open("/join");
        click(another, "席4（使用中）");
        click(another, "引き継ぐ");
        another.page().navigate(SITE.url("/class"));
        assertThat(another.page().locator(".seatbar strong")).hasText("席4");
        click(desks.get(3), Desk.SEND);
        assertThat(desks.get(3).page().locator("main")).containsText("ほかのパソコンが引き継ぎました");

        SITE.restart();
        board.page().navigate(SITE.url("/teach"));
        assertThat(board.page().locator("main")).containsText("続ける");
        board.page().navigate(SITE.url("/teach/board"));
        assertThat(board.page().locator("#room [data-seat='3']")).hasAttribute("data-state", "sent");
        press(desks.get(4), Desk.RECEIVE);
        assertThat(board.page().locator("#room [data-seat='5']")).hasAttribute("data-state", "received");

        board.page().navigate(SITE.url("/teach/summary"));
        click(board, "消す");
        desks.get(0).page().navigate(SITE.url("/try"));
        assertThat(desks.get(0).page().locator("main")).containsText("クラスは終わりました");
        List.of(teacher, projecting).forEach(watching -> {
            watching.forgive("ERR_");
            watching.forgive("404");
        });
        teacher.close();
        projecting.close();
        other.close();
        learners.forEach(Learner::close);
    }

    private static void click(Desk desk, String words) {
        desk.loaded(() -> desk.button(words).click());
    }

    private static void press(Desk desk, String words) {
        click(desk, words);
        assertThat(desk.page().locator("#result .slip")).isVisible();
    }

    private static void allSend(List<Desk> desks) {
        desks.forEach(desk -> press(desk, Desk.SEND));
    }

    private static Locator cells(Page board, String state) {
        return board.locator("#room [data-state='" + state + "']");
    }

    private static Locator choice(Page page, String choice) {
        return page.locator("#tally [data-choice='" + choice + "']");
    }

    /** What the projector shows is on it without scrolling; what is below are the buttons of the teacher. */
    private static void fits(Page screen) {
        Object bottom = screen.evaluate("() => document.querySelector('#live').getBoundingClientRect().bottom");
        assertThat(((Number) bottom).doubleValue()).isLessThanOrEqualTo(768);
    }
}
