package popbeforesmtp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.prose.Readings;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.web.page.Furigana;
import popbeforesmtp.web.page.FuriganaFilter;

/** Who wants every reading gets every reading, of all that the site can say. */
class ReadingsOfTextsTest {

    private static final Library LIBRARY = Library.load(ResourceRoot.live(Path.of("")));
    private static final Readings READINGS = LIBRARY.readings();
    private static final Map<String, String> TEXTS = JapaneseTexts.all(LIBRARY, Furigana.ALL);

    @Test
    void every_word_has_a_reading() {
        Set<String> unread = new TreeSet<>();
        TEXTS.forEach((where, html) ->
                Han.bare(FuriganaFilter.over(html, READINGS)).forEach(word -> unread.add(word + " in " + where)));
        assertThat(unread)
                .as("words that content/ja/readings.properties does not know")
                .isEmpty();
    }

    @Test
    void every_reading_is_of_use() {
        Set<String> listed = new TreeSet<>(READINGS.all());
        TEXTS.values()
                .forEach(html -> Han.texts(html).stream()
                        .flatMap(text -> READINGS.in(text).stream())
                        .forEach(listed::remove));
        assertThat(listed)
                .as("words in content/ja/readings.properties that are in no text")
                .isEmpty();
    }

    @Test
    void who_wants_none_gets_none() {
        assertThat(JapaneseTexts.all(LIBRARY, Furigana.OFF).values())
                .hasSameSizeAs(TEXTS.values())
                .noneMatch(html -> html.contains("<rt "));
    }
}
