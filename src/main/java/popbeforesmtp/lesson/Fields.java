package popbeforesmtp.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The words of one part of a file, with the values that texts, ids and lists have. */
final class Fields {

    private final Outline outline;
    private final Map<String, Outline> entries;
    private final Scribe scribe;

    private Fields(Outline outline, Map<String, Outline> entries, Scribe scribe) {
        this.outline = outline;
        this.entries = entries;
        this.scribe = scribe;
    }

    /** Reads the words and values, none but those known. */
    static Fields of(Outline outline, Set<String> known, Scribe scribe) {
        return new Fields(outline, outline.entries(known), scribe);
    }

    /** Reads a list of them. */
    static List<Fields> each(Outline list, Set<String> known, Scribe scribe) {
        return list.items().stream().map(item -> of(item, known, scribe)).toList();
    }

    /** The part that is the value of a word. */
    Fields part(String word, Set<String> known) {
        return of(at(word), known, scribe);
    }

    /** The items of the list that is the value of a word. */
    List<Fields> parts(String word, Set<String> known) {
        return each(at(word), known, scribe);
    }

    /** The value of a word that must not be left out. */
    Outline at(String word) {
        return outline.required(entries, word);
    }

    /** The value of a word. */
    Optional<Outline> find(String word) {
        return Optional.ofNullable(entries.get(word));
    }

    /** The text for learners that is the value of a word. */
    Prose prose(String word) {
        return scribe.line(at(word));
    }

    /** The texts for learners that are the value of a word. */
    List<Prose> proses(String word) {
        return at(word).items().stream().map(scribe::line).toList();
    }

    /** The bare text that is the value of a word. */
    String text(String word) {
        return at(word).text();
    }

    /** The bare texts in the list that is the value of a word; none if it is left out. */
    List<String> texts(String word) {
        return each(word, Outline::text);
    }

    /** What is in the list that is the value of a word; nothing if it is left out. */
    <T> List<T> each(String word, Function<Outline, T> read) {
        return find(word).map(Outline::items).orElse(List.of()).stream()
                .map(read)
                .toList();
    }

    /** The words, in their order. */
    List<String> words() {
        return List.copyOf(entries.keySet());
    }

    /** To be thrown: something is wrong in this part. */
    BadContent bad(String fault) {
        return outline.bad(fault);
    }

    /** The file that this part stands in. */
    String file() {
        return outline.file();
    }
}
