package popbeforesmtp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.web.http.SiteOptions;

/** What search engines, and people who share a page, get to see. */
class SharingTest {

    private static final String HERE = "https://example.org/mail";

    @RegisterExtension
    static final PracticeSite SITE =
            new PracticeSite(SiteOptions.usual().withBasePath("/mail").withPublicUrl(HERE));

    private static String page(String path) {
        HttpResponse<String> answer = SITE.reader().get("/mail" + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void every_page_of_the_sitemap_is_there_and_says_its_own_address() {
        List<String> addresses = new ArrayList<>();
        Matcher loc = Pattern.compile("<loc>([^<]+)</loc>").matcher(page("/sitemap.xml"));
        while (loc.find()) {
            addresses.add(loc.group(1));
        }
        assertThat(addresses)
                .hasSizeGreaterThan(100)
                .doesNotHaveDuplicates()
                .contains(HERE + "/", HERE + "/en", HERE + "/en/learn/6", HERE + "/try?case=redial");
        addresses.removeIf(address -> address.contains("?case=") && !address.endsWith("=redial"));
        for (String address : addresses) {
            assertThat(page(address.substring(HERE.length())))
                    .as(address)
                    .contains("<link rel=\"canonical\" href=\"" + address + "\">");
        }
    }

    @Test
    void a_page_names_its_languages_its_title_and_its_picture() {
        String page = page("/en/read/dion?claim=D4");
        assertThat(page)
                .contains("<link rel=\"canonical\" href=\"" + HERE + "/en/read/dion\">")
                .contains("hreflang=\"ja\" href=\"" + HERE + "/read/dion\"")
                .contains("hreflang=\"en\" href=\"" + HERE + "/en/read/dion\"")
                .contains("<meta property=\"og:url\" content=\"" + HERE + "/en/read/dion\">")
                .containsPattern("<meta property=\"og:title\" content=\"[^\"]*DION[^\"]*\">");
        Matcher picture =
                Pattern.compile("og:image\" content=\"" + HERE + "([^\"]+)\"").matcher(page);
        assertThat(picture.find()).isTrue();
        HttpResponse<String> image = SITE.reader().get("/mail" + picture.group(1));
        assertThat(image.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/png"));
    }

    @Test
    void a_page_that_is_not_there_is_not_to_be_found() {
        String page = SITE.reader().get("/mail/nothing").body();
        assertThat(page).contains("noindex").doesNotContain("canonical");
    }

    @Test
    void robots_are_told_where_the_sitemap_is() {
        assertThat(page("/robots.txt")).contains("Sitemap: " + HERE + "/sitemap.xml");
        assertThat(page("/sitemap.xml")).contains(HERE + "/teach<", HERE + "/en/teach<");
    }

    @Test
    void robots_stay_out_of_classes_and_runs() {
        assertThat(page("/robots.txt"))
                .contains("Disallow: /mail/teach/\n", "Disallow: /mail/en/teach/\n", "Disallow: /mail/join\n")
                .contains("Disallow: /mail/class\n", "Disallow: /mail/run/\n", "Disallow: /mail/en/run/\n")
                .doesNotContain("/teach\n");
    }
}
