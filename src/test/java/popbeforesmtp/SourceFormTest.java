package popbeforesmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no formatter looks after is written to be read as well: templates, style sheet, script. */
class SourceFormTest {

    private static final int LONGEST = 160;

    /** A rule that begins on a line where another one has ended, {@code a {…} b {…}}. */
    private static final Pattern TWO_RULES = Pattern.compile("\\}[^}'\"]*\\{");

    /** A declaration that begins on a line of its own where another one has ended. */
    private static final Pattern TWO_DECLARATIONS = Pattern.compile("^\\s+(?:--)?[a-z-]+:[^{]*;\\s*\\S");

    @Test
    void no_line_of_a_template_a_style_sheet_or_a_script_is_longer_than_a_window() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("templates", "static")) {
            lines(file, (number, line) -> {
                if (line.codePointCount(0, line.length()) > LONGEST) {
                    found.add(file + ":" + number);
                }
            });
        }
        assertThat(found).isEmpty();
    }

    @Test
    void the_style_sheet_has_one_rule_a_line_or_one_declaration_a_line() throws IOException {
        List<String> found = new ArrayList<>();
        for (String sheet : List.of("app.css", "pages.css")) {
            lines(Path.of("static", sheet), (number, line) -> {
                if (TWO_RULES.matcher(line).find()
                        || TWO_DECLARATIONS.matcher(line).find()) {
                    found.add(sheet + ":" + number + ": " + line);
                }
            });
        }
        assertThat(found).isEmpty();
    }

    private interface Look {
        void at(int number, String line);
    }

    private static void lines(Path file, Look look) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            look.at(i + 1, lines.get(i));
        }
    }

    private static List<Path> files(String... folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                all.filter(file -> file.toString().matches(".*\\.(html|css|js)"))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
