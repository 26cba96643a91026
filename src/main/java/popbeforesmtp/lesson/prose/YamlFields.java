package popbeforesmtp.lesson.prose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import popbeforesmtp.lesson.source.BadContent;
import popbeforesmtp.lesson.source.YamlNode;

/** The words of one part of a file, with the values that texts, ids and lists have. */
public final class YamlFields {

    private final YamlNode outline;
    private final Map<String, YamlNode> entries;
    private final ProseParser parser;

    private YamlFields(YamlNode outline, Map<String, YamlNode> entries, ProseParser parser) {
        this.outline = outline;
        this.entries = entries;
        this.parser = parser;
    }

    /** Reads the words and values, none but those known. */
    public static YamlFields of(YamlNode outline, Set<String> known, ProseParser parser) {
        return new YamlFields(outline, outline.entries(known), parser);
    }

    /** Reads a list of them. */
    public static List<YamlFields> each(YamlNode list, Set<String> known, ProseParser parser) {
        return list.items().stream().map(item -> of(item, known, parser)).toList();
    }

    /** The part that is the value of a word. */
    public YamlFields part(String word, Set<String> known) {
        return of(at(word), known, parser);
    }

    /** The items of the list that is the value of a word. */
    public List<YamlFields> parts(String word, Set<String> known) {
        return each(at(word), known, parser);
    }

    /** The value of a word that must not be left out. */
    public YamlNode at(String word) {
        return outline.required(entries, word);
    }

    /** The value of a word. */
    public Optional<YamlNode> find(String word) {
        return Optional.ofNullable(entries.get(word));
    }

    /** The text for learners that is the value of a word. */
    public Prose prose(String word) {
        return parser.line(at(word));
    }

    /** The texts for learners that are the value of a word. */
    public List<Prose> proses(String word) {
        return at(word).items().stream().map(parser::line).toList();
    }

    /** The bare text that is the value of a word. */
    public String text(String word) {
        return at(word).text();
    }

    /** The bare texts in the list that is the value of a word; none if it is left out. */
    public List<String> texts(String word) {
        return each(word, YamlNode::text);
    }

    /** What is in the list that is the value of a word; nothing if it is left out. */
    public <T> List<T> each(String word, Function<YamlNode, T> read) {
        return find(word).map(YamlNode::items).orElse(List.of()).stream()
                .map(read)
                .toList();
    }

    /** The words, in their order. */
    public List<String> words() {
        return List.copyOf(entries.keySet());
    }

    /** To be thrown: something is wrong in this part. */
    public BadContent bad(String fault) {
        return outline.bad(fault);
    }

    /** The file that this part stands in. */
    public String file() {
        return outline.file();
    }
}
