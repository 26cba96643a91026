package popbeforesmtp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.junit.UsePlaywright;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages of a class, in the states of a lesson: for everybody, on every screen, and live also where no stream comes through. */
@UsePlaywright(ChromiumOptions.class)
class ClassPagesIT {

    private static final List<String> SHOWS = List.of("entrance", "question", "tally", "line", "list", "why");

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    private static void click(Desk desk, String words) {
        desk.loaded(() -> desk.button(words).click());
    }

    /** However a test ends, the next one finds no class. */
    @AfterEach
    void end(Browser browser) {
        try (Learner teacher = SITE.learner(browser, Scripts.OFF)) {
            Desk desk = teacher.open("/teach/summary");
            if (desk.page().url().endsWith("/summary")) {
                click(desk, "消す");
            }
        }
    }

    private static void go(Desk desk, String path) {
        desk.page().navigate(SITE.url(path));
    }

    /** Looks at a page with all its drawers open. */
    private static void check(Desk desk, String state, SoftAssertions softly) {
        desk.page().evaluate("() => document.querySelectorAll('main details').forEach(each => { each.open = true; })");
        AxeIT.assertAccessible(desk, state);
        LayoutIT.noteWidth(desk.page(), softly);
    }

    @Test
    void axe_objects_to_nothing_and_nothing_is_beyond_the_right_edge(Browser browser) {
        SoftAssertions softly = new SoftAssertions();
        try (Learner teacher = SITE.learner(browser, Scripts.ON);
                Learner learner = SITE.learner(browser, Scripts.OFF)) {
            Desk board = teacher.open("/en/teach");
            check(board, "no class", softly);
            click(board, "Open a class");
            check(board, "a class was opened", softly);
            Desk seat = learner.open("/join");
            click(seat, "席3");
            go(board, "/join");
            check(board, "seats to choose", softly);
            go(board, "/teach/board");
            for (int i = 0; i < 3; i++) {
                click(board, "つぎへ");
            }
            click(board, "見せる");
            click(board, "みんなの実験を始める");
            click(seat, "先生のところへ");
            click(seat, "送れる");
            for (String press : List.of(Desk.RECEIVE, Desk.SEND)) {
                go(seat, "/class");
                click(seat, press);
            }
            click(seat, "先生を呼ぶ");
            go(board, "/teach/board?seat=3");
            check(board, "a round, a call, a seat that is looked at", softly);
            for (String show : SHOWS) {
                go(board, "/teach/screen?show=" + show);
                check(board, show, softly);
            }
            go(board, "/teach/summary");
            check(board, "the summary", softly);
            teacher.context().addCookies(learner.context().cookies());
            for (String page : List.of("/class", "/en/class", "/try")) {
                go(board, page);
                check(board, page, softly);
            }
        }
        softly.assertAll();
    }

    @Test
    void the_plan_with_the_way_in_is_one_page_of_paper(Browser browser) {
        try (Learner teacher = SITE.learner(browser, Scripts.ON)) {
            for (String path : List.of("/teach", "/en/teach")) {
                Desk desk = teacher.open(path);
                assertThat(PrintIT.pages(desk.page())).as(path).isEqualTo(1);
                desk.loaded(() -> desk.page().locator("button[value=open]").click());
                assertThat(desk.page().locator("#letters")).isVisible();
                assertThat(PrintIT.pages(desk.page())).as(path + ", open").isEqualTo(1);
                Sight.onPaper(
                        desk.page(),
                        () -> assertThat(desk.page().locator("#letters")).isHidden());
                end(browser);
            }
        }
    }

    @Test
    void where_no_stream_comes_through_the_board_asks_and_can_be_held_still(Browser browser) {
        try (Learner teacher = SITE.learner(browser, Scripts.ON);
                Learner here = SITE.learner(browser, Scripts.OFF);
                Learner there = SITE.learner(browser, Scripts.OFF)) {
            click(teacher.open("/teach"), "教室を開く");
            AtomicInteger asked = new AtomicInteger();
            teacher.context().route(Pattern.compile(".*/stream.*"), route -> asked(route, asked));
            Page board = teacher.open("/teach").page();
            Sight.ownClock(board);
            board.navigate(SITE.url("/teach/board"));
            Locator arrived = board.locator("#arrived");
            assertThat(arrived).hasAttribute("data-count", "0");

            click(here.open("/join"), "席1");
            board.waitForCondition(() -> passed(board).equals("1"));

            board.locator("#live-pause").click();
            assertThat(board.locator("#live-pause")).hasText("更新を始める");
            int before = asked.get();
            click(there.open("/join"), "席2");
            passed(board);
            passed(board);
            assertThat(asked).as("held still").hasValue(before);
            assertThat(arrived).hasAttribute("data-count", "1");
            board.locator("#live-pause").click();
            assertThat(arrived).hasAttribute("data-count", "2");

            teacher.context().unrouteAll();
            teacher.forgive("ERR_");
        }
    }

    /** Five seconds of the page's own time. */
    private static String passed(Page board) {
        board.clock().fastForward(5_000);
        return board.locator("#arrived").getAttribute("data-count");
    }

    private static void asked(Route route, AtomicInteger asked) {
        if (route.request().url().contains("once=yes")) {
            asked.incrementAndGet();
            route.resume();
        } else {
            route.abort();
        }
    }

    @Test
    void the_projector_follows_the_keys(Browser browser) {
        try (Learner teacher = SITE.learner(browser, Scripts.ON)) {
            Desk desk = teacher.open("/teach");
            click(desk, "教室を開く");
            go(desk, "/teach/board");
            click(desk, "つぎへ");
            go(desk, "/teach/screen?show=entrance");
            Page screen = desk.page();
            desk.loaded(() -> screen.keyboard().press("ArrowRight"));
            assertThat(screen).hasURL(Pattern.compile(".*show=question.*"));
            desk.loaded(() -> screen.keyboard().press("Space"));
            assertThat(screen).hasURL(Pattern.compile(".*show=tally.*"));
            assertThat(screen.locator("#tally [data-choice=sent]")).hasAttribute("data-count", "0");
            desk.loaded(() -> screen.keyboard().press("h"));
            assertThat(screen.locator("#tally")).hasCount(0);
            desk.loaded(() -> screen.keyboard().press("ArrowLeft"));
            assertThat(screen).hasURL(Pattern.compile(".*show=question.*"));
            teacher.forgive("ERR_");
        }
    }
}
