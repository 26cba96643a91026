package popbeforesmtp.web.page;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.lesson.prose.Readings;

/**
 * Gives the words of a whole page, or of a part of one, their readings: whatever template, text or clock they came from.
 * What has its reading keeps it. Buttons and choices stay bare, because their words are their names; so does what is quoted
 * as it is: dialogues, addresses, and whatever tells a language of its own, as the words of mails do.
 */
public final class FuriganaFilter {

    private static final Pattern TAG = Pattern.compile(
            "<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>", Pattern.DOTALL);
    private static final Pattern OWN_LANGUAGE = Pattern.compile("\\slang\\s*=");
    private static final Set<String> BARE =
            Set.of("head", "script", "style", "svg", "button", "option", "textarea", "code", "pre", "ruby");
    /** What lays out its children in a line: a text in it stays one child. */
    private static final Set<String> LINES = Set.of("a", "summary");

    private static final Set<String> WITHOUT_TEXT = Set.of("html", "input", "link", "meta", "br", "hr", "img", "wbr");

    private FuriganaFilter() {}

    /** The page with its readings; nothing else in it changes. */
    public static String over(String page, Readings readings) {
        StringBuilder read = new StringBuilder(page.length() * 2);
        Matcher tag = TAG.matcher(page);
        int from = 0;
        String bare = null;
        int depth = 0;
        boolean inLine = false;
        while (tag.find()) {
            String text = page.substring(from, tag.start());
            read.append(bare == null ? over(text, readings, inLine) : text).append(tag.group());
            from = tag.end();
            String element = tag.group(2);
            boolean closes = "/".equals(tag.group(1));
            if (bare == null && !closes && isBare(element, tag.group(3))) {
                bare = element;
                depth = 1;
            } else if (bare != null && bare.equals(element)) {
                depth += closes ? -1 : 1;
                bare = depth == 0 ? null : bare;
            }
            if (element != null && LINES.contains(element)) {
                inLine = !closes;
            }
        }
        return read.append(over(page.substring(from), readings, inLine)).toString();
    }

    private static String over(String text, Readings readings, boolean inLine) {
        String read = readings.over(text, Furigana::ruby);
        return inLine && !read.equals(text) ? "<span>" + read + "</span>" : read;
    }

    private static boolean isBare(@Nullable String element, String attributes) {
        return element != null
                && (BARE.contains(element)
                        || (!WITHOUT_TEXT.contains(element)
                                && OWN_LANGUAGE.matcher(attributes).find()));
    }
}
