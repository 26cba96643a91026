package popbeforesmtp.lesson.course;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.lesson.prose.YamlFields;
import popbeforesmtp.lesson.source.YamlNode;

/**
 * A question with answers to choose from.
 *
 * @param text the question
 * @param options the answers, in the order in which they are written
 * @param answer the id of the right one
 * @param explanation why; always shown afterwards
 */
public record Question(Prose text, List<Option> options, String answer, Prose explanation) {

    /**
     * An answer to choose.
     *
     * @param id {@code a}
     * @param text the answer
     */
    public record Option(String id, Prose text) {}

    /** Keeps the list as it is now. */
    public Question {
        options = List.copyOf(options);
    }

    /** Whether there is such an answer. */
    public boolean offers(String id) {
        return find(id).isPresent();
    }

    /** The answer of that id. */
    public Optional<Option> find(String id) {
        return options.stream().filter(option -> option.id().equals(id)).findFirst();
    }

    /** Whether this is the right answer. */
    public boolean isRight(String id) {
        return answer.equals(id);
    }

    /**
     * Reads the answers to choose from.
     *
     * @param ids which there must be, in this order
     */
    static List<Option> options(YamlFields text, List<String> ids) {
        YamlFields options = text.part("options", Set.copyOf(ids));
        return ids.stream().map(id -> new Option(id, options.prose(id))).toList();
    }

    /** Which of the answers is the right one. */
    static String answer(YamlNode outline, List<String> ids) {
        return outline.as("answer", word -> Optional.of(word).filter(ids::contains));
    }
}
