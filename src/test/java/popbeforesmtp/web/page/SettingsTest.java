package popbeforesmtp.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.web.PracticeSite;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.http.SiteOptions;

class SettingsTest {

    private static final List<String> ALL_CHOSEN =
            List.of("size", "125", "furigana", "all", "theme", "dark", "pace", "slow", "back", "/read/dion?claim=D4");

    @RegisterExtension
    static final PracticeSite SITE = new PracticeSite(SiteOptions.usual());

    @Test
    void what_is_chosen_is_kept_for_a_year_and_leads_back() {
        HttpResponse<String> answer = SITE.reader().post("/settings", ALL_CHOSEN);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .hasSize(4)
                .allSatisfy(cookie ->
                        assertThat(cookie).contains("Path=/;", "Max-Age=31536000", "HttpOnly", "SameSite=Lax"))
                .anyMatch(cookie -> cookie.startsWith("size=125;"))
                .anyMatch(cookie -> cookie.startsWith("furigana=all;"))
                .anyMatch(cookie -> cookie.startsWith("theme=dark;"))
                .anyMatch(cookie -> cookie.startsWith("pace=slow;"));
        assertThat(back(answer, "size=125")).isEqualTo("/read/dion?claim=D4");
    }

    @Test
    void the_page_is_shown_as_chosen() {
        String page = SITE.reader()
                .get("/read/dion", "Cookie", "size=150; theme=dark; furigana=all")
                .body();
        assertThat(page)
                .contains("data-size=\"150\"", "data-theme=\"dark\"", "data-furigana=\"all\"", "<rt ")
                .contains("value=\"150\" checked", "value=\"dark\" checked", "value=\"all\" checked");
        assertThat(SITE.reader().get("/read/dion", "Cookie", "furigana=off").body())
                .doesNotContain("<rt ");
    }

    @Test
    void nothing_chosen_is_the_usual() {
        assertThat(SITE.reader().get("/try").body())
                .doesNotContain("data-size", "data-theme", "data-furigana", "data-pace")
                .contains("value=\"100\" checked", "value=\"system\" checked", "value=\"hard\" checked");
    }

    @Test
    void the_form_carries_the_page_with_its_state() {
        assertThat(SITE.reader().get("/en/try?case=too-late").body())
                .contains("action=\"/en/settings\"", "name=\"back\" value=\"/try?case=too-late\"")
                .doesNotContain("name=\"furigana\"");
    }

    @Test
    void a_world_is_left_as_it_is() {
        Reader reader = SITE.reader();
        reader.get("/try");
        reader.pressAndSee("receive");
        String visitor = reader.cookie();
        reader.post("/settings", List.of("theme", "light", "back", "/try"));
        reader.cookie(visitor);
        assertThat(reader.get("/try").body()).contains("data-outcome=\"received\"");
    }

    @ParameterizedTest
    @CsvSource({"size, 999", "furigana, ruby", "theme, <script>", "theme, 'dark; Domain=example.org'"})
    void a_value_that_cannot_be_chosen_is_refused(String name, String value) {
        HttpResponse<String> answer = SITE.reader().post("/settings", List.of(name, value, "back", "/try"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void a_cookie_that_is_garbage_counts_as_none() {
        assertThat(SITE.reader()
                        .get("/try", "Cookie", "size=7; theme=pink; furigana=\"><b>")
                        .body())
                .doesNotContain("data-size", "data-theme", "<b>\"", "pink");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "/try\r\nX-Harm: 1",
                "javascript:alert(1)",
                "/try#<b>",
                ""
            })
    void it_leads_to_no_other_site(String foreign) {
        HttpResponse<String> answer = SITE.reader().post("/settings", List.of("size", "125", "back", foreign));
        assertThat(back(answer, "size=125")).isEqualTo("/");
        HttpResponse<String> asked =
                SITE.reader().get("/settings?back=" + Reader.encoded(foreign), "Cookie", "size=125");
        assertThat(asked.headers().firstValue("Location")).hasValue("/#looked");
    }

    @Test
    void a_browser_that_keeps_no_cookies_is_told_what_is_lost() {
        String where = where(SITE.reader().post("/en/settings", ALL_CHOSEN));
        HttpResponse<String> told = SITE.reader().get(where);
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body())
                .contains("Your browser refuses cookies.", "You cannot send and receive here,")
                .contains("href=\"/en/read/dion?claim=D4\"");
        assertThat(SITE.reader().get("/settings").body()).contains("クッキー（目印）を断っています");
    }

    @Test
    void below_a_base_path_and_behind_https_cookies_and_addresses_stay_there() throws IOException {
        try (PracticeSite below =
                new PracticeSite(SiteOptions.usual().withBasePath("/mail").withPublicUrl("https://example.org"))) {
            HttpResponse<String> answer = below.reader().post("/mail/en/settings", ALL_CHOSEN);
            assertThat(where(answer)).startsWith("/mail/en/settings?back=");
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .hasSize(4)
                    .allSatisfy(cookie -> assertThat(cookie).contains("Path=/mail;", "Secure"));
            assertThat(below.reader()
                            .get(where(answer), "Cookie", "size=125")
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/mail/en/read/dion?claim=D4#looked");
        }
    }

    @Test
    void another_site_cannot_change_them() {
        assertThat(SITE.reader()
                        .post("/settings", ALL_CHOSEN, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    /** Where a browser that keeps its cookies gets in the end. */
    private static String back(HttpResponse<String> answer, String cookie) {
        String back = where(SITE.reader().get(where(answer), "Cookie", cookie));
        assertThat(back).endsWith("#looked");
        return back.substring(0, back.indexOf('#'));
    }

    private static String where(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
