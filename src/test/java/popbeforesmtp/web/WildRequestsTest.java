package popbeforesmtp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.Printed;

/** Whatever is asked for, however it is asked: an answer of the site, and never a fault. */
class WildRequestsTest {

    private static final List<String> PAGES = List.of(
            "/try",
            "/learn/1",
            "/learn/6",
            "/learn/%s",
            "/read/story",
            "/read/%s",
            "/compare",
            "/compare-runs",
            "/history",
            "/help",
            "/spoken",
            "/servers",
            "/words",
            "/print/log",
            "/print/%s",
            "/settings",
            "/quiz",
            "/experiments",
            "/postmaster",
            "/runs",
            "/run/%s",
            "/door",
            "/teach",
            "/teach/board",
            "/teach/screen",
            "/teach/summary",
            "/join",
            "/class",
            "/static/%s",
            "/%s");

    private static final List<String> FORMS = List.of(
            "/try",
            "/learn",
            "/settings",
            "/runs",
            "/run/x",
            "/teach",
            "/teach/board",
            "/teach/screen",
            "/teach/summary",
            "/join",
            "/class",
            "/scene");

    private static final List<String> FIELDS = List.of(
            "act",
            "answer",
            "at",
            "back",
            "box",
            "by",
            "card",
            "case",
            "cause",
            "check",
            "choice",
            "claim",
            "code",
            "day",
            "dialled",
            "from",
            "furigana",
            "guess",
            "here",
            "host",
            "letters",
            "line",
            "members",
            "note",
            "only-clock",
            "over",
            "page",
            "place",
            "point",
            "press",
            "program",
            "q",
            "seat",
            "server",
            "show",
            "size",
            "spam",
            "state",
            "step",
            "to",
            "told",
            "trial");

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "1e9",
            "99999999999999999999",
            "NaN",
            "null",
            "\u0000",
            "\r\nX: y",
            "<b>x</b>",
            "${7*7}",
            "__${7*7}__",
            "%",
            "../../etc/passwd",
            "A".repeat(500),
            "あ".repeat(300),
            "߀߀߀߀",
            "ß",
            "\u202E",
            "\uD83D\uDE00",
            "a,b",
            "～",
            "1２",
            "٣",
            "2~free",
            "move:moon",
            "advance:9999999",
            "advance:before-end",
            "send",
            "open",
            "type",
            "choose",
            "undo",
            "lead",
            "tend:wake",
            "0.0",
            "999.999",
            "//evil.example",
            "answer",
            "hint",
            "open-class",
            "take-over",
            "end");

    @RegisterExtension
    static final PracticeSite SITE = PracticeSite.unhurried();

    private final Random random = new Random(20_020_402);

    @Test
    void every_page_and_every_form_has_an_answer_to_wild_values() throws Exception {
        assertThat(Printed.during(this::askWildly)).as("the log").isEmpty();
    }

    private void askWildly() {
        for (int i = 0; i < 1_200; i++) {
            Reader reader = SITE.reader();
            boolean form = i % 2 == 0;
            String path = (i % 3 == 0 ? "/en" : "") + any(form ? FORMS : PAGES).formatted(Reader.encoded(any(VALUES)));
            List<String> fields = fields();
            HttpResponse<String> answer = form ? posted(reader, path, fields) : reader.get(path + query(fields));
            assertThat(answer.statusCode()).as(path + " " + fields).isLessThan(500);
            assertThat(answer.body()).as(path + " " + fields).doesNotContain("Exception", "at popbeforesmtp.");
        }
    }

    /** Half of them from somebody who has a cookie. */
    private HttpResponse<String> posted(Reader reader, String path, List<String> fields) {
        if (random.nextBoolean()) {
            reader.get("/try");
        }
        return reader.post(path, fields);
    }

    private List<String> fields() {
        List<String> fields = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            fields.add(any(FIELDS));
            fields.add(any(VALUES));
        }
        return fields;
    }

    private static String query(List<String> fields) {
        StringBuilder query = new StringBuilder("?");
        for (int i = 0; i < fields.size(); i += 2) {
            query.append(fields.get(i))
                    .append('=')
                    .append(Reader.encoded(fields.get(i + 1)))
                    .append('&');
        }
        return query.toString();
    }

    private String any(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
