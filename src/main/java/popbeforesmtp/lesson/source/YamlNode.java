package popbeforesmtp.lesson.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A part of a YAML file that knows its place in it. Every method that finds something else than it was asked for throws
 * {@link BadContent} with file and line; no value is ever guessed from its looks, {@code 14:05} is a text as
 * {@code plala.example} is.
 */
public final class YamlNode {

    private final String file;
    private final Node node;

    private YamlNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** Reads a whole file. */
    public static YamlNode read(String file, String text) {
        LoadSettings settings =
                LoadSettings.builder().setLabel(file).setUseMarks(true).build();
        try {
            return new Compose(settings)
                    .composeString(text)
                    .map(node -> new YamlNode(file, node))
                    .orElseThrow(() -> new BadContent(file, 1, "the file is empty"));
        } catch (MarkedYamlEngineException e) {
            throw new BadContent(file, line(e.getProblemMark()), e.getProblem());
        } catch (YamlEngineException e) {
            throw new BadContent(file, 1, String.valueOf(e.getMessage()));
        }
    }

    /** The words and their values, in order; none doubled, none but those known. */
    public Map<String, YamlNode> entries(Set<String> known) {
        return entries(known::contains, known);
    }

    /** The words and their values, in order, whatever they are. */
    public Map<String, YamlNode> entries() {
        return entries(word -> true, Set.of());
    }

    private Map<String, YamlNode> entries(Predicate<String> isKnown, Set<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw bad("words and values (word: value) are expected here");
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = new YamlNode(file, tuple.getKeyNode());
            if (!isKnown.test(key.text())) {
                throw key.bad("unknown word '" + key.text() + "', known: " + String.join(", ", sorted(known)));
            }
            if (entries.put(key.text(), new YamlNode(file, tuple.getValueNode())) != null) {
                throw key.bad("doubled word '" + key.text() + "'");
            }
        }
        return entries;
    }

    /** The value of a word that must not be left out. */
    public YamlNode required(Map<String, YamlNode> entries, String word) {
        YamlNode value = entries.get(word);
        if (value == null) {
            throw bad("'" + word + "' is missing");
        }
        return value;
    }

    /** The items of a list, in order. */
    public List<YamlNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw bad("a list is expected here");
        }
        List<YamlNode> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(new YamlNode(file, item)));
        return items;
    }

    /** Whether this is a plain text, not a list and not words with values. */
    public boolean isText() {
        return node instanceof ScalarNode;
    }

    /** Whether this is a list. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The text. */
    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw bad("one word is expected here");
        }
        return scalar.getValue();
    }

    /** What the text stands for. */
    public <T> T as(String what, Function<String, Optional<T>> meaning) {
        return meaning.apply(text()).orElseThrow(() -> bad("unknown " + what + " '" + text() + "'"));
    }

    /** What the text stands for, where whatever reads it throws if it is none. */
    public <T> T parsed(String what, Function<String, T> parser) {
        try {
            return parser.apply(text());
        } catch (RuntimeException e) {
            throw bad("unknown " + what + " '" + text() + "'");
        }
    }

    /** {@code true} or {@code false}. */
    public boolean isTrue() {
        return isFirstOf("true", "false");
    }

    /** Which of two words it is. */
    public boolean isFirstOf(String first, String second) {
        if (!text().equals(first) && !text().equals(second)) {
            throw bad("'" + text() + "' is neither '" + first + "' nor '" + second + "'");
        }
        return text().equals(first);
    }

    /** The file that it stands in. */
    public String file() {
        return file;
    }

    /** The line where it begins, counted from 1. */
    public int line() {
        return line(node.getStartMark());
    }

    /** To be thrown: something is wrong here. */
    public BadContent bad(String fault) {
        return new BadContent(file, line(), fault);
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }
}
