package popbeforesmtp.lesson.prose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import popbeforesmtp.lesson.source.BadContent;
import popbeforesmtp.lesson.source.MessagesFile;

/**
 * What a voice that reads aloud would guess wrong, with how it is said. The Japanese words have the readings that stand beside them
 * elsewhere.
 *
 * @param words how each word is said
 */
public record Pronunciation(Map<String, String> words) {

    /** The file of each language. */
    public static final String NAME = "spoken.properties";

    /** Keeps the words as they are now. */
    public Pronunciation {
        words = Map.copyOf(words);
    }

    /**
     * Reads the table, {@code word = how it is said}.
     *
     * @throws BadContent if a line is none
     */
    public static Pronunciation read(String file, String text) {
        Map<String, String> words = new LinkedHashMap<>();
        MessagesFile.of(file, text).all().forEach((word, said) -> words.put(word, said.value()));
        return new Pronunciation(words);
    }

    /** The words as a JSON object. */
    public String json() {
        return words.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(word -> quoted(word.getKey()) + ":" + quoted(word.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** There are neither backslashes nor line ends in such a file. */
    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }
}
