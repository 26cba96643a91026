package popbeforesmtp.lesson.prose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.lesson.source.BadContent;
import popbeforesmtp.lesson.source.MessagesFile;

/**
 * How the words of the Japanese texts are read, for readers who want a reading above every Chinese character. At each place
 * the longest word of the table counts; a Chinese character that is a word by itself counts only where it stands alone, so
 * that a compound that nobody has listed stays bare, and is found, instead of being read wrongly. Never changes.
 */
public final class Readings {

    public static final String FILE = "content/ja/readings.properties";

    private static final Pattern WRITTEN = Pattern.compile("\\p{IsHan}+|\\P{IsHan}+");
    private static final Pattern WRITTEN_WITH_DIGITS = Pattern.compile("[\\p{IsHan}0-9]+|[^\\p{IsHan}0-9]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final String SPOKEN = "([\\p{IsHiragana}\\p{IsKatakana}ー]+?)";

    /** A piece of a word: kana and digits as they are written, or Chinese characters with their reading. */
    private record Piece(String written, Optional<String> reading) {}

    private record Word(String written, List<Piece> pieces) {

        private boolean isAt(String text, int at) {
            int end = at + written.length();
            return text.startsWith(written, at)
                    && !(written.length() == 1 && at > 0 && isHan(text.charAt(at - 1)))
                    && !(endsAlone() && end < text.length() && isHan(text.charAt(end)));
        }

        private boolean endsAlone() {
            int last = written.length() - 1;
            return isHan(written.charAt(last)) && (last == 0 || !isHan(written.charAt(last - 1)));
        }
    }

    /** Words by their first character, the longest first. */
    private final Map<Character, List<Word>> words = new HashMap<>();

    private Readings() {}

    /**
     * Reads the table, {@code word = reading}. Kana and digits of the word stand in the reading, too; digits may be left out
     * where they and what follows are read as one, {@code 1人 = ひとり}.
     *
     * @throws BadContent if a reading cannot be that of its word
     */
    public static Readings of(String text) {
        MessagesFile table = MessagesFile.of(FILE, text);
        Readings readings = new Readings();
        table.all().forEach((written, reading) -> {
            if (!HAN.matcher(written).find()) {
                throw table.bad(written, "'" + written + "' has no Chinese character");
            }
            List<Piece> pieces = pieces(WRITTEN, written, reading.value())
                    .or(() -> pieces(WRITTEN_WITH_DIGITS, written, reading.value()))
                    .orElseThrow(() ->
                            table.bad(written, "'" + reading.value() + "' cannot be the reading of '" + written + "'"));
            readings.words
                    .computeIfAbsent(written.charAt(0), it -> new ArrayList<>())
                    .add(new Word(written, pieces));
        });
        readings.words
                .values()
                .forEach(list -> list.sort(
                        Comparator.comparingInt(word -> -word.written().length())));
        return readings;
    }

    /** Sets a reading beside each run of Chinese characters: what stands between the runs stands between the readings. */
    private static Optional<List<Piece>> pieces(Pattern parts, String written, String reading) {
        List<String> runs =
                parts.matcher(written).results().map(part -> part.group()).toList();
        StringBuilder spoken = new StringBuilder();
        runs.forEach(run -> spoken.append(HAN.matcher(run).find() ? SPOKEN : Pattern.quote(run)));
        Matcher matcher = Pattern.compile(spoken.toString()).matcher(reading);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Piece> pieces = new ArrayList<>();
        int group = 0;
        for (String run : runs) {
            boolean read = HAN.matcher(run).find();
            pieces.add(new Piece(run, read ? Optional.of(matcher.group(++group)) : Optional.empty()));
        }
        return Optional.of(pieces);
    }

    private static boolean isHan(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    /**
     * A text with its readings.
     *
     * @param text bare or escaped: what is no word of the table is left as it is
     * @param ruby makes HTML of Chinese characters and their reading
     */
    public String over(String text, BinaryOperator<String> ruby) {
        StringBuilder html = new StringBuilder();
        read(
                text,
                word -> word.pieces.forEach(piece -> html.append(piece.reading
                        .map(reading -> ruby.apply(piece.written, reading))
                        .orElse(piece.written))),
                html::append);
        return html.toString();
    }

    /** All words of the table. */
    public List<String> all() {
        return words.values().stream()
                .flatMap(List::stream)
                .map(word -> word.written)
                .toList();
    }

    /** The words of the table that are found in a text, in their order. */
    public List<String> in(String text) {
        List<String> found = new ArrayList<>();
        read(text, word -> found.add(word.written), character -> {});
        return found;
    }

    private void read(String text, Consumer<Word> known, Consumer<Character> other) {
        int at = 0;
        while (at < text.length()) {
            Word word = longest(text, at);
            if (word == null) {
                other.accept(text.charAt(at++));
            } else {
                known.accept(word);
                at += word.written.length();
            }
        }
    }

    private @Nullable Word longest(String text, int at) {
        for (Word word : words.getOrDefault(text.charAt(at), List.of())) {
            if (word.isAt(text, at)) {
                return word;
            }
        }
        return null;
    }
}
