package popbeforesmtp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Two pages that must be the same to the letter. */
public final class SamePage {

    private SamePage() {}

    /**
     * Names the first line that is not.
     *
     * @param what the page is about
     */
    public static void expect(String what, String page, String expected) {
        if (page.equals(expected)) {
            return;
        }
        List<String> lines = page.lines().toList();
        List<String> others = expected.lines().toList();
        for (int i = 0; i < Math.min(lines.size(), others.size()); i++) {
            assertThat(lines.get(i)).as(what).isEqualTo(others.get(i));
        }
        assertThat(lines).as(what).hasSameSizeAs(others);
    }
}
