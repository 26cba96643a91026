package popbeforesmtp.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.lesson.course.Lesson;
import popbeforesmtp.lesson.course.Quiz;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.lesson.reading.Article;
import popbeforesmtp.lesson.reading.Claim;
import popbeforesmtp.lesson.reading.Comparison;
import popbeforesmtp.lesson.reading.Explanation;
import popbeforesmtp.lesson.reading.Glossary.Term;
import popbeforesmtp.lesson.source.ResourceRoot;

/** What is taught, as it stands on disk: complete, and the same in both languages. */
class LibraryTest {

    private static final Library LIBRARY = Library.load(ResourceRoot.live(Path.of("")));
    private static final Pattern ANCHOR = Pattern.compile("id=\"([A-Z]\\d+)\"");
    private static final Pattern WORD = Pattern.compile("class=\"word\" href=\"([^\"]+)\"");
    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}ー、 ]+");

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void every_claim_is_marked_once_in_its_own_text(String language) {
        Edition edition = LIBRARY.in(language);
        assertThat(edition.claims().all().stream().map(Claim::id))
                .containsExactlyElementsOf(
                        Stream.of(ids("S", 1, 10), ids("E", 0, 10), ids("A", 1, 9), ids("P", 1, 7), ids("D", 1, 7))
                                .flatMap(List::stream)
                                .toList());
        for (Explanation explanation : edition.explanations()) {
            List<String> anchors = ANCHOR.matcher(html(explanation.body()))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(anchors)
                    .as(explanation.slug())
                    .containsExactlyElementsOf(explanation.body().passages())
                    .containsExactlyInAnyOrderElementsOf(edition.claims().of(explanation.slug()).stream()
                            .map(Claim::id)
                            .toList());
        }
    }

    @Test
    void a_claim_without_an_experiment_is_shown_by_history_or_needs_no_proof() {
        assertThat(LIBRARY.in("ja").claims().all().stream()
                        .filter(claim -> claim.experiment().isEmpty())
                        .map(claim -> claim.id() + " " + claim.history().orElse("-")))
                .containsExactly("E0 -", "E3 -", "A5 isp-adoption", "A7 devices", "P3 spam-relays", "D3 spam-relays");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void everything_is_there(String language) {
        Edition edition = LIBRARY.in(language);
        assertThat(edition.explanations().stream().map(Explanation::slug)).isEqualTo(Explanation.SLUGS);
        assertThat(edition.articles().stream().map(Article::slug)).containsExactly("sources", "about", "a11y");
        assertThat(edition.lessons().stream().map(Lesson::number)).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(edition.quiz().items().stream().map(Quiz.Item::number))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(edition.comparison().rows()).hasSize(4);
        assertThat(edition.lesson(6).orElseThrow().puzzle().orElseThrow().boxes().stream()
                        .map(box -> box.trial().name()))
                .containsExactly("A", "B", "C", "D");
        assertThat(edition.lesson(2).orElseThrow().example()).isPresent();
        assertThat(edition.explanation("plala").orElseThrow().body().plain()).contains("POP before SMTP");
    }

    @Test
    void every_word_has_a_reading() {
        assertThat(LIBRARY.in("ja").glossary().terms())
                .allMatch(term -> KANA.matcher(term.reading().plain()).matches());
        assertThat(LIBRARY.in("en").glossary().terms().stream().map(Term::id))
                .containsExactlyElementsOf(LIBRARY.in("ja").glossary().terms().stream()
                        .map(Term::id)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void a_word_is_linked_once_a_page(String language) {
        Edition edition = LIBRARY.in(language);
        for (Explanation explanation : edition.explanations()) {
            assertThat(words(explanation.body())).as(explanation.slug()).doesNotHaveDuplicates();
        }
        for (Article article : edition.articles()) {
            assertThat(words(article.body())).as(article.slug()).doesNotHaveDuplicates();
        }
    }

    @Test
    void what_has_little_room_is_short() {
        for (String language : ContentFiles.LANGUAGES) {
            assertThat(LIBRARY.in(language).comparison().rows())
                    .flatExtracting(Comparison.Row::cells)
                    .allMatch(cell -> cell.text().plain().length() <= 30);
            int longest = language.equals("ja") ? 20 : 40;
            assertThat(LIBRARY.in(language).claims().all())
                    .allMatch(claim -> claim.label().plain().length() <= longest);
        }
        assertThat(LIBRARY.in("ja").lessons())
                .allMatch(lesson -> lesson.moral().why().plain().length() <= 120);
    }

    @Test
    void the_packed_content_is_that_on_disk() {
        Library packed = Library.open(ResourceRoot.packed());
        for (String language : ContentFiles.LANGUAGES) {
            assertThat(packed.in(language).explanations().stream().map(it -> html(it.body())))
                    .containsExactlyElementsOf(LIBRARY.in(language).explanations().stream()
                            .map(it -> html(it.body()))
                            .toList());
            assertThat(packed.in(language)).isSameAs(packed.in(language));
        }
    }

    @Test
    void there_are_two_languages() {
        assertThatThrownBy(() -> LIBRARY.in("fr")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> ids(String letter, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> letter + number)
                .toList();
    }

    private static List<String> words(Prose prose) {
        return new ArrayList<>(
                WORD.matcher(html(prose)).results().map(found -> found.group(1)).toList());
    }

    private static String html(Prose prose) {
        return prose.html(new PlainLinks(), text -> text);
    }
}
