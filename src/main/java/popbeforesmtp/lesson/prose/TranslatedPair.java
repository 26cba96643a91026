package popbeforesmtp.lesson.prose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all languages share, and what one language says of it; joined by a word that both have, {@code id}.
 *
 * @param shared the facts
 * @param text the words
 */
public record TranslatedPair(YamlFields shared, YamlFields text) {

    /**
     * Joins two lists.
     *
     * @param key the word that they have in common
     * @param file where the texts stand
     * @return the pairs, in the order of the shared list
     */
    public static List<TranslatedPair> join(String key, List<YamlFields> shared, List<YamlFields> texts, String file) {
        Map<String, YamlFields> facts = byKey(key, shared);
        Map<String, YamlFields> words = byKey(key, texts);
        words.forEach((id, text) -> {
            if (!facts.containsKey(id)) {
                throw text.bad("there is no '" + id + "' in " + shared.get(0).file());
            }
        });
        List<TranslatedPair> pairs = new ArrayList<>();
        facts.forEach((id, fact) -> {
            YamlFields text = words.get(id);
            if (text == null) {
                throw fact.bad("'" + id + "' is missing in " + file);
            }
            pairs.add(new TranslatedPair(fact, text));
        });
        return pairs;
    }

    private static Map<String, YamlFields> byKey(String key, List<YamlFields> all) {
        Map<String, YamlFields> byKey = new LinkedHashMap<>();
        for (YamlFields fields : all) {
            String id = fields.text(key);
            if (byKey.put(id, fields) != null) {
                throw fields.bad("doubled " + key + " '" + id + "'");
            }
        }
        return byKey;
    }
}
