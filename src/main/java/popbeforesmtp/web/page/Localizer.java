package popbeforesmtp.web.page;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.lesson.prose.Links;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.sandbox.explain.Message;

/**
 * Messages for one reader: in the reader's language, with the readings that the reader wants, values in the form that the
 * language wants. One instance serves one page: "hard words only" means the first time that each of them occurs. Public methods are those that templates use. {@code html} is escaped and may hold ruby; {@code plain} is bare text, for buttons and attributes.
 */
public final class Localizer {

    /** A word with its reading (1 base, 2 one or two bars, 3 reading), or the name of a value (4). */
    private static final Pattern BRACES = Pattern.compile("\\{([^{}|]+)(\\|\\|?)([^{}|]+)\\}|\\{(\\w+)\\}");

    private final Map<String, String> texts;
    private final Language language;
    private final Furigana furigana;
    /** Hard words that have had their reading on this page; a reading is given once. */
    private final Set<String> read = new HashSet<>();

    public Localizer(Map<String, String> texts, Language language, Furigana furigana) {
        this.texts = texts;
        this.language = language;
        this.furigana = furigana;
    }

    public Language language() {
        return language;
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    public String html(String key) {
        return html(Message.of(key));
    }

    public String html(Message telling) {
        return fill(text(telling.key()), telling.values(), true);
    }

    public String plain(String key) {
        return plain(Message.of(key));
    }

    public String plain(Message telling) {
        return fill(text(telling.key()), telling.values(), false);
    }

    /**
     * A text of a teacher, HTML: its words with readings, its links leading where they should.
     *
     * @param links where this page's links lead to
     */
    public String prose(Prose prose, Links links) {
        return prose.html(links, words -> fill(words, Map.of(), true));
    }

    /**
     * A text that begins with a verdict, without it: the verdict stands above as a heading.
     *
     * @param verdict the key of the verdict
     */
    public String htmlAfter(String verdict, Message telling) {
        String text = text(telling.key());
        String head = text(verdict);
        if (text.startsWith(head)
                && text.length() > head.length() + 1
                && ".。:".indexOf(text.charAt(head.length())) >= 0) {
            String rest = text.substring(head.length() + 1).strip();
            text = rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
        }
        return fill(text, telling.values(), true);
    }

    /** The address that a place has in its own network. */
    public String inside(String address) {
        return plain(Message.of("pc.inside").with("ip", address));
    }

    /** What is left of a row's time. */
    public String left(String span) {
        return plain(Message.of("list.live").with("left", span));
    }

    /** The name of taro's mailbox. */
    public String mailbox(int mails) {
        return plain(Message.of("taro").with("n", mails));
    }

    /** How many lines of the dialogue are folded away. */
    public String folded(int lines) {
        return plain(Message.of("dialogue.folded").with("n", lines));
    }

    /** What is told of the reader's row at the door. */
    public String door(String key, String until, @Nullable String left) {
        Message telling = Message.of(key).with("until", until);
        return plain(left == null ? telling : telling.with("left", left));
    }

    /** Which press it was. */
    public String number(int press) {
        return plain(Message.of("number").with("n", press));
    }

    /** A text that tells how many. */
    public String counted(String key, long n) {
        return plain(Message.of(key).with("n", n));
    }

    /** A text that tells how many of all. */
    public String counted(String key, long n, long all) {
        return plain(Message.of(key).with("n", n).with("all", all));
    }

    /** A day of history, year, year-month or day. */
    public String date(String date) {
        return Times.date(language, date);
    }

    /** A practice time where there is little room. */
    public String brief(Instant instant) {
        return Times.brief(language, instant);
    }

    /** The practice time on the clock, HTML: it may break after the half of the day. */
    public String face(Instant instant) {
        return escaped(full(instant)).replaceFirst("(?<=[前後])", "<wbr>");
    }

    /** A practice time. */
    public String full(Instant instant) {
        return Times.full(language, instant);
    }

    private String text(String key) {
        return texts.getOrDefault(key, key);
    }

    private String fill(String text, Map<String, Object> values, boolean html) {
        UnaryOperator<String> escape = html ? Localizer::escaped : UnaryOperator.identity();
        StringBuilder filled = new StringBuilder();
        Matcher braces = BRACES.matcher(text);
        int from = 0;
        while (braces.find()) {
            filled.append(escape.apply(text.substring(from, braces.start())));
            String name = braces.group(4);
            if (name == null) {
                String base = escape.apply(braces.group(1));
                filled.append(
                        html
                                ? word(
                                        base,
                                        escape.apply(braces.group(3)),
                                        braces.group(2).length() == 2)
                                : base);
            } else {
                Object value = values.get(name);
                filled.append(escape.apply(value == null ? "" : words(name, value)));
            }
            from = braces.end();
            if (name != null && filled.toString().endsWith(".") && text.startsWith(".", from)) {
                from++;
            }
        }
        return filled.append(escape.apply(text.substring(from))).toString();
    }

    private String word(String base, String reading, boolean easy) {
        boolean repeated = furigana == Furigana.HARD && !easy && !read.add(base);
        return repeated ? base : furigana.html(base, reading, easy);
    }

    private String words(String name, Object value) {
        if (value instanceof Instant instant) {
            return Times.full(language, instant);
        }
        if (value instanceof Duration duration) {
            return Times.span(language, duration);
        }
        if (value instanceof InetAddress address) {
            return address.getHostAddress();
        }
        if (value instanceof Number number) {
            return String.format(Locale.ROOT, "%,d", number.longValue());
        }
        return name.equals("place") ? plain("place." + value) : value.toString();
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
