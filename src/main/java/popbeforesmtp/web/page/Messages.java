package popbeforesmtp.web.page;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import popbeforesmtp.lesson.source.ResourceRoot;

/** The texts of the site by language and key, read from {@code content/}. Safe for any number of threads. */
public final class Messages {

    private static final List<String> FILES = List.of("messages", "talk", "cases");

    private final ResourceRoot shelf;
    private final Map<Language, Map<String, String>> kept = new EnumMap<>(Language.class);
    private final Map<Language, Phrases> ready = new EnumMap<>(Language.class);

    public Messages(ResourceRoot shelf) {
        this.shelf = shelf;
        for (Language language : Language.values()) {
            kept.put(language, read(language));
            ready.put(language, new Phrases(all(language)));
        }
    }

    /** All texts of a language; as they stand on disk while the site is being developed. */
    public Map<String, String> all(Language language) {
        return shelf.isLive() ? read(language) : Objects.requireNonNull(kept.get(language));
    }

    /** The same, to be told to somebody. */
    Phrases phrases(Language language) {
        return shelf.isLive() ? new Phrases(read(language)) : Objects.requireNonNull(ready.get(language));
    }

    private Map<String, String> read(Language language) {
        Map<String, String> texts = new HashMap<>();
        for (String file : FILES) {
            Properties properties = new Properties();
            try {
                properties.load(
                        new StringReader(shelf.text("content/" + language.code() + "/" + file + ".properties")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        }
        return Map.copyOf(texts);
    }
}
