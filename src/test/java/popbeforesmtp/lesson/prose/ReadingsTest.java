package popbeforesmtp.lesson.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import popbeforesmtp.lesson.source.BadContent;

class ReadingsTest {

    private static final Readings READINGS = Readings.of("""
            # a comment
            送信 = そうしん
            送信係 = そうしんがかり
            送る = おくる
            入れる = いれる
            取り消す = とりけす
            係 = かかり
            5分 = 5ふん
            0分 = 0ぷん
            1人 = ひとり
            人 = ひと
            後 = ご
            通 = つう
            """);

    @ParameterizedTest
    @CsvSource({
        "送信する, <送信|そうしん>する",
        "送信係へ, <送信係|そうしんがかり>へ",
        "メールを送る, メールを<送|おく>る",
        "入れる, <入|い>れる",
        "取り消す, <取|と>り<消|け>す",
        "15分, 15<分|ふん>",
        "10分と5分, 10<分|ぷん>と5<分|ふん>",
        "1人の係, <1人|ひとり>の<係|かかり>",
        "3通, 3<通|つう>",
        "係, <係|かかり>"
    })
    void the_longest_word_is_read_and_its_kana_stay_outside(String text, String read) {
        assertThat(over(text)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"受信係", "係員", "送受", "通信", "あの通信"})
    void a_lone_character_is_no_part_of_a_word_that_nobody_listed(String text) {
        assertThat(over(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"&lt;b&gt; &amp; &#39;&quot;", "<b>&'", "5 <5>", "{送|}", "hanako 1,234"})
    void what_is_no_word_of_the_table_is_left_as_it_is(String text) {
        assertThat(over(text)).isEqualTo(text);
    }

    @Test
    void words_are_found_in_their_order() {
        assertThat(READINGS.in("送信係は、人へ送る")).containsExactly("送信係", "人", "送る");
        assertThat(READINGS.all()).hasSize(12).contains("1人", "取り消す");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "送信 =, '送信' has no text",
                "おくる = おくる, 'おくる' has no Chinese character",
                "送信 = 送しん, '送しん' cannot be the reading of '送信'",
                "送る = おくり, 'おくり' cannot be the reading of '送る'",
                "送信 = soushin, 'soushin' cannot be the reading of '送信'",
                "外 = がい, doubled key '外'"
            })
    void a_reading_that_cannot_be_is_named_by_its_line(String line, String fault) {
        assertThatThrownBy(() -> Readings.of("# first\n外 = そと\n" + line))
                .isInstanceOf(BadContent.class)
                .hasMessage("content/ja/readings.properties:3: " + fault);
    }

    private static String over(String text) {
        return READINGS.over(text, (written, reading) -> "<" + written + "|" + reading + ">");
    }
}
