package popbeforesmtp.web.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.context.Context;

class ExpressionParserTest {

    /** A row as templates see it: of a class that only its own package sees. */
    @SuppressWarnings({"UnusedMethod", "EffectivelyPrivate"}) // Expressions call them by their names.
    private record Row(
            String words, int count, boolean done, @Nullable String note) {

        public boolean isLong() {
            return count > 9;
        }

        public String named(String name) {
            return name + " " + words;
        }

        public String named(Integer number, long times) {
            return words + number * times;
        }
    }

    private static final Context PAGE = new Context(
            Locale.ROOT,
            Map.of(
                    "row", new Row("hello", 3, true, null),
                    "rows", List.of("first", "second"),
                    "found", Optional.of("there"),
                    "words", Map.of("key", "value")));

    private static @Nullable Object value(String expression) {
        return ExpressionParser.parse(expression).value(PAGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "row.words()                                          | hello",
                "row.words                                            | hello",
                "row.long                                             | false",
                "row.isLong() ? 'long' : row.done() ? 'done' : 'new'  | done",
                "row.named('a')                                       | a hello",
                "row.named(2, row.count())                            | hello6",
                "row.note()                                           | null",
                "row.note() == null                                   | true",
                "row.note() != null and row.note().isEmpty()          | false",
                "row.note() == null or row.note().isEmpty()           | true",
                "row.words() == 'hello' and !row.isLong()             | true",
                "row.count() + 1                                      | 4",
                "'n-' + row.count() + '-' + row.words()               | n-3-hello",
                "row.count() - 1 - 1                                  | 1",
                "row.count() == 3                                     | true",
                "row.count() > 3                                      | false",
                "row.count() >= 3                                     | true",
                "row.count() < rows.size() + 2                        | true",
                "row.count() <= 2                                     | false",
                "rows[rows.size() - 1]                                | second",
                "rows.get(0)                                          | first",
                "found.get().length()                                 | 5",
                "words.get('key')                                     | value",
                "(row.done() or nobody) and nobody                    | false",
                "row.done() or nobody and nobody                      | true",
                "nobody                                               | null",
            })
    void a_template_can_say(String expression, String value) {
        assertThat(String.valueOf(value(expression))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "row.", "row.words(", "(row", "row row", "'open", "a ? b", "a & b", "rows[0", "a ==", "."})
    void what_is_no_expression_is_refused(String expression) {
        assertThatThrownBy(() -> ExpressionParser.parse(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(expression);
    }

    @Test
    void what_is_not_there_is_told_by_its_name() {
        assertThatThrownBy(() -> value("row.colour()"))
                .hasMessageContaining("colour")
                .hasMessageContaining("Row");
        assertThatThrownBy(() -> value("nobody.name()")).hasMessageContaining("name");
        assertThatThrownBy(() -> value("row.words() - 1")).hasMessageContaining("hello");
    }

    @Test
    void one_place_may_see_owners_of_several_types() {
        Expression size = ExpressionParser.parse("it.isEmpty()");
        for (Object it : List.of("", List.of(), Map.of(), Optional.empty())) {
            assertThat(size.value(new Context(Locale.ROOT, Map.of("it", it)))).isEqualTo(true);
        }
    }
}
