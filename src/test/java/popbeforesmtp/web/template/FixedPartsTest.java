package popbeforesmtp.web.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FixedPartsTest {

    private static final FixedParts PARTS =
            new FixedParts(Map.of("go", "R&amp;D $1")::get, path -> "/en" + path, name -> "<svg id=\"" + name + "\"/>");

    @Test
    void words_of_a_tag_take_the_place_of_the_sample() {
        assertThat(PARTS.in("<b class=\"x\" th:text=\"#{go}\" th:if=\"${a > b}\">sample</b>"))
                .isEqualTo("<b class=\"x\" th:if=\"${a > b}\">R&amp;D $1</b>");
    }

    @Test
    void a_tag_that_holds_other_tags_is_left_to_the_page() {
        String tag = "<p th:text=\"#{go}\">one <b>two</b></p>";
        assertThat(PARTS.in(tag)).isEqualTo(tag);
    }

    @Test
    void attributes_and_links_without_values_are_filled_in() {
        assertThat(PARTS.in(
                        "<form th:action=\"@{/try}\" th:aria-label=\"#{go}\"><input th:data-end=\"#{go}\"/></form>"))
                .isEqualTo(
                        "<form action=\"/en/try\" aria-label=\"R&amp;D $1\"><input data-end=\"R&amp;D $1\"/></form>");
    }

    @Test
    void links_with_values_and_mixed_expressions_are_left_to_the_page() {
        String links = "<a th:href=\"@{/try(case=${id})}\" th:title=\"${a} ? #{go} : #{stay}\">x</a>"
                + "<a th:href=\"@{/run/{id}(id=${id})}\">y</a>";
        assertThat(PARTS.in(links)).isEqualTo(links);
    }

    @Test
    void words_and_drawings_between_tags_are_filled_in() {
        assertThat(PARTS.in("<p>[(${draw.of('yes')})][[#{go}]] [[${n}]] [(${draw.of(mark)})]</p>"))
                .isEqualTo("<p><svg id=\"yes\"/>R&amp;D $1 [[${n}]] [(${draw.of(mark)})]</p>");
    }
}
