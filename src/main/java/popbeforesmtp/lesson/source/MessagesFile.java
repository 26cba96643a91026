package popbeforesmtp.lesson.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of a {@code .properties} file, each with its line. We write {@code key = text}, one a line, in UTF-8, without
 * backslashes: what {@link java.util.Properties} reads too, which keeps no lines and lets doubled keys pass.
 */
public final class MessagesFile {

    private final String file;
    private final Map<String, Text> texts;

    private MessagesFile(String file, Map<String, Text> texts) {
        this.file = file;
        this.texts = texts;
    }

    /** Reads a file that must be there. */
    public static MessagesFile read(ResourceRoot shelf, String file) {
        return of(file, shelf.text(file));
    }

    /** Reads what stands in a file. */
    public static MessagesFile of(String file, String content) {
        Map<String, Text> texts = new LinkedHashMap<>();
        List<String> lines = content.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 1 || line.indexOf('\\') >= 0) {
                throw new BadContent(file, i + 1, "'key = text' without backslashes is expected here");
            }
            String key = line.substring(0, equals).strip();
            String value = line.substring(equals + 1).strip();
            if (value.isEmpty()) {
                throw new BadContent(file, i + 1, "'" + key + "' has no text");
            }
            if (texts.put(key, new Text(i + 1, value)) != null) {
                throw new BadContent(file, i + 1, "doubled key '" + key + "'");
            }
        }
        return new MessagesFile(file, texts);
    }

    /** Every key with its text, in the order of the file. */
    public Map<String, Text> all() {
        return texts;
    }

    /** The text of a key. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key)).map(Text::value);
    }

    /** To be thrown: a key has no business here. */
    public BadContent bad(String key, String fault) {
        return new BadContent(file, texts.getOrDefault(key, new Text(1, "")).line(), fault);
    }

    /**
     * One text.
     *
     * @param line counted from 1
     * @param value the text as written, with its furigana and the names of its values in braces
     */
    public record Text(int line, String value) {}
}
