package popbeforesmtp.web.page;

import java.util.Locale;
import java.util.regex.Pattern;

/** The languages of the site. Each page has the same slug in all of them; the first one has no prefix. */
public enum Language {
    /** Japanese, at {@code /}. */
    JA(""),
    /** English, at {@code /en}. */
    EN("/en");

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}\\u30FC]+");

    private final String prefix;

    Language(String prefix) {
        this.prefix = prefix;
    }

    /** The code in {@code lang} and in the names of folders. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What comes before every slug. */
    String prefix() {
        return prefix;
    }

    /** The other one. */
    public Language other() {
        return this == JA ? EN : JA;
    }

    /** A text in this language, HTML: Japanese words in another language's text are said to be Japanese, for a voice. */
    String marked(String html) {
        return this == JA ? html : JAPANESE.matcher(html).replaceAll("<span lang=\"ja\">$0</span>");
    }

    Locale locale() {
        return this == JA ? Locale.JAPANESE : Locale.ENGLISH;
    }

    /** The path of a page, {@code /} or {@code /try}. */
    public String path(String slug) {
        return slug.equals("/") && !prefix.isEmpty() ? prefix : prefix + slug;
    }

    /**
     * The language of a path.
     *
     * @param path without the base path
     */
    public static Language of(String path) {
        return path.equals(EN.prefix) || path.startsWith(EN.prefix + "/") ? EN : JA;
    }

    /** The language of a locale that came out of {@link #locale()}. */
    public static Language of(Locale locale) {
        return locale.equals(EN.locale()) ? EN : JA;
    }

    /** The path without the prefix, never empty. */
    String slug(String path) {
        String slug = path.substring(prefix.length());
        return slug.isEmpty() ? "/" : slug;
    }
}
