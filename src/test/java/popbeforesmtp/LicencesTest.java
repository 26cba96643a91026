package popbeforesmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Everything that is packed into the jar has its licence beside it. */
class LicencesTest {

    private static final Path FOLDER = Path.of("src/main/licences");

    /** What Maven packs: {@code group:artifact}. */
    private static List<String> packed() throws IOException {
        return Files.readAllLines(Path.of("target/test-classes/artifacts.txt")).stream()
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "").strip())
                .filter(line -> line.contains(":jar:"))
                .map(line -> line.replaceAll("^([^:]+:[^:]+):.*$", "$1"))
                .sorted()
                .toList();
    }

    /** What we say: {@code group:artifact}, and the name of its licence. */
    private static Map<String, String> told() throws IOException {
        Map<String, String> licences = new TreeMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve("artifacts.txt"))) {
            if (!line.startsWith("#")) {
                String[] words = line.split(" +", -1);
                assertThat(words).as(line).hasSize(3);
                assertThat(words[2]).as(line).startsWith("https://");
                assertThat(licences.put(words[0], words[1])).as(line).isNull();
            }
        }
        return licences;
    }

    @Test
    void every_artifact_in_the_jar_is_named_and_none_that_is_not() throws IOException {
        assertThat(packed()).isNotEmpty();
        assertThat(told().keySet()).containsExactlyElementsOf(packed());
    }

    @Test
    void every_licence_is_there_to_be_read_and_none_that_nobody_needs() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.txt$", ""))
                            .filter(name -> !name.equals("artifacts") && !name.equals("NOTICES")))
                    .containsExactlyInAnyOrderElementsOf(
                            told().values().stream().distinct().toList());
        }
        for (String licence : told().values()) {
            assertThat(Files.readString(FOLDER.resolve(licence + ".txt")))
                    .as(licence)
                    .containsPattern("(?i)WARRANT");
        }
    }

    @Test
    void our_own_licence_is_the_one_that_maven_names() throws IOException {
        assertThat(Files.readString(Path.of("LICENSE"))).startsWith("MIT License");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<name>MIT</name>");
    }
}
