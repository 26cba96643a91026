package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everybody has a world of her own, finds it again after a pause, and is told if it is gone. */
@UsePlaywright(ChromiumOptions.class)
class OwnWorldIT {

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    private static final Words WORDS = Words.load();
    private static final String HINT = "ヒントを見る";

    @ParameterizedTest
    @EnumSource
    void two_people_do_not_see_each_other(Scripts scripts, Browser browser) {
        try (Learner hers = SITE.learner(browser, scripts);
                Learner his = SITE.learner(browser, scripts)) {
            Desk one = hers.open("/try").press(Desk.RECEIVE);
            Desk two = his.open("/try");
            assertThat(two.shown().rows()).isEmpty();
            assertThat(two.press(Desk.SEND).shown().ending()).isEqualTo("refused 550 not-listed");
            assertThat(one.press(Desk.SEND).shown().ending()).isEqualTo("sent 250 listed");
            assertThat(two.reload().shown().mails()).isZero();
            assertThat(two.press(Desk.PLUS_5).shown().clock()).isEqualTo("2007-04-02T14:05:00+09:00");
            assertThat(one.reload().shown().clock()).isEqualTo("2007-04-02T14:00:00+09:00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_garbage_cookie_harms_nobody(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            Desk desk = learner.open("/try").press(Desk.RECEIVE);
            spoil(learner);
            assertThat(desk.reload().shown().rows()).isEmpty();
            assertThat(desk.press(Desk.SEND).shown().ending()).isEqualTo("refused 550 not-listed");
            spoil(learner);
            assertThat(desk.press(Desk.RECEIVE).shown().told()).contains(WORDS.parts("notice.cookies"));
            assertThat(desk.press(Desk.RECEIVE).shown().ending()).isEqualTo("received +OK");
        }
    }

    private static void spoil(Learner learner) {
        List<Cookie> spoilt = learner.context().cookies().stream()
                .map(cookie -> new Cookie(cookie.name, "%22%3Cscript%3E..").setUrl(SITE.url("/")))
                .toList();
        assertThat(spoilt).isNotEmpty();
        learner.context().addCookies(spoilt);
    }

    @ParameterizedTest
    @EnumSource
    void an_idle_world_is_as_it_was(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            Desk desk = learner.open("/try").press(Desk.RECEIVE).press(Desk.PLUS_5);
            Shown before = desk.shown();
            SITE.idle(Duration.ofHours(1));
            assertThat(desk.reload().shown()).isEqualTo(before);
            SITE.idle(Duration.ofHours(1));
            assertThat(desk.press(Desk.SEND).shown().ending()).isEqualTo("sent 250 listed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_swept_world_is_told_and_starts_afresh(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            Desk desk = learner.open("/try").press(Desk.RECEIVE).press(Desk.PLUS_5);
            SITE.idle(Duration.ofHours(25));
            desk.press(Desk.SEND);
            assertAfresh(desk);
            SITE.idle(Duration.ofHours(25));
            assertAfresh(desk.reload());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_restarted_site_is_told_and_starts_afresh(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            Desk desk = learner.open("/try").press(Desk.RECEIVE).press(Desk.PLUS_5);
            SITE.restart();
            desk.press(Desk.SEND);
            assertAfresh(desk);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_refuses_cookies_and_asks_for_a_hint_is_told_where_the_hint_would_be(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            Desk desk = learner.open("/learn/1");
            learner.context().clearCookies();
            desk.press(HINT);
            Locator place = desk.page().locator(scripts == Scripts.ON ? "#hints" : "#result");
            assertThat(place.innerText()).contains(WORDS.parts("notice.cookies"));
        }
    }

    private static void assertAfresh(Desk desk) {
        assertThat(desk.shown().told()).contains(WORDS.parts("notice.swept"));
        assertThat(desk.shown().rows()).isEmpty();
        assertThat(desk.shown().clock()).isEqualTo("2007-04-02T14:00:00+09:00");
        assertThat(desk.press(Desk.SEND).shown().ending()).isEqualTo("refused 550 not-listed");
        assertThat(desk.shown().told()).doesNotContain(WORDS.parts("notice.swept"));
    }
}
