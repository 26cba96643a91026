package popbeforesmtp.lesson.course;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
     * @param why what is told to whoever chose it: why it is wrong; the right one has none
     */
    public record Option(String id, Prose text, Optional<Prose> why) {}

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
     * Reads the answers to choose from; each but the right one with its reason.
     *
     * @param ids which there must be, in this order
     * @param right the right one
     */
    static List<Option> options(YamlFields text, List<String> ids, String right) {
        YamlFields options = text.part("options", Set.copyOf(ids));
        Set<String> wrong = ids.stream().filter(id -> !id.equals(right)).collect(Collectors.toUnmodifiableSet());
        YamlFields whys = text.part("why", wrong);
        return ids.stream()
                .map(id -> new Option(
                        id, options.prose(id), wrong.contains(id) ? Optional.of(whys.prose(id)) : Optional.empty()))
                .toList();
    }

    /** Which of the answers is the right one. */
    static String answer(YamlNode outline, List<String> ids) {
        return outline.as("answer", word -> Optional.of(word).filter(ids::contains));
    }
}
