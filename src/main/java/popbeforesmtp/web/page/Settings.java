package popbeforesmtp.web.page;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.web.http.Cookies;

/**
 * How a reader wants the pages to look. Each choice is a cookie of its own; what is missing or garbage is as usual.
 *
 * @param size of the letters, in percent: {@code 100 125 150}
 * @param furigana which readings are shown
 * @param theme {@code light} or {@code dark}, or {@code system}, as the reader's machine has it
 * @param pace how fast a voice reads aloud: {@code slow usual fast}
 */
public record Settings(String size, Furigana furigana, String theme, String pace) {

    static final String SIZE = "size";
    static final String FURIGANA = "furigana";
    static final String THEME = "theme";
    static final String PACE = "pace";

    private static final List<String> SIZES = List.of("100", "125", "150");
    private static final List<String> THEMES = List.of("system", "light", "dark");
    private static final List<String> PACES = List.of("slow", "usual", "fast");
    private static final List<String> FURIGANAS =
            Arrays.stream(Furigana.values()).map(Settings::id).toList();

    /** What can be chosen, by the names of cookies and fields. */
    public static final Map<String, List<String>> VALUES =
            Map.of(SIZE, SIZES, FURIGANA, FURIGANAS, THEME, THEMES, PACE, PACES);

    private static final String USUALLY = "usual settings";

    /** How pages look to who asks, unless something else was chosen. */
    public static void usually(Context ctx, String size, String furigana) {
        ctx.attribute(USUALLY, Map.of(SIZE, size, FURIGANA, furigana));
    }

    /** Forgets what was chosen at this browser, so that it looks as is usual. */
    public static void forget(Context ctx, Cookies cookies) {
        cookies.remove(ctx, SIZE);
        cookies.remove(ctx, FURIGANA);
    }

    /** What this reader has chosen. */
    static Settings of(Context ctx) {
        Map<String, String> usual = Objects.requireNonNullElse(ctx.attribute(USUALLY), Map.of());
        return new Settings(
                known(SIZE, ctx.cookie(SIZE))
                        .or(() -> known(SIZE, usual.get(SIZE)))
                        .orElse("100"),
                Furigana.of(known(FURIGANA, ctx.cookie(FURIGANA))
                        .or(() -> known(FURIGANA, usual.get(FURIGANA)))
                        .orElse("")),
                known(THEME, ctx.cookie(THEME)).orElse("system"),
                known(PACE, ctx.cookie(PACE)).orElse("usual"));
    }

    /** The value if it is one that can be chosen. */
    public static Optional<String> known(String name, @Nullable String value) {
        return Optional.ofNullable(value).filter(VALUES.getOrDefault(name, List.of())::contains);
    }

    /** The groups of the form; readings only where there are any. */
    public List<OptionGroup> groups(Language language) {
        OptionGroup sizes = OptionGroup.of(SIZE, "settings.size.", SIZES, size);
        OptionGroup themes = OptionGroup.of(THEME, "settings.theme.", THEMES, theme);
        OptionGroup paces = OptionGroup.of(PACE, "settings.pace.", PACES, pace);
        return language == Language.JA
                ? List.of(sizes, OptionGroup.of(FURIGANA, "settings.furigana.", FURIGANAS, id(furigana)), themes, paces)
                : List.of(sizes, themes, paces);
    }

    /** The size if it is not the usual one. */
    public @Nullable String bigger() {
        return size.equals("100") ? null : size;
    }

    /** The theme if it is not left to the reader's machine. */
    public @Nullable String shade() {
        return theme.equals("system") ? null : theme;
    }

    /** The pace if it is not the usual one. */
    public @Nullable String otherPace() {
        return pace.equals("usual") ? null : pace;
    }

    /** Whether there are readings everywhere, so that lines need room. */
    public boolean isReadAloud() {
        return furigana == Furigana.ALL;
    }

    private static String id(Furigana furigana) {
        return furigana.name().toLowerCase(Locale.ROOT);
    }
}
