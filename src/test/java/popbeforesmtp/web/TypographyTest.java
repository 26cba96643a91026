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
import popbeforesmtp.lesson.Typography;

/** On the pages as they are sent, whatever template or class has put the words together: Japanese signs in Japanese. */
class TypographyTest {

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
            "/help",
            "/words",
            "/sources",
            "/about",
            "/a11y",
            "/door",
            "/learn/1",
            "/learn/2?trial=example",
            "/learn/3?trial=why",
            "/learn/6",
            "/learn/6?trial=ending",
            "/learn/6?trial=today",
            "/quiz",
            "/quiz?q=end",
            "/print/worksheet",
            "/print/answers",
            "/print/words",
            "/print/explanations",
            "/nothing");

    /** What is quoted, and what goes on in the same line after a tag. */
    private static final Pattern QUOTED = Pattern.compile(
            "<head>.*?</head>|<(code|pre|svg|template)\\b.*?</\\1>|<(\\w+) [^>]*\\blang=\"en\"[^>]*>[^<]*</\\2>",
            Pattern.DOTALL);

    private static final Pattern IN_LINE =
            Pattern.compile("</?(?:a|b|strong|span|small|i|time|wbr|q|cite|em)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    @RegisterExtension
    static final PracticeSite SITE = PracticeSite.unhurried();

    @Test
    void japanese_is_set_as_japanese_is() {
        Map<String, String> pages = new LinkedHashMap<>();
        PAGES.forEach(path -> pages.put(
                path, SITE.reader().get(path, "Cookie", "furigana=off").body()));
        pages.putAll(pressed());
        Set<String> faults = new TreeSet<>();
        pages.forEach((path, page) ->
                lines(page).forEach(line -> Typography.signs(line).forEach(fault -> faults.add(path + ": " + fault))));
        assertThat(faults).isEmpty();
    }

    private static Map<String, String> pressed() {
        Map<String, String> pages = new LinkedHashMap<>();
        Reader reader = SITE.reader();
        reader.get("/try");
        String visitor = reader.cookie();
        for (String press : List.of("send", "receive", "send", "advance:after-end", "send", "both", "undo")) {
            reader.cookie(visitor);
            reader.seen(reader.press(press));
            reader.cookie(visitor);
            for (String path : List.of("/try", "/print/log", "/compare-runs")) {
                pages.put(
                        path + " after " + pages.size() + " " + press,
                        reader.get(path, "Cookie", "furigana=off").body());
                reader.cookie(visitor);
            }
        }
        return pages;
    }

    private static List<String> lines(String page) {
        String words = QUOTED.matcher(page).replaceAll("\n");
        return TAG.matcher(IN_LINE.matcher(words).replaceAll(""))
                .replaceAll("\n")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
