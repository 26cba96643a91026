package popbeforesmtp.web.page;

import java.util.Arrays;
import java.util.Locale;

/**
 * Which readings are shown above Chinese characters. In texts, <code>{公民館|こうみんかん}</code> is a hard word and
 * <code>{送||おく}る</code> an easy one, shown only to those who want them all; to them {@link FuriganaFilter} gives the other words'
 * readings, too. "Off" emits no ruby at all.
 */
public enum Furigana {
    /** None. */
    OFF,
    /** On hard words. */
    HARD,
    /** On all. */
    ALL;

    /** The choice of that name, or the usual one. */
    static Furigana of(String id) {
        return Arrays.stream(values())
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(id))
                .findFirst()
                .orElse(HARD);
    }

    /**
     * A word as HTML.
     *
     * @param base the word, escaped
     * @param reading how it is read, escaped
     * @param easy whether most readers know it
     */
    String html(String base, String reading, boolean easy) {
        boolean shown = this == ALL || (this == HARD && !easy);
        return shown ? ruby(base, reading) : base;
    }

    /** A word, escaped, with its reading; only for the eyes, as a voice would say the word twice. */
    static String ruby(String base, String reading) {
        return "<ruby>" + base + "<rp>(</rp><rt aria-hidden=\"true\">" + reading + "</rt><rp>)</rp></ruby>";
    }
}
