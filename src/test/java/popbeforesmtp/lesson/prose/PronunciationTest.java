package popbeforesmtp.lesson.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.source.ResourceRoot;

/** What is said is what is written beside the word. */
class PronunciationTest {

    private static final Library LIBRARY = Library.load(ResourceRoot.live(Path.of("")));

    @Test
    void japanese_words_are_said_as_they_are_read() {
        LIBRARY.in("ja").spoken().words().forEach((word, said) -> {
            if (word.matches(".*\\p{IsHan}.*")) {
                assertThat(LIBRARY.readings().over(word, (written, reading) -> reading))
                        .as(word)
                        .isEqualTo(said);
            }
        });
    }

    @Test
    void a_browser_can_read_the_table() {
        assertThat(Pronunciation.read("spoken.properties", "SMTP = S M T P\n+OK = plus \"O K\"")
                        .json())
                .isEqualTo("{\"+OK\":\"plus \\\"O K\\\"\",\"SMTP\":\"S M T P\"}");
    }
}
