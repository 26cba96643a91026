package popbeforesmtp.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import popbeforesmtp.lesson.Terms;
import popbeforesmtp.lesson.Typography;
import popbeforesmtp.lesson.source.ResourceRoot;

class MessagesTest {

    private static final Messages TEXTS = new Messages(ResourceRoot.packed());
    private static final Pattern TOLD = Pattern.compile(
            "\"((?:r|clock|phone|place|options|check|undone|reset|verdict|wire|pc|notice)\\.[a-z0-9.-]+[a-z0-9])\"");
    private static final Pattern IN_TEMPLATE =
            Pattern.compile("#\\{([a-z0-9.-]+)\\}|t\\.(?:html|plain)\\('([a-z0-9.-]+[a-z0-9])'\\)");
    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)\\}");
    private static final int LONGEST_SENTENCE = 40;

    @Test
    void both_languages_have_the_same_keys_with_the_same_values() {
        Map<String, String> japanese = TEXTS.all(Language.JA);
        Map<String, String> english = TEXTS.all(Language.EN);
        assertThat(english.keySet()).isEqualTo(japanese.keySet());
        japanese.forEach(
                (key, text) -> assertThat(values(english.get(key))).as(key).isSubsetOf(values(text)));
    }

    @Test
    void everything_that_is_told_has_words() throws IOException {
        Set<String> keys = new TreeSet<>();
        collect(Path.of("src/main/java/popbeforesmtp/sandbox"), TOLD, keys);
        collect(Path.of("src/main/java/popbeforesmtp/web"), TOLD, keys);
        collect(Path.of("templates"), IN_TEMPLATE, keys);
        assertThat(keys).isNotEmpty();
        keys.removeAll(TEXTS.all(Language.JA).keySet());
        assertThat(keys).as("keys without words").isEmpty();
    }

    @Test
    void japanese_sentences_are_short_and_blame_nobody() {
        TEXTS.all(Language.JA).forEach((key, text) -> {
            String read = bare(text).replaceAll("\\{\\w+\\}", "");
            for (String sentence : read.split("(?<=[。？])", -1)) {
                assertThat(sentence.strip().length()).as(key + ": " + sentence).isLessThanOrEqualTo(LONGEST_SENTENCE);
            }
            assertThat(read).as(key).doesNotContain("エラー", "不正", "違反", "失敗");
        });
    }

    @Test
    void japanese_is_set_as_japanese_is_and_does_not_stumble() {
        TEXTS.all(Language.JA).forEach((key, text) -> {
            assertThat(Typography.faults(bare(text))).as(key).isEmpty();
            assertThat(Typography.stumbles(bare(text))).as(key).isEmpty();
        });
    }

    /** Two labels at the door are those of mail programs. */
    @Test
    void one_thing_has_one_name() {
        for (Language language : Language.values()) {
            Map<String, String> texts = new TreeMap<>(TEXTS.all(language));
            texts.keySet().removeAll(Set.of("door.pop3", "door.smtp"));
            texts.forEach((key, text) -> assertThat(Terms.otherNames(language.code(), bare(text)))
                    .as(key)
                    .isEmpty());
        }
    }

    @Test
    void no_key_is_written_twice() throws IOException {
        for (String language : List.of("ja", "en")) {
            Set<String> keys = new TreeSet<>();
            for (String line : Files.readAllLines(Path.of("content", language, "messages.properties"))) {
                if (line.contains(" = ")) {
                    String key = line.substring(0, line.indexOf(" = "));
                    assertThat(keys.add(key)).as(language + " " + key).isTrue();
                }
            }
        }
    }

    /** Without readings. */
    private static String bare(String text) {
        return text.replaceAll("\\{([^{}|]+)\\|\\|?[^{}|]+\\}", "$1");
    }

    private static Set<String> values(String text) {
        Set<String> values = new TreeSet<>();
        Matcher value = VALUE.matcher(text);
        while (value.find()) {
            values.add(value.group(1));
        }
        return values;
    }

    private static void collect(Path folder, Pattern pattern, Set<String> keys) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Matcher matcher = pattern.matcher(Files.readString(file));
            while (matcher.find()) {
                keys.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
            }
        }
    }
}
