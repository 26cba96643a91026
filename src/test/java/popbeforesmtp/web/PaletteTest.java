package popbeforesmtp.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contrasts of ux.md 4.2, computed as WCAG 2.2 does, from the custom properties of the style sheet. */
class PaletteTest {

    private static final Pattern BLOCK = Pattern.compile("(?::root|\\.paper) \\{([^}]*)\\}");
    private static final String HEX = "#([0-9A-F]{3}|[0-9A-F]{6})\\b";
    private static final Pattern BOTH =
            Pattern.compile("--([a-z0-9-]+): var\\(--light, " + HEX + "\\) var\\(--dark, " + HEX + "\\);");
    private static final Pattern ONE = Pattern.compile("--([a-z0-9-]+): " + HEX + ";");

    /** Light, dark, on printed pages, and on the sheets that are like paper on the screen too. */
    private static final List<Map<String, Integer>> PALETTES = palettes();

    private static List<Map<String, Integer>> palettes() {
        Map<String, Integer> light = new LinkedHashMap<>();
        Map<String, Integer> dark = new LinkedHashMap<>();
        List<Map<String, Integer>> palettes = new ArrayList<>(List.of(light, dark));
        Matcher block = BLOCK.matcher(css());
        while (block.find()) {
            Matcher both = BOTH.matcher(block.group(1));
            while (both.find()) {
                light.put(both.group(1), number(both.group(2)));
                dark.put(both.group(1), number(both.group(3)));
            }
            Map<String, Integer> paper = new LinkedHashMap<>();
            Matcher one = ONE.matcher(block.group(1));
            while (one.find()) {
                paper.put(one.group(1), number(one.group(2)));
            }
            if (paper.containsKey("ink")) {
                palettes.add(paper);
            }
        }
        return palettes;
    }

    private static String css() {
        try {
            return Files.readString(Path.of("static", "app.css")) + Files.readString(Path.of("static", "pages.css"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Integer number(String hex) {
        return Integer.valueOf(hex.length() == 6 ? hex : hex.replaceAll("(.)", "$1$1"), 16);
    }

    @Test
    void each_colour_is_written_once_with_its_light_and_its_dark_value() {
        assertThat(PALETTES).hasSize(4);
        assertThat(PALETTES.get(0)).hasSizeGreaterThan(15);
        assertThat(css())
                .containsOnlyOnce("--dark, #1E1B18")
                .doesNotContainPattern("(?s)\\[data-theme[^}]*#[0-9A-F]{3}");
    }

    @ParameterizedTest
    @CsvSource({
        // body text: 7 to 1 (WCAG 1.4.6)
        "7, ink, paper card tint ai-t ok-t no-t wait-t mute-t",
        "6.9, ink2, paper card tint",
        "7, ai, paper card",
        "7, on-ai, ai ai-d",
        // other text: 4.5 to 1 (1.4.3)
        "4.5, ai, ai-t tint",
        "4.5, ok, paper card ok-t",
        "4.5, no, paper card no-t",
        "4.5, wait, paper card wait-t",
        "4.5, mute, paper card mute-t",
        // borders of controls and the ring around what has the focus: 3 to 1 (1.4.11)
        "3, line, paper card tint",
        "3, f1, paper card tint ai-t",
        "3, f1, f2",
    })
    void everything_is_told_apart(double least, String ink, String grounds) {
        for (Map<String, Integer> palette : PALETTES) {
            for (String ground : grounds.split(" ", -1)) {
                assertThat(contrast(colour(palette, ink), colour(palette, ground)))
                        .as("%s on %s", ink, ground)
                        .isGreaterThanOrEqualTo(least);
            }
        }
    }

    private static int colour(Map<String, Integer> palette, String name) {
        return palette.getOrDefault(name, PALETTES.get(0).getOrDefault(name, -1));
    }

    private static double contrast(int one, int other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + .05) / (Math.min(first, second) + .05);
    }

    /** WCAG 2.2, relative luminance. */
    private static double luminance(int rgb) {
        assertThat(rgb).as("the colour is there").isNotNegative();
        return .2126 * linear(rgb >> 16 & 255) + .7152 * linear(rgb >> 8 & 255) + .0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= .04045 ? share / 12.92 : Math.pow((share + .055) / 1.055, 2.4);
    }
}
