package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * axe has nothing to object to on any page, and nothing is beyond the right edge of a narrow window. Each page is looked at
 * in one of the ways it can look, all ways in turn; with {@code -Pall} every page in every way.
 */
@UsePlaywright(ChromiumOptions.class)
class LooksIT {

    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice");

    private static final List<String> PAGES = List.of(
            "/",
            "/read/story",
            "/read/e-words",
            "/read/atmarkit?claim=A1",
            "/read/plala",
            "/read/dion",
            "/compare",
            "/compare-runs",
            "/history",
            "/words",
            "/sources",
            "/about",
            "/a11y",
            "/learn/2",
            "/learn/4?trial=why",
            "/learn/6",
            "/quiz",
            "/try",
            "/door",
            "/print/worksheet",
            "/print/answers",
            "/print/words",
            "/print/log",
            "/print/explanations",
            "/help",
            "/servers",
            "/experiments",
            "/postmaster",
            "/teach",
            "/join",
            "/runs");

    /** A way a page can look. */
    private record Look(String prefix, String furigana, String theme) {}

    private static final List<Look> LOOKS = List.of(
            new Look("", "all", "dark"),
            new Look("/en", "hard", "light"),
            new Look("", "off", "light"),
            new Look("/en", "hard", "dark"),
            new Look("", "hard", "dark"),
            new Look("", "all", "light"),
            new Look("", "off", "dark"),
            new Look("", "hard", "light"));

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    static Stream<Arguments> views() {
        return IntStream.range(0, PAGES.size())
                .boxed()
                .flatMap(page -> looks(page).map(look -> Arguments.of(PAGES.get(page), look)));
    }

    private static Stream<Look> looks(int page) {
        return Boolean.getBoolean("all") ? LOOKS.stream() : Stream.of(LOOKS.get(page % LOOKS.size()));
    }

    @ParameterizedTest
    @MethodSource("views")
    void every_page_can_be_used_by_everyone(String page, Look look, Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            BrowserContext context = learner.context();
            context.addCookies(List.of(
                    new Cookie("furigana", look.furigana).setUrl(SITE.origin()),
                    new Cookie("theme", look.theme).setUrl(SITE.origin())));
            Desk desk = learner.open((look.prefix + page).replaceFirst("^/en/$", "/en"));
            assertThat(new AxeBuilder(desk.page())
                            .setLegacyMode(true)
                            .withTags(TAGS)
                            .analyze()
                            .getViolations())
                    .isEmpty();
            desk.page().evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true; })");
            assertThat(Sight.tooSmall(desk.page())).isEmpty();
            desk.page().evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = false; })");
            Sight.resize(desk.page(), 320, 844);
            assertThat(Sight.tooSmall(desk.page())).as("at 320").isEmpty();
            assertThat(Sight.beyondTheEdge(desk.page())).isEmpty();
            Sight.resize(desk.page(), 1366, 625);
        }
    }
}
