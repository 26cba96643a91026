package popbeforesmtp.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of the site, taken apart once: words as they are, words with their reading, <code>{期限|きげん}</code>, with two
 * bars if most readers know them, and places for values, <code>{name}</code>. Never changes.
 */
final class Phrase {

    private static final Pattern BRACES = Pattern.compile("\\{([^{}|]+)(\\|\\|?)([^{}|]+)\\}|\\{(\\w+)\\}");

    /** What a piece of a text is. */
    enum Kind {
        WORDS,
        EASY,
        HARD,
        VALUE
    }

    /** A piece: its words or its name, and how it is read. */
    private record Piece(Kind kind, String text, String html, String reading) {}

    private final List<Piece> pieces = new ArrayList<>();

    Phrase(String text) {
        Matcher braces = BRACES.matcher(text);
        int from = 0;
        while (braces.find()) {
            add(Kind.WORDS, text.substring(from, braces.start()), "");
            if (braces.group(4) != null) {
                add(Kind.VALUE, braces.group(4), "");
            } else {
                add(braces.group(2).length() == 2 ? Kind.EASY : Kind.HARD, braces.group(1), braces.group(3));
            }
            from = braces.end();
        }
        add(Kind.WORDS, text.substring(from), "");
    }

    private void add(Kind kind, String text, String reading) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(kind, text, Localizer.escaped(text), Localizer.escaped(reading)));
        }
    }

    /**
     * The bare text.
     *
     * @param values the words of a value by its name
     */
    String plain(UnaryOperator<String> values) {
        return filled(values, piece -> piece.text);
    }

    /**
     * The text as HTML.
     *
     * @param values the words of a value by its name, bare
     * @param hard a hard word with its reading, both escaped, as HTML
     * @param easy the same for a word that most readers know
     */
    String html(UnaryOperator<String> values, BinaryOperator<String> hard, BinaryOperator<String> easy) {
        return filled(value -> Localizer.escaped(values.apply(value)), piece -> switch (piece.kind) {
            case HARD -> hard.apply(piece.html, piece.reading);
            case EASY -> easy.apply(piece.html, piece.reading);
            case WORDS, VALUE -> piece.html;
        });
    }

    /** A value that ends with a full stop ends the sentence, too. */
    private String filled(UnaryOperator<String> values, Function<Piece, String> words) {
        if (pieces.size() == 1 && pieces.get(0).kind != Kind.VALUE) {
            return words.apply(pieces.get(0));
        }
        StringBuilder filled = new StringBuilder();
        boolean valued = false;
        for (Piece piece : pieces) {
            String next = piece.kind == Kind.VALUE ? values.apply(piece.text) : words.apply(piece);
            boolean stopped = valued && filled.length() > 0 && filled.charAt(filled.length() - 1) == '.';
            filled.append(next, stopped && piece.kind == Kind.WORDS && next.startsWith(".") ? 1 : 0, next.length());
            valued = piece.kind == Kind.VALUE;
        }
        return filled.toString();
    }
}
