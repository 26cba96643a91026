package popbeforesmtp.lesson;

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
record Pair(Fields shared, Fields text) {

    /**
     * Joins two lists.
     *
     * @param key the word that they have in common
     * @param file where the texts stand
     * @return the pairs, in the order of the shared list
     */
    static List<Pair> join(String key, List<Fields> shared, List<Fields> texts, String file) {
        Map<String, Fields> facts = byKey(key, shared);
        Map<String, Fields> words = byKey(key, texts);
        words.forEach((id, text) -> {
            if (!facts.containsKey(id)) {
                throw text.bad("there is no '" + id + "' in " + shared.get(0).file());
            }
        });
        List<Pair> pairs = new ArrayList<>();
        facts.forEach((id, fact) -> {
            Fields text = words.get(id);
            if (text == null) {
                throw fact.bad("'" + id + "' is missing in " + file);
            }
            pairs.add(new Pair(fact, text));
        });
        return pairs;
    }

    private static Map<String, Fields> byKey(String key, List<Fields> all) {
        Map<String, Fields> byKey = new LinkedHashMap<>();
        for (Fields fields : all) {
            String id = fields.text(key);
            if (byKey.put(id, fields) != null) {
                throw fields.bad("doubled " + key + " '" + id + "'");
            }
        }
        return byKey;
    }
}
