package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.Cookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and forms that mean harm are answered with words, and nothing of them comes back. */
@UsePlaywright(ChromiumOptions.class)
class HostileIT {

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "'+alert(1)+'",
                "../../etc/passwd",
                "${7*7}",
                "__${7*7}__::.x"
            })
    void a_case_that_means_harm_is_no_case(String id, Browser browser) {
        String query = URLEncoder.encode(id, StandardCharsets.UTF_8);
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open("/");
            for (String path : List.of("/try?case=", "/en/try?case=")) {
                Response answer = desk.page().navigate(SITE.url(path + query));
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.text()).doesNotContain(id);
                assertThat(desk.page().locator("main").innerText()).doesNotContain("49");
                assertThat(desk.page().locator("main h1").count()).isEqualTo(1);
            }
            Response told = desk.page().navigate(SITE.url("/try?told=" + query));
            assertThat(told.status()).isEqualTo(200);
            assertThat(told.text()).doesNotContain(id);
            learner.forgive("404");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"step", "case", "press"})
    void a_spoilt_form_gets_words_and_changes_nothing(String field, Browser browser) {
        String harm = "\"><img src=x onerror=alert(1)>";
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            Desk desk = learner.open("/try?case=too-late").press(Desk.RECEIVE);
            Shown before = desk.shown();
            desk.page()
                    .evaluate(
                            "([field, harm]) => document.querySelectorAll(`form [name=${field}]`).forEach(each => { each.value = harm; })",
                            List.of(field, harm));
            desk.press(Desk.SEND);
            assertThat(desk.page().locator("#result img").count()).isZero();
            assertThat(desk.shown().told()).isNotEqualTo(before.told()).doesNotContain("onerror");
            assertThat(desk.reload().shown()).isEqualTo(before);
            learner.forgive("status of 40");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "all\"><b>"})
    void a_cookie_that_means_harm_is_not_shown(String value, Browser browser) {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            for (String name : List.of("furigana", "visitor", "other")) {
                learner.context().addCookies(List.of(new Cookie(name, value).setUrl(SITE.url("/"))));
            }
            Desk desk = learner.open("/try");
            assertThat(desk.page().content()).doesNotContain(value);
            assertThat(desk.press(Desk.SEND).shown().ending()).isEqualTo("refused 550 not-listed");
        }
    }
}
