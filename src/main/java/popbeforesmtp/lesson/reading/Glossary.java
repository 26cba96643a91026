package popbeforesmtp.lesson.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.lesson.prose.ProseParser;
import popbeforesmtp.lesson.prose.YamlFields;
import popbeforesmtp.lesson.source.YamlNode;

/**
 * The words that a reader may not know.
 *
 * @param terms in the order of the page
 */
public record Glossary(List<Term> terms) {

    public static final String FACTS = "content/words.yml";

    private static final Set<String> FILE_WORDS = Set.of("words");
    private static final Set<String> TEXT_WORDS = Set.of("id", "term", "reading", "short", "more", "see");

    /**
     * A word.
     *
     * @param id its name in links
     * @param name the word itself
     * @param reading how it is read; in English what its letters stand for, or how it is called elsewhere
     * @param meaning in one sentence
     * @param more a little more
     * @param see words to read with it, ids
     */
    public record Term(String id, Prose name, Prose reading, Prose meaning, Prose more, List<String> see) {

        /** Keeps the list as it is now. */
        public Term {
            see = List.copyOf(see);
        }
    }

    /** Keeps the list as it is now. */
    public Glossary {
        terms = List.copyOf(terms);
    }

    /** The word of that id. */
    public Optional<Term> find(String id) {
        return terms.stream().filter(term -> term.id().equals(id)).findFirst();
    }

    public static Glossary read(YamlNode facts, YamlNode texts, ProseParser parser) {
        List<YamlNode> ids = facts.required(facts.entries(FILE_WORDS), "words").items();
        List<YamlFields> words = YamlFields.of(texts, FILE_WORDS, parser).parts("words", TEXT_WORDS);
        Set<String> known = new HashSet<>();
        for (YamlNode id : ids) {
            if (!known.add(id.text())) {
                throw id.bad("doubled id '" + id.text() + "'");
            }
        }
        List<Term> terms = new ArrayList<>();
        for (YamlNode id : ids) {
            terms.add(term(only(id, words, texts.file()), known));
        }
        for (YamlFields word : words) {
            if (!known.contains(word.text("id"))) {
                throw word.bad("there is no '" + word.text("id") + "' in " + FACTS);
            }
        }
        return new Glossary(terms);
    }

    private static YamlFields only(YamlNode id, List<YamlFields> words, String file) {
        List<YamlFields> found =
                words.stream().filter(word -> word.text("id").equals(id.text())).toList();
        if (found.isEmpty()) {
            throw id.bad("'" + id.text() + "' is missing in " + file);
        }
        if (found.size() > 1) {
            throw found.get(1).bad("doubled id '" + id.text() + "'");
        }
        return found.get(0);
    }

    private static Term term(YamlFields word, Set<String> known) {
        return new Term(
                word.text("id"),
                word.prose("term"),
                word.prose("reading"),
                word.prose("short"),
                word.prose("more"),
                word.each("see", see -> see.as("word", id -> Optional.of(id).filter(known::contains))));
    }
}
