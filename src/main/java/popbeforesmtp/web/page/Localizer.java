package popbeforesmtp.web.page;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.lesson.prose.Links;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.lesson.reading.ServerRoom;
import popbeforesmtp.network.Addresses;
import popbeforesmtp.sandbox.explain.Message;

/**
 * Messages for one reader: in the reader's language, with the readings that the reader wants, values in the form that the
 * language wants. One instance serves one
 * page or one part of it: "hard words only" means the first time that each of them occurs there. Public methods are those that templates use. {@code html} is escaped and may hold ruby; {@code plain} is bare text, for buttons and attributes.
 */
public final class Localizer {

    /** Where the half of the day ends. */
    private static final Pattern NOON = Pattern.compile("(?<=[前後])");

    private final Phrases texts;
    private final Language language;
    private final Furigana furigana;
    private final Supplier<ServerRoom> room;
    /** Hard words that have had their reading here; a reading is given once. */
    private final Set<String> read = new HashSet<>();

    /** For what tells nothing of the server room. */
    public Localizer(Phrases texts, Language language, Furigana furigana) {
        this(texts, language, furigana, () -> {
            throw new IllegalStateException("no server room");
        });
    }

    /** @param room the programs that kept the list, in that language; asked for only if one of them is shown */
    public Localizer(Phrases texts, Language language, Furigana furigana, Supplier<ServerRoom> room) {
        this.texts = texts;
        this.language = language;
        this.furigana = furigana;
        this.room = room;
    }

    /** The programs that kept the list. */
    public ServerRoom room() {
        return room.get();
    }

    public Language language() {
        return language;
    }

    /**
     * The same for a part of the page that may also be swapped by itself: its readings are given there, whatever has been read
     * before, so that it is the same text in a page and alone.
     */
    public Localizer part() {
        return new Localizer(texts, language, furigana, room);
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return texts.has(key);
    }

    public String html(String key) {
        return html(Message.of(key));
    }

    public String html(Message telling) {
        return html(texts.text(telling.key()), telling.values());
    }

    public String plain(String key) {
        return plain(Message.of(key));
    }

    public String plain(Message telling) {
        return texts.of(texts.text(telling.key())).plain(name -> words(name, telling.values()));
    }

    /**
     * A text of a teacher, HTML: its words with readings, its links leading where they should.
     *
     * @param links where this page's links lead to
     */
    public String prose(Prose prose, Links links) {
        return prose.html(links, words -> language.marked(html(words, Map.of())));
    }

    /**
     * A note of a teacher on what was done, with its figures.
     *
     * @param values the figures by the names of their places
     */
    public String prose(Prose prose, Links links, Map<String, Object> values) {
        return prose.html(links, text -> html(text, values));
    }

    /**
     * A text that begins with a verdict, without it: the verdict stands above as a heading.
     *
     * @param verdict the key of the verdict
     */
    public String htmlAfter(String verdict, Message telling) {
        String text = texts.text(telling.key());
        String head = texts.text(verdict);
        if (text.startsWith(head)
                && text.length() > head.length() + 1
                && ".。:".indexOf(text.charAt(head.length())) >= 0) {
            String rest = text.substring(head.length() + 1).strip();
            text = rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
        }
        return html(text, telling.values());
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

    /** A text about something that has a name. */
    public String named(String key, String name) {
        return plain(Message.of(key).with("name", name));
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
        return NOON.matcher(escaped(full(instant))).replaceFirst("<wbr>");
    }

    /** A practice time. */
    public String full(Instant instant) {
        return Times.full(language, instant);
    }

    private String html(String text, Map<String, Object> values) {
        return texts.of(text).html(name -> words(name, values), this::hard, this::easy);
    }

    private String hard(String base, String reading) {
        boolean repeated = furigana == Furigana.HARD && !read.add(base);
        return repeated ? base : furigana.html(base, reading, false);
    }

    private String easy(String base, String reading) {
        return furigana.html(base, reading, true);
    }

    private String words(String name, Map<String, Object> values) {
        Object value = values.get(name);
        if (value == null) {
            return "";
        }
        if (value instanceof Instant instant) {
            return Times.full(language, instant);
        }
        if (value instanceof Duration duration) {
            return Times.span(language, duration);
        }
        if (value instanceof InetAddress address) {
            return Addresses.text(address);
        }
        if (value instanceof Number number) {
            return grouped(number.longValue());
        }
        return switch (name) {
            case "place" -> plain("place." + value);
            case "setting" -> plain("choice." + value);
            case "answer" -> answer(values, value.toString());
            default -> value.toString();
        };
    }

    /** {@code 12,345}; most numbers are short. */
    private static String grouped(long number) {
        return Math.abs(number) < 1_000 ? String.valueOf(number) : String.format(Locale.ROOT, "%,d", number);
    }

    /** The words of an answer to a setting, if there is one; else it is in words already. */
    private String answer(Map<String, Object> values, String value) {
        Object setting = values.get("setting");
        return setting == null ? value : plain(OptionGroup.words(setting.toString()) + value);
    }

    public static String escaped(String text) {
        return text.chars().noneMatch(Localizer::isMarkup) ? text : escapedMarkup(text);
    }

    private static boolean isMarkup(int character) {
        return switch (character) {
            case '&', '<', '>', '"', '\'' -> true;
            default -> false;
        };
    }

    private static String escapedMarkup(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
