package popbeforesmtp.web;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What htmx makes of a page and an answer: the inside of the result, and the parts that the page names. Readings are left
 * away, because each answer gives those of its own words.
 */
public final class Swapped {

    private static final Pattern PARTS = Pattern.compile("hx-select=\"#result > \\*\"[^>]*hx-select-oob=\"([^\"]*)\"");
    private static final Pattern OPENING = Pattern.compile("<([a-z0-9]+)[^>]* id=\"([a-z0-9-]+)\"[^>]*>");

    private Swapped() {}

    /**
     * The part of a page that a press may change, after htmx has put an answer into it.
     *
     * @throws AssertionError if the answer has a part that the page does not name, or the page has not
     */
    public static String bench(String page, String answer) {
        return bench(swap(page, answer));
    }

    /** The whole page after the swap. */
    public static String swap(String page, String answer) {
        Matcher named = PARTS.matcher(page);
        if (!named.find()) {
            throw new AssertionError("the page names no parts");
        }
        List<String> parts = Arrays.asList(named.group(1).split(","));
        String swapped = page;
        Matcher opening = OPENING.matcher(answer);
        int from = 0;
        while (opening.find(from)) {
            if (!answer.substring(from, opening.start()).isBlank()) {
                throw new AssertionError("beside the parts: " + answer.substring(from, opening.start()));
            }
            from = end(answer, opening);
            String part = answer.substring(opening.start(), from);
            String id = "#" + opening.group(2);
            boolean inside = id.equals("#result") || parts.contains(id + ":innerHTML");
            if (!inside && !parts.contains(id)) {
                throw new AssertionError("the page does not name " + id);
            }
            swapped = replaced(swapped, opening.group(2), inside ? inner(part) : part, inside);
        }
        if (!answer.substring(from).isBlank()) {
            throw new AssertionError("behind the parts: " + answer.substring(from));
        }
        return swapped;
    }

    /** The part of a page that a press may change. */
    public static String bench(String page) {
        String tag = page.contains("<aside") ? "aside" : "main";
        return page.substring(page.indexOf("<" + tag), page.indexOf("</" + tag + ">"))
                .replaceAll("<r[pt]>[^<]*</r[pt]>|</?ruby>", "")
                .replace("id=\"console\" open=\"open\"", "id=\"console\"")
                .replaceAll("\\s+", " ");
    }

    private static String replaced(String page, String id, String by, boolean inside) {
        Matcher opening = OPENING.matcher(page);
        while (opening.find()) {
            if (opening.group(2).equals(id)) {
                int end = end(page, opening);
                return inside
                        ? page.substring(0, opening.end()) + by + page.substring(page.lastIndexOf("</", end - 1))
                        : page.substring(0, opening.start()) + by + page.substring(end);
            }
        }
        throw new AssertionError("the page has no #" + id);
    }

    private static String inner(String element) {
        return element.substring(element.indexOf('>') + 1, element.lastIndexOf("</"));
    }

    /** Where the element ends that opens there. */
    private static int end(String html, Matcher opening) {
        Matcher tags = Pattern.compile("<(/?)" + opening.group(1) + "\\b[^>]*>").matcher(html);
        int depth = 0;
        int from = opening.start();
        while (tags.find(from)) {
            from = tags.end();
            depth += tags.group(1).isEmpty() ? 1 : -1;
            if (depth == 0) {
                return from;
            }
        }
        throw new AssertionError("never closed: " + opening.group());
    }
}
