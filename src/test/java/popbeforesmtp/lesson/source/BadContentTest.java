package popbeforesmtp.lesson.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import popbeforesmtp.lesson.experiment.Cases;

/** Bad content is named by file and line. */
class BadContentTest {

    private static final String GOOD = """
            cases:
              - id: one
                start: {place: home, window: 5}
                steps:
                  - press: send
                    outcome: sent
                    reply: 250
                    reason: own-network
                    clock: 14:00:01
                    list:
                      - {host: plala.example, address: 203.0.113.21, until: 14:05, state: live}
                  - press: {move: centre}
            """;
    private static final String WORDS = "case.one.title = One\ncase.one.task = Press.\n";

    @TempDir
    Path root;

    @BeforeEach
    void good() throws IOException {
        write("cases.yml", GOOD);
        write("ja/cases.properties", WORDS);
        write("en/cases.properties", WORDS);
    }

    @Test
    void good_content_is_read() {
        assertThat(Cases.load(ResourceRoot.live(root)).all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "place: home           | plaice: home          | 3 | unknown word 'plaice'",
                "place: home           | place: office         | 3 | unknown place 'office'",
                "window: 5             | window: 7             | 3 | unknown window '7'",
                "window: 5             | window: five          | 3 | unknown window 'five'",
                "id: one               | id: One!              | 2 | unknown id 'One!'",
                "press: send           | press: sent           | 5 | unknown press 'sent'",
                "outcome: sent         | outcome: gone         | 6 | unknown outcome 'gone'",
                "reason: own-network   | reason: because       | 8 | unknown reason 'because'",
                "reply: 250            | outcome: sent         | 7 | doubled word 'outcome'",
                "clock: 14:00:01       | clock: 2 pm           | 9 | unknown time '2 pm'",
                "clock: 14:00:01       | taro: many            | 9 | unknown number 'many'",
                "203.0.113.21          | 203.0.113             | 11 | unknown address '203.0.113'",
                "state: live           | state: alive          | 11 | unknown state of a row 'alive'",
                "host: plala.example,  |                       | 11 | 'host' is missing",
                "move: centre          | fly: centre           | 12 | unknown word 'fly'",
                "{move: centre}        | receive               | 12 | this press needs an outcome",
                "press: send           | press: dial           | 5 | this press has no outcome",
                "window: 5}            | window: 5             | 4 | expected",
            })
    void a_slip_is_named_by_its_line(String good, String bad, int line, String fault) throws IOException {
        assertThat(GOOD).contains(good);
        write("cases.yml", GOOD.replace(good, bad == null ? "" : bad));
        assertBad("content/cases.yml:" + line + ": ", fault);
    }

    @Test
    void a_doubled_id_is_named() throws IOException {
        write("cases.yml", GOOD + GOOD.substring(GOOD.indexOf("  - id")));
        assertBad("content/cases.yml:13: ", "doubled id 'one'");
    }

    @Test
    void a_missing_title_is_named_by_the_line_of_its_case() throws IOException {
        write("en/cases.properties", "case.one.task = Press.\n");
        assertBad("content/cases.yml:2: ", "'case.one.title' is missing in content/en/cases.properties");
    }

    @Test
    void a_title_without_a_case_is_named() throws IOException {
        write("ja/cases.properties", WORDS + "\ncase.two.title = Two\n");
        assertBad("content/ja/cases.properties:4: ", "there is no case for 'case.two.title'");
    }

    @Test
    void a_doubled_title_is_named() throws IOException {
        write("ja/cases.properties", WORDS + "case.one.title = Again\n");
        assertBad("content/ja/cases.properties:3: ", "doubled key 'case.one.title'");
    }

    @Test
    void a_corrected_line_counts_at_once() throws IOException {
        Cases cases = Cases.load(ResourceRoot.live(root));
        write("cases.yml", GOOD.replace("id: one", "id: two"));
        write("ja/cases.properties", WORDS.replace("one", "two"));
        write("en/cases.properties", WORDS.replace("one", "two"));
        assertThat(cases.find("two")).isPresent();
        assertThat(cases.find("one")).isEmpty();
    }

    private void assertBad(String where, String fault) {
        assertThatThrownBy(() -> Cases.load(ResourceRoot.live(root)))
                .isInstanceOf(BadContent.class)
                .hasMessageStartingWith(where)
                .hasMessageContaining(fault);
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve("content").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
