package popbeforesmtp.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.junit.UsePlaywright;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.course.Lesson;
import popbeforesmtp.lesson.source.ResourceRoot;

/** Before anything is scrolled or pressed, every lesson shows what to do, what to press, and what will be seen there. */
@UsePlaywright(ChromiumOptions.class)
class FirstScreensIT {

    private static final Library LIBRARY = Library.open(ResourceRoot.packed());

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    @ParameterizedTest
    @ValueSource(strings = {"", "/en"})
    void a_lesson_shows_its_task_and_its_buttons(String prefix, Browser browser) {
        SoftAssertions softly = new SoftAssertions();
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            for (String path : parts()) {
                Desk desk = learner.open(prefix + path);
                Sight.resize(desk.page(), 1366, 625);
                note(desk.page().locator("#task h2"), path + " task", softly);
                note(desk.page().locator("#task p").last(), path + " what to do", softly);
                desk.page().locator("#steps li").all().forEach(step -> note(step, path + " step", softly));
                desk.page().locator(".press button").all().forEach(button -> note(button, path + " button", softly));
                note(desk.page().locator("#talk .empty"), path + " what will be seen", softly);
                Sight.resize(desk.page(), 1093, 500);
                desk.page().locator(".press button").all().forEach(button -> note(button, path + " low", softly));
            }
        }
        softly.assertAll();
    }

    /** The addresses of all parts in which something is pressed. */
    private static List<String> parts() {
        List<String> parts = new ArrayList<>();
        for (Lesson lesson : LIBRARY.in("ja").lessons()) {
            String address = "/learn/" + lesson.number();
            lesson.trials().forEach(trial -> parts.add(address + "?trial=" + trial.name()));
            lesson.example().ifPresent(example -> parts.add(address + "?trial=" + Lesson.Example.NAME));
            lesson.puzzle().ifPresent(puzzle -> {
                puzzle.boxes()
                        .forEach(
                                box -> parts.add(address + "?box=" + box.trial().name()));
                parts.add(address + "?trial=today");
            });
        }
        return parts;
    }

    private static void note(Locator element, String what, SoftAssertions softly) {
        softly.assertThat(Sight.hidden(element)).as(what).isEmpty();
    }
}
