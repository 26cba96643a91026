package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.junit.UsePlaywright;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.course.Lesson;
import popbeforesmtp.lesson.course.Puzzle;
import popbeforesmtp.lesson.course.Question;
import popbeforesmtp.lesson.course.Trial;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.press.Press;

/** The lessons, walked in a browser: by mouse, by keyboard alone, and one without scripts. */
@UsePlaywright(ChromiumOptions.class)
class LessonsIT {

    private static final Library LIBRARY = Library.open(ResourceRoot.packed());
    private static final int MOST_TABS = 80;

    /** How the line begins that shows the cause of each box. */
    private static final Map<String, String> SHOWING = Map.of(
            "A",
            "250 2.1.5",
            "B",
            "smtp.yahoo.example:25",
            "C",
            "220 smtp.town.example",
            "D",
            "220 smtp.asahi.example");

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    /** A way to press a button and to choose an answer. */
    private interface Way {

        void press(Desk desk, String words);

        void choose(Desk desk, String name, int place);

        void follow(Desk desk, String link);
    }

    private static final class Mouse implements Way {

        @Override
        public void press(Desk desk, String words) {
            desk.button(words).click();
        }

        @Override
        public void choose(Desk desk, String name, int place) {
            desk.page().locator("input[name=" + name + "]").nth(place).check();
        }

        @Override
        public void follow(Desk desk, String link) {
            desk.page().locator(link).click();
        }
    }

    private static final class Keyboard implements Way {

        @Override
        public void press(Desk desk, String words) {
            tabTo(desk, "Tab", "document.activeElement.innerText.trim() === '" + words + "'");
            desk.page().keyboard().press("Enter");
        }

        @Override
        public void choose(Desk desk, String name, int place) {
            tabTo(desk, "Tab", "document.activeElement.name === '" + name + "'");
            desk.page().keyboard().press("Space");
            for (int i = 0; i < place; i++) {
                desk.page().keyboard().press("ArrowDown");
            }
        }

        /** Back up the page, to its head. */
        @Override
        public void follow(Desk desk, String link) {
            tabTo(desk, "Shift+Tab", "document.activeElement.matches(\"" + link + "\")");
            desk.page().keyboard().press("Enter");
        }

        private static void tabTo(Desk desk, String key, String there) {
            for (int i = 0; i < MOST_TABS; i++) {
                desk.page().keyboard().press(key);
                if (Boolean.TRUE.equals(desk.page().evaluate("() => " + there))) {
                    return;
                }
            }
            throw new AssertionError(key + " does not lead to " + there);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void a_lesson_is_done_by_keyboard(int number, Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            walk(learner.open("/learn/" + number), lesson(number), new Keyboard());
        }
    }

    @Test
    void a_lesson_is_done_without_scripts(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.OFF)) {
            walk(learner.open("/learn/2"), lesson(2), new Mouse());
            Desk desk = learner.open("/learn/2?trial=example");
            desk.press(Desk.RECEIVE).press(Desk.SEND);
            assertThat(desk.result().innerText()).contains("これが、受けてから送る仕組みのすべてです。");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void a_lesson_is_done_by_mouse(int number, Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            walk(learner.open("/learn/" + number), lesson(number), new Mouse());
        }
    }

    @Test
    void hints_lead_step_by_step_and_the_pressed_button_keeps_the_focus(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open("/learn/4");
            for (int i = 0; i < 2; i++) {
                desk.answered(() -> desk.button("ヒントを見る").click());
                assertThat(focus(desk)).isEqualTo("ヒントを見る");
            }
            for (String words : List.of(Desk.RECEIVE, "期限の1分前まで", Desk.SEND)) {
                assertThat(desk.page().locator("#lead-next b").innerText()).isEqualTo(words);
                desk.answered(() -> desk.button("次の1つを、代わりに押す").click());
                assertThat(focus(desk)).isEqualTo("次の1つを、代わりに押す");
            }
            assertThat(desk.page().locator("#task .known").count()).isEqualTo(1);
        }
    }

    @Test
    void a_choice_acts_at_once_and_is_undone_as_a_press_is(Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open("/learn/5?trial=c");
            desk.press(Desk.RECEIVE);
            desk.answered(() -> desk.page().locator("#place-next-seat").check());
            assertThat(desk.result().innerText()).contains("公民館（となりの席）に移りました。");
            assertThat(desk.page().locator("#steps [aria-current=step]").innerText())
                    .contains(Desk.SEND);
            desk.press(Desk.UNDO);
            assertThat(desk.page().locator("#place-centre").isChecked()).isTrue();
            assertThat(desk.page().locator("#steps li[data-done=true]").count()).isEqualTo(1);
        }
    }

    private static Lesson lesson(int number) {
        return LIBRARY.in("ja").lesson(number).orElseThrow();
    }

    private static void walk(Desk desk, Lesson lesson, Way way) {
        for (Trial trial : lesson.everything()) {
            go(desk, lesson, trial.name(), way);
            desk.answered(() -> way.press(desk, "断られる"));
            assertThat(desk.page().locator("#guess-said").innerText()).contains("断られる");
            for (Press press : trial.steps()) {
                assertThat(desk.page().locator("#task .known").count()).isZero();
                press(desk, press, way);
            }
            assertThat(desk.page().locator("#result .verdict").innerText()).contains("予想");
            lesson.puzzle()
                    .flatMap(puzzle -> puzzle.box(trial.name()))
                    .ifPresent(box -> open(desk, lesson.puzzle().orElseThrow(), box, way));
            assertThat(desk.page().locator("#task .known").count()).isEqualTo(1);
        }
        go(desk, lesson, "why", way);
        Question question = lesson.moral().question();
        way.choose(
                desk,
                "answer",
                question.options().stream().map(Question.Option::id).toList().indexOf(question.answer()));
        desk.loaded(() -> way.press(desk, "答える"));
        assertThat(desk.page().locator("#answer").innerText()).contains("そのとおりです。");
        assertThat(desk.page().locator(".lessons [aria-current]").innerText()).contains("（できました）");
    }

    /** Goes to a part by the links at the head. */
    private static void go(Desk desk, Lesson lesson, String part, Way way) {
        String query = "a[href$='" + (part.length() == 1 && part.compareTo("a") < 0 ? "box=" : "trial=") + part + "']";
        if (desk.page().locator(".parts " + query).count() > 0) {
            desk.loaded(() -> way.follow(desk, ".parts " + query));
        }
        assertThat(desk.page().locator(".parts [aria-current]").count()).isEqualTo(1);
        assertThat(desk.page().title()).startsWith("レッスン" + lesson.number() + " ");
    }

    private static void open(Desk desk, Puzzle puzzle, Puzzle.Box box, Way way) {
        assertThat(desk.page().locator("#task .known").count()).isZero();
        way.choose(
                desk,
                "cause",
                puzzle.causes().stream().map(Puzzle.Cause::id).toList().indexOf(box.cause()));
        desk.loaded(() -> way.press(desk, "これだと思う"));
        assertThat(desk.page().locator("#task .known").count()).isZero();
        String line = SHOWING.get(box.trial().name());
        Locator lines = desk.page().locator("#proof");
        List<String> offered = lines.locator("option").allInnerTexts();
        lines.selectOption(offered.stream()
                .filter(each -> each.startsWith(line))
                .findFirst()
                .orElseThrow());
        desk.loaded(() -> way.press(desk, "これだと思う"));
        assertThat(desk.page().locator("#cause h2").innerText())
                .contains(box.title().plain());
    }

    private static void press(Desk desk, Press press, Way way) {
        String button = Hands.words(press);
        if (press instanceof Press.MoveTo move) {
            way.choose(desk, "place", move.place() == Place.NEXT_SEAT ? 1 : 0);
        } else if (press instanceof Press.Choose) {
            way.choose(desk, "auth", 1);
        }
        desk.answered(() -> way.press(desk, button));
        if (desk.scripts() == Scripts.ON) {
            assertThat(focus(desk)).isEqualTo(button);
        }
    }

    private static String focus(Desk desk) {
        return (String) desk.page().evaluate("() => document.activeElement.innerText.trim()");
    }
}
