package popbeforesmtp.lesson.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of cases and dialogues: two languages that say the same, in short sentences that blame nobody. */
class MessagesFileTest {

    private static final ResourceRoot SHELF = ResourceRoot.live(Path.of(""));
    private static final Pattern READING = Pattern.compile("\\{([^{}|]+)\\|\\|?[\\p{IsHiragana}ー]+\\}");
    private static final Pattern VALUE = Pattern.compile("\\{([a-z]+)\\}");
    private static final Pattern BLAME = Pattern.compile("失敗|不正|違反|エラー");
    private static final int LONGEST_SENTENCE = 40;

    /** Sentences that may be longer: none so far. */
    private static final Set<String> MAY_BE_LONG = Set.of();

    @ParameterizedTest
    @ValueSource(strings = {"cases", "talk"})
    void both_languages_have_the_same_keys_and_values(String file) {
        assertThat(values("en", file)).isEqualTo(values("ja", file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "talk"})
    void japanese_sentences_are_short(String file) {
        assertThat(texts("ja", file).values().stream()
                        .flatMap(text -> sentences(text.value()).stream())
                        .filter(sentence -> sentence.length() > LONGEST_SENTENCE && !MAY_BE_LONG.contains(sentence)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "talk"})
    void nobody_is_blamed(String file) {
        assertThat(texts("ja", file).values())
                .noneMatch(text -> BLAME.matcher(text.value()).find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "talk"})
    void braces_hold_a_reading_or_the_name_of_a_value(String file) {
        for (String language : List.of("ja", "en")) {
            assertThat(texts(language, file).values())
                    .as(language)
                    .noneMatch(
                            text -> VALUE.matcher(READING.matcher(text.value()).replaceAll(""))
                                    .replaceAll("")
                                    .matches(".*[{}|].*"));
        }
    }

    private static Map<String, MessagesFile.Text> texts(String language, String file) {
        return MessagesFile.read(SHELF, "content/" + language + "/" + file + ".properties")
                .all();
    }

    /** The names of the values in each text. */
    private static Map<String, Set<String>> values(String language, String file) {
        return texts(language, file).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, text -> names(text.getValue().value())));
    }

    private static Set<String> names(String text) {
        return VALUE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> sentences(String text) {
        Matcher reading = READING.matcher(text);
        return List.of(reading.replaceAll("$1").split("。"));
    }
}
