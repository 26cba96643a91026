package popbeforesmtp.lesson.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import popbeforesmtp.lesson.ContentFiles;
import popbeforesmtp.lesson.Edition;
import popbeforesmtp.lesson.Terms;
import popbeforesmtp.lesson.Typography;
import popbeforesmtp.lesson.reading.Explanation;
import popbeforesmtp.lesson.source.FrontMatter;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.lesson.source.YamlNode;

/** What learners read: short sentences that blame nobody, readings in kana, nothing left of the markup. */
class PlainWordsTest {

    /** A place for a figure of what was done. */
    private static final String FIGURE = "\\{(?:reply[1-9]|until|left|waited|time)\\}";

    private static final ResourceRoot SHELF = ResourceRoot.live(Path.of(""));
    private static final int LONGEST_SENTENCE = 40;
    private static final Pattern BLAME = Pattern.compile("失敗|不正|違反|エラーが");
    private static final Pattern READING = Pattern.compile("\\{([^{}|]+)\\|\\|?([^{}|]+)\\}");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]+)\\]\\([a-z]+:[^)]+\\)");
    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}ー]+");

    /** Sentences that may be longer: none so far. */
    private static final Set<String> MAY_BE_LONG = Set.of();

    /** The words in files whose values no learner reads, and what other programs say in their own words. */
    private static final Set<String> NAMES = Set.of("id", "number", "claims", "case", "see", "screen");

    static Stream<String> files() {
        return Stream.of(
                        ContentFiles.TWINS.keySet().stream(),
                        Explanation.SLUGS.stream().map(slug -> "read/" + slug + ".md"),
                        Edition.ARTICLES.stream().map(slug -> slug + ".md"))
                .flatMap(names -> names);
    }

    @ParameterizedTest
    @MethodSource("files")
    void japanese_sentences_are_short(String file) {
        assertThat(texts("ja", file).stream()
                        .map(PlainWordsTest::plain)
                        .flatMap(text -> Stream.of(text.split("[。？\n]", -1)))
                        .filter(sentence -> sentence.length() > LONGEST_SENTENCE && !MAY_BE_LONG.contains(sentence)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void japanese_is_set_as_japanese_is(String file) {
        assertThat(texts("ja", file).stream()
                        .map(PlainWordsTest::plain)
                        .flatMap(text -> Typography.faults(text).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void japanese_does_not_stumble(String file) {
        assumeThat(file).isNotEqualTo("sources.md");
        assertThat(texts("ja", file).stream()
                        .map(PlainWordsTest::plain)
                        .flatMap(text -> Typography.stumbles(text).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void nobody_is_blamed(String file) {
        assertThat(texts("ja", file)).noneMatch(text -> BLAME.matcher(text).find());
    }

    /** The glossary names the other names, too. */
    @ParameterizedTest
    @MethodSource("files")
    void one_thing_has_one_name(String file) {
        assumeThat(file).isNotEqualTo("words.yml");
        for (String language : ContentFiles.LANGUAGES) {
            assertThat(texts(language, file).stream()
                            .map(PlainWordsTest::plain)
                            .flatMap(text -> Terms.otherNames(language, text).stream()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void readings_are_in_kana_and_of_japanese_words(String file) {
        assertThat(texts("ja", file).stream()
                        .flatMap(text -> READING.matcher(text).results()))
                .allMatch(found ->
                        KANA.matcher(found.group(2)).matches() && found.group(1).matches(".*\\p{IsHan}.*"));
        assertThat(texts("en", file).stream().map(text -> text.replaceAll(FIGURE, "0")))
                .noneMatch(text -> text.matches(".*[{}].*"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void nothing_is_left_of_the_markup(String file) {
        for (String language : ContentFiles.LANGUAGES) {
            assertThat(texts(language, file).stream().map(PlainWordsTest::plain).map(text -> text.replace("**", "")))
                    .noneMatch(text -> text.matches(".*[*_`\\[\\]<>].*") || text.contains("]("));
        }
    }

    /** What is printed is played: a dialogue in a page needs somebody who plays it, and so far there is none. */
    @ParameterizedTest
    @MethodSource("files")
    void no_text_has_a_transcript_that_nobody_plays(String file) {
        for (String language : ContentFiles.LANGUAGES) {
            assertThat(SHELF.text(ContentFiles.path(language, file)).lines())
                    .noneMatch(line -> line.matches("\\s*(```|~~~|[CS]: ).*"));
        }
    }

    private static String plain(String text) {
        return READING.matcher(LINK.matcher(text).replaceAll("$1")).replaceAll("$1");
    }

    /** The texts that learners read, a line or a value each, as they are written. */
    private static List<String> texts(String language, String file) {
        String path = ContentFiles.path(language, file);
        List<String> texts = new ArrayList<>();
        if (file.endsWith(".md")) {
            FrontMatter page = FrontMatter.of(path, SHELF.text(path));
            collect(page.head(), texts);
            page.body().lines().map(line -> line.replaceFirst("^(#+|-) ", "")).forEach(texts::add);
        } else {
            collect(YamlNode.read(path, SHELF.text(path)), texts);
        }
        return texts;
    }

    private static void collect(YamlNode outline, List<String> texts) {
        if (outline.isText()) {
            texts.add(outline.text());
        } else if (outline.isList()) {
            outline.items().forEach(item -> collect(item, texts));
        } else {
            outline.entries().forEach((word, value) -> {
                if (!NAMES.contains(word)) {
                    collect(value, texts);
                }
            });
        }
    }
}
