package popbeforesmtp.web.template;

import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts into a template what is the same on every page of a language, so that no page pays for it again: texts,
 * <code>#{key}</code>, drawings, <code>${draw.of('name')}</code>, and links without values, <code>@{/path}</code>. What is
 * mixed with anything else is left to the page. Safe for any number of threads.
 */
public final class FixedParts {

    private static final Pattern TEXT = Pattern.compile("\\[\\[#\\{([\\w.-]+)}]]");
    private static final Pattern DRAWING = Pattern.compile("\\[\\(\\$\\{draw\\.of\\('([\\w-]+)'\\)}\\)]");

    /** A tag with its attributes, its end, and its content if that is words alone. */
    private static final Pattern TAG =
            Pattern.compile("<(\\w[\\w:-]*+)((?:\\s++[\\w:.-]++(?:=\"[^\"]*+\")?+)++)(\\s*+/?+>)(?:[^<]*+(</\\1>))?");

    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s++th:([\\w-]++)=\"(?:#\\{([\\w.-]++)}|@\\{(/[^{}()$\"]*+)})\"");

    private final UnaryOperator<String> texts;
    private final UnaryOperator<String> links;
    private final UnaryOperator<String> drawings;

    /**
     * @param texts the text of a key, escaped
     * @param links where a link leads to, escaped
     * @param drawings the drawing of a name, markup
     */
    public FixedParts(UnaryOperator<String> texts, UnaryOperator<String> links, UnaryOperator<String> drawings) {
        this.texts = texts;
        this.links = links;
        this.drawings = drawings;
    }

    /** A template with its fixed parts in their places. */
    public String in(String template) {
        String told = TEXT.matcher(template).replaceAll(text -> literal(texts.apply(text.group(1))));
        String drawn = DRAWING.matcher(told).replaceAll(drawing -> literal(drawings.apply(drawing.group(1))));
        return TAG.matcher(drawn).replaceAll(tag -> literal(tag(tag)));
    }

    private static String literal(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }

    private String tag(MatchResult tag) {
        boolean words = tag.group(4) != null;
        StringBuilder attributes = new StringBuilder();
        String content = null;
        Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
        while (attribute.find()) {
            if (!attribute.group(1).equals("text")) {
                attribute.appendReplacement(
                        attributes, literal(" " + attribute.group(1) + "=\"" + value(attribute) + "\""));
            } else if (words) {
                content = value(attribute);
                attribute.appendReplacement(attributes, "");
            }
        }
        attribute.appendTail(attributes);
        String head = "<" + tag.group(1) + attributes + tag.group(3);
        return content == null ? head + tag.group().substring(tag.end(3) - tag.start()) : head + content + tag.group(4);
    }

    private String value(MatchResult attribute) {
        return attribute.group(2) != null ? texts.apply(attribute.group(2)) : links.apply(attribute.group(3));
    }
}
