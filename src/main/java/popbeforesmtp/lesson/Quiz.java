package popbeforesmtp.lesson;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The quiz.
 *
 * @param items its questions, numbered from 1
 */
public record Quiz(List<Item> items) {

    static final String FACTS = "content/quiz.yml";

    private static final Set<String> FILE_WORDS = Set.of("quiz");
    private static final Set<String> ITEM = Set.of("id", "options", "answer", "case");
    private static final Set<String> TEXT = Set.of("id", "question", "options", "explanation");

    /**
     * A question with the experiment that proves its answer.
     *
     * @param number counted from 1
     * @param question the question
     * @param experiment the id of the case
     */
    public record Item(int number, Question question, String experiment) {}

    /** Keeps the list as it is now. */
    public Quiz {
        items = List.copyOf(items);
    }

    /** The question of that number. */
    public Optional<Item> find(int number) {
        return items.stream().filter(item -> item.number() == number).findFirst();
    }

    static Quiz read(Outline facts, Outline texts, Signposts signposts, Scribe scribe) {
        return new Quiz(Pair.join(
                        "id",
                        Fields.of(facts, FILE_WORDS, scribe).parts("quiz", ITEM),
                        Fields.of(texts, FILE_WORDS, scribe).parts("quiz", TEXT),
                        texts.file())
                .stream()
                .map(pair -> item(pair.shared(), pair.text(), signposts))
                .toList());
    }

    private static Item item(Fields fact, Fields text, Signposts signposts) {
        List<String> ids = fact.texts("options");
        signposts.experiment(fact.at("case"));
        return new Item(
                fact.at("id").parsed("number", Integer::valueOf),
                new Question(
                        text.prose("question"),
                        Question.options(text, ids),
                        Question.answer(fact.at("answer"), ids),
                        text.prose("explanation")),
                fact.text("case"));
    }
}
