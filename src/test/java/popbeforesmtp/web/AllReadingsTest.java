package popbeforesmtp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.web.page.FuriganaFilter;

/** On the pages as they are sent: all readings for who wants them all, and not one more than before for the others. */
class AllReadingsTest {

    private static final List<String> PAGES = List.of(
            "/",
            "/try",
            "/try?case=full-mailbox",
            "/read/story",
            "/read/e-words?claim=E8",
            "/read/atmarkit?claim=A9",
            "/read/plala?claim=P7",
            "/read/dion?claim=D7",
            "/compare",
            "/compare-runs",
            "/history",
            "/words",
            "/sources",
            "/about",
            "/a11y",
            "/door",
            "/learn/1",
            "/learn/2",
            "/learn/3",
            "/learn/4",
            "/learn/5?trial=c",
            "/learn/5?trial=why",
            "/learn/6",
            "/learn/6?trial=ending",
            "/quiz",
            "/quiz?q=7",
            "/quiz?q=end",
            "/print/worksheet",
            "/print/answers",
            "/print/words",
            "/print/log",
            "/print/explanations",
            "/nothing");

    /** What never has readings: see {@link FuriganaFilter}. */
    private static final Pattern BARE = Pattern.compile(
            "<head>.*?</head>|<(button|option|code|pre)\\b.*?</\\1>|<(\\w+) [^>]*\\blang=\"[^\"]*\"[^>]*>[^<]*</\\2>",
            Pattern.DOTALL);

    @RegisterExtension
    static final PracticeSite SITE = PracticeSite.unhurried();

    @Test
    void no_word_is_without_a_reading() {
        Map<String, String> pages = new LinkedHashMap<>();
        Reader reader = SITE.reader();
        for (String path : PAGES) {
            pages.put(path, reader.get(path, "Cookie", "furigana=all").body());
        }
        pages.putAll(pressed());
        Set<String> unread = new TreeSet<>();
        pages.forEach((path, page) ->
                Han.bare(BARE.matcher(page).replaceAll("<>")).forEach(word -> unread.add(word + " on " + path)));
        assertThat(unread).isEmpty();
        pages.values().removeIf(page -> page.contains("<rt ") && !page.contains("<ruby><ruby>"));
        assertThat(pages.keySet()).as("pages that were not read, or read twice").isEmpty();
    }

    /** What a learner sees at each press, as a page and as the part that htmx puts into it. */
    private static Map<String, String> pressed() {
        Map<String, String> pages = new LinkedHashMap<>();
        Reader reader = SITE.reader();
        reader.get("/try");
        String visitor = reader.cookie();
        for (String press : List.of(
                "send", "receive", "send", "advance:5", "advance:1", "send", "both", "advance:after-end", "undo")) {
            reader.cookie(visitor);
            pages.put(
                    press + " in part " + pages.size(),
                    reader.seen(reader.press(press, "HX-Request", "true", "Cookie", "furigana=all"))
                            .body());
            reader.cookie(visitor);
            pages.put(
                    press + " " + pages.size(),
                    reader.get("/try", "Cookie", "furigana=all").body());
            pages.put(
                    "/print/log " + pages.size(),
                    reader.get("/print/log", "Cookie", "furigana=all").body());
        }
        return pages;
    }

    @Test
    void english_pages_and_those_of_other_choices_are_as_they_were() {
        for (String page : List.of("/en", "/en/try", "/en/words")) {
            assertThat(SITE.reader().get(page, "Cookie", "furigana=all").body()).doesNotContain("<ruby>");
        }
        assertThat(SITE.reader().get("/try").body()).contains("<span>練習の時計</span>");
        assertThat(SITE.reader().get("/try", "Cookie", "furigana=off").body())
                .contains("<span>練習の時計</span>")
                .doesNotContain("<ruby>");
    }
}
