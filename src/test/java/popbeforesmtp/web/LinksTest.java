package popbeforesmtp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.web.http.SiteOptions;

/** Whoever follows links from the way in gets an answer everywhere, at the right place of the page, and changes nothing. */
class LinksTest {

    private static final Pattern HREF = Pattern.compile("<a [^>]*href=\"([^\"]*)\"");

    @RegisterExtension
    static final PracticeSite SITE = new PracticeSite(SiteOptions.usual());

    @Test
    void every_link_from_the_way_in_leads_to_a_page_and_to_a_place_on_it() {
        Reader reader = SITE.reader();
        Map<String, String> pages = new HashMap<>();
        Map<String, String> anchors = new HashMap<>();
        Set<String> wrong = new TreeSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of("/", "/en"));
        int worlds = SITE.worlds().size();
        while (!waiting.isEmpty()) {
            String path = waiting.pop();
            if (pages.containsKey(path)) {
                continue;
            }
            HttpResponse<String> answer = reader.get(path);
            pages.put(path, answer.body());
            if (answer.statusCode() != 200) {
                wrong.add(path + " is answered with " + answer.statusCode());
                continue;
            }
            for (String href : hrefs(answer.body())) {
                String[] halves = (href.startsWith("#") ? path + href : href).split("#", 2);
                if (!halves[0].startsWith("/")) {
                    wrong.add(path + " leads away to " + href);
                } else {
                    waiting.add(halves[0]);
                    anchors.put(halves.length < 2 ? "" : halves[0] + "#" + halves[1], path);
                }
            }
        }
        anchors.remove("");
        anchors.forEach((address, from) -> {
            String[] halves = address.split("#", 2);
            if (!pages.getOrDefault(halves[0], "").contains(" id=\"" + halves[1] + "\"")) {
                wrong.add(from + " leads to " + address + ", and there is no such place");
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(pages)
                .hasSizeGreaterThan(100)
                .containsKeys("/read/dion?claim=D4", "/en/history", "/learn/6", "/quiz");
        assertThat(SITE.worlds().size()).as("worlds").isEqualTo(worlds);
    }

    private static List<String> hrefs(String page) {
        List<String> hrefs = new ArrayList<>();
        Matcher href = HREF.matcher(page);
        while (href.find()) {
            hrefs.add(href.group(1).replace("&amp;", "&"));
        }
        return hrefs;
    }
}
