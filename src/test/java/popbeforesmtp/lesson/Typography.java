package popbeforesmtp.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How Japanese is set: its own signs, no spaces in words, and sentences that run. */
public final class Typography {

    private static final String WIDE = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー、。「」（）：？]";

    /** A question mark, a bracket or a colon of the Latin script beside Japanese. */
    private static final Pattern SIGN = Pattern.compile(WIDE + " ?[?():]|[?():] ?" + WIDE);

    /** A space between the two scripts: browsers make one. */
    private static final Pattern SPACE = Pattern.compile(WIDE + " [A-Za-z0-9{]|(?<!^)[A-Za-z0-9}] " + WIDE);

    /** Names that are written with a space, and a list of boxes. */
    private static final Pattern NAME = Pattern.compile("IT用語辞典 e-Words|@IT セキュリティ用語辞典|謎 A・B・C・D");

    /** A comma after a particle, which a sentence as short as that does not need. */
    private static final Pattern NEEDLESS = Pattern.compile("(?<=[はがをにでもばとて])、|(?<=から)、|(?<=ので)、");

    /** What begins a sentence and takes a comma however short it is, and the label of a button. */
    private static final Pattern OPENING =
            Pattern.compile("^[「（]?(?:では|ところが|すると|そこで|だから|それから|それでは|また|けれど|でも|そのあと|これで|いまは|これは|次の1つを)、");

    private static final int SHORT_WITH_COMMA = 16;
    private static final int SHORT_IN_A_ROW = 15;

    private Typography() {}

    /**
     * The places in a text that are set as if it were Latin.
     *
     * @param text as learners read it, without markup
     */
    public static List<String> faults(String text) {
        String bare = NAME.matcher(text).replaceAll("名");
        return Stream.concat(found(SIGN, bare), found(SPACE, bare)).toList();
    }

    /** The Latin signs in a text that was put together; spaces in it may be those between two parts of a page. */
    public static List<String> signs(String text) {
        return found(SIGN, text).toList();
    }

    private static Stream<String> found(Pattern fault, String text) {
        return fault.matcher(text).results().map(MatchResult::group).map(found -> "\"" + found + "\" in: " + text);
    }

    /** The sentences of a text that have a needless comma, and the places where three very short ones follow each other. */
    public static List<String> stumbles(String text) {
        List<String> stumbles = new ArrayList<>();
        int inARow = 0;
        for (String sentence : text.split("[。？\n]", -1)) {
            String bare = sentence.strip();
            if (bare.length() <= SHORT_WITH_COMMA
                    && bare.chars().filter(sign -> sign == '、').count() == 1
                    && NEEDLESS.matcher(bare).find()
                    && !OPENING.matcher(bare).find()
                    && !bare.startsWith("「")
                    && !bare.endsWith("、")) {
                stumbles.add("a comma too many: " + bare);
            }
            inARow = bare.length() <= SHORT_IN_A_ROW && !bare.isEmpty() ? inARow + 1 : 0;
            if (inARow == 3) {
                stumbles.add("three short sentences: " + text);
            }
        }
        return stumbles;
    }
}
