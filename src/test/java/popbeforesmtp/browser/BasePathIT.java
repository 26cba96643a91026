package popbeforesmtp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The site below a path of somebody else's host. */
@UsePlaywright(ChromiumOptions.class)
class BasePathIT {

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.below("/mail");

    @ParameterizedTest
    @EnumSource
    void pages_files_forms_and_cookies_stay_below_it(Scripts scripts, Browser browser) {
        try (Learner learner = SITE.learner(browser, scripts)) {
            List<String> outside = new ArrayList<>();
            learner.context().onResponse(response -> {
                if (!response.url().startsWith(SITE.url("/")) || response.status() >= 400) {
                    outside.add(response.status() + " " + response.url());
                }
            });
            Desk desk = learner.open("/");
            for (String path : List.of("/", "/en", "/en/try", "/try")) {
                desk.page().navigate(SITE.url(path));
                assertThat(addresses(desk))
                        .as(path)
                        .isNotEmpty()
                        .allMatch(address -> address.startsWith(SITE.url("/")));
            }
            assertThat(desk.press(Desk.SEND).shown().ending()).isEqualTo("refused 550 not-listed");
            assertThat(desk.press(Desk.RECEIVE).press(Desk.SEND).shown().ending())
                    .isEqualTo("sent 250 listed");
            assertThat(desk.page().url()).startsWith(SITE.url("/try"));
            assertThat(outside).isEmpty();
            assertThat(learner.context().cookies()).isNotEmpty().allSatisfy(cookie -> {
                assertThat(cookie.path).isEqualTo("/mail");
                assertThat(cookie.httpOnly).isTrue();
                assertThat(cookie.secure).isFalse();
                assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
            });
        }
    }

    /** Whatever this page leads to or loads, as whole addresses. */
    private static List<String> addresses(Desk desk) {
        List<?> addresses = (List<?>) desk.page().evaluate("""
                        () => [...document.querySelectorAll('[href], [src], [action], [hx-post], [hx-get]')]
                            .flatMap(each => ['href', 'src', 'action', 'hx-post', 'hx-get'].map(name => each.getAttribute(name)))
                            .filter(address => address && !address.startsWith('#'))
                            .map(address => new URL(address, document.baseURI).href.replace(/\\/mail$/, '/mail/'))""");
        return addresses.stream().map(String.class::cast).toList();
    }
}
