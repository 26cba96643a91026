package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.junit.UsePlaywright;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looking, reload, back, old tabs: nothing is done twice, nothing is lost. */
@UsePlaywright(ChromiumOptions.class)
class NothingTwiceIT {

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    private static final Words WORDS = Words.load();

    @ParameterizedTest
    @EnumSource
    void looking_changes_nothing(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            int before = SITE.worlds();
            Desk desk = learner.open("/try?case=too-late");
            Shown fresh = desk.shown();
            assertThat(desk.reload().shown()).isEqualTo(fresh);
            assertThat(SITE.worlds()).as("a world is made at the first press").isEqualTo(before);
            Shown played = desk.press(Desk.RECEIVE).press(Desk.PLUS_1).shown();
            assertThat(SITE.worlds()).isEqualTo(before + 1);
            Shown other = learner.open("/try?case=redial").shown();
            assertThat(other.rows()).isEmpty();
            assertThat(other.chosen()).contains("place=phone", "incoming=dion.example");
            assertThat(learner.open("/try").shown().lines()).isEmpty();
            assertThat(learner.open("/en/try?case=too-late")
                            .shown()
                            .rows()
                            .get(0)
                            .address())
                    .isEqualTo("198.51.100.7");
            assertThat(learner.open("/try?case=too-late").shown()).isEqualTo(played);
            assertThat(desk.reload().reload().shown()).isEqualTo(played);
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_case_begins_at_its_first_press(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            learner.open("/try").press(Desk.RECEIVE).press(Desk.PLUS_5);
            Desk desk = learner.open("/try?case=own-network").press(Desk.SEND);
            assertThat(desk.shown().ending()).isEqualTo("sent 250 own-network");
            assertThat(desk.shown().rows()).isEmpty();
            assertThat(desk.shown().clock()).isEqualTo("2007-04-02T14:00:00+09:00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void reload_keeps_the_state_and_repeats_no_press(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            Desk desk = learner.open("/try").press(Desk.RECEIVE);
            Shown received = desk.shown();
            assertThat(desk.reload().shown()).isEqualTo(received);
            Shown sent = desk.press(Desk.SEND).shown();
            assertThat(sent.ending()).isEqualTo("sent 250 listed");
            assertThat(sent.mails()).isEqualTo(1);
            assertThat(desk.reload().shown()).isEqualTo(sent);
        }
    }

    @ParameterizedTest
    @EnumSource
    void back_and_forward_show_the_state_and_repeat_no_press(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            Desk desk = learner.open("/");
            desk.page().navigate(SITE.url("/try"));
            Shown sent = desk.press(Desk.RECEIVE).press(Desk.SEND).shown();
            desk.page().navigate(SITE.url("/"));
            desk.page().goBack();
            assertThat(desk.shown()).isEqualTo(sent);
            desk.page().goBack();
            desk.page().goForward();
            assertThat(desk.shown()).isEqualTo(sent);
            desk.page().navigate(SITE.url("/try"));
            assertThat(desk.shown()).isEqualTo(sent);
            assertThat(desk.press(Desk.SEND).shown().mails()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_old_tab_is_told_so_and_shows_the_state(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            Desk old = learner.open("/try").press(Desk.RECEIVE);
            Desk tab = learner.open("/try");
            Shown sent = tab.press(Desk.SEND).shown();
            old.press(Desk.PLUS_5);
            assertThat(old.shown().told())
                    .contains(WORDS.parts("notice.step.old"))
                    .contains(sent.told());
            assertThat(old.shown().untold()).isEqualTo(sent.untold());
            assertThat(old.press(Desk.PLUS_5).shown().clock()).isEqualTo("2007-04-02T14:05:00+09:00");
            assertThat(old.shown().told()).doesNotContain(WORDS.parts("notice.step.old"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_press_from_the_same_old_page_gets_its_answer_again(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            Desk old = learner.open("/try").press(Desk.RECEIVE);
            Desk tab = learner.open("/try");
            Shown sent = tab.press(Desk.SEND).shown();
            assertThat(old.press(Desk.SEND).shown()).isEqualTo(sent);
            assertThat(sent.mails()).isEqualTo(1);
        }
    }
}
