package popbeforesmtp.web.page;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The texts of a language by their keys; each is taken apart when it is first asked for. Safe for any number of threads. */
public final class Phrases {

    private final Map<String, String> texts;
    private final Map<String, Phrase> ready = new ConcurrentHashMap<>();

    /** @param texts as they are written, by their keys */
    public Phrases(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** Whether there is such a text. */
    boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The text of that key as it is written; the key itself if there is none. */
    String text(String key) {
        return texts.getOrDefault(key, key);
    }

    /** A text of the site, be it of this language's table or of a teacher. */
    Phrase of(String text) {
        return ready.computeIfAbsent(text, Phrase::new);
    }
}
