package popbeforesmtp.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.junit.UsePlaywright;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.experiment.Cases;
import popbeforesmtp.lesson.experiment.Step;
import popbeforesmtp.lesson.source.ResourceRoot;

/**
 * Every case is played with the page's own buttons with htmx, and every third one without scripts beside it; with {@code
 * -Pall} all of them.
 */
@Order(1) // the longest first, so that neither runs alone in the end
@UsePlaywright(ChromiumOptions.class)
class CasesIT {

    /** What a press may change. */
    private static final List<String> PARTS = List.of("#result", "#list", "#talk", "#net", "#title", "#clock", "#taro");

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    private static final List<Case> CASES = Cases.load(ResourceRoot.packed()).all();

    static Stream<Arguments> cases() {
        return IntStream.range(0, CASES.size())
                .mapToObj(at -> Arguments.of(CASES.get(at).id(), Boolean.getBoolean("all") || at % 3 == 0));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_case_keeps_its_promises_and_looks_the_same_with_and_without_scripts(
            String id, boolean both, Browser browser) {
        Case played =
                CASES.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
        SoftAssertions softly = new SoftAssertions();
        try (Learner hers = SITE.learner(browser, Scripts.ON);
                Learner his = SITE.learner(browser, Scripts.OFF)) {
            Desk with = hers.open("/try?case=" + id);
            Optional<Desk> without = both ? Optional.of(his.open("/try?case=" + id)) : Optional.empty();
            for (Step step : played.steps()) {
                String where = "cases.yml:" + step.line() + " " + step.press();
                Hands.press(with, step.press());
                new Kept(where + " with scripts", with.shown(), softly).note(step.promise());
                without.ifPresent(desk -> {
                    Hands.press(desk, step.press());
                    new Kept(where + " without scripts", desk.shown(), softly).note(step.promise());
                    softly.assertThat(markup(desk)).as(where + " markup").isEqualTo(markup(with));
                });
            }
        }
        softly.assertAll();
    }

    /** What stands in the parts of a page. htmx leaves an empty class where it had one of its own. */
    private static String markup(Desk desk) {
        String read = "parts => parts.map(part => part + '\\n' + [...document.querySelector(part).childNodes]"
                + ".filter(node => node.nodeType !== 3 || node.data.trim())"
                + ".map(node => node.outerHTML || node.data.trim()).join('\\n')).join('\\n')";
        return ((String) desk.page().evaluate(read, PARTS))
                .replace(" class=\"\"", "")
                .replaceAll("\\s+", " ")
                .replaceAll("> | <", "\n");
    }
}
