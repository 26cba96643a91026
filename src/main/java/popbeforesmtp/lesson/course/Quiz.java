package popbeforesmtp.lesson.course;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import popbeforesmtp.lesson.experiment.CaseIndex;
import popbeforesmtp.lesson.prose.ProseParser;
import popbeforesmtp.lesson.prose.TranslatedPair;
import popbeforesmtp.lesson.prose.YamlFields;
import popbeforesmtp.lesson.source.YamlNode;

/**
 * The quiz.
 *
 * @param items its questions, numbered from 1
 */
public record Quiz(List<Item> items) {

    public static final String FACTS = "content/quiz.yml";

    private static final Set<String> FILE_WORDS = Set.of("quiz");
    private static final Set<String> ITEM = Set.of("id", "options", "answer", "case");
    private static final Set<String> TEXT = Set.of("id", "question", "options", "why", "explanation");

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

    public static Quiz read(YamlNode facts, YamlNode texts, CaseIndex index, ProseParser parser) {
        return new Quiz(TranslatedPair.join(
                        "id",
                        YamlFields.of(facts, FILE_WORDS, parser).parts("quiz", ITEM),
                        YamlFields.of(texts, FILE_WORDS, parser).parts("quiz", TEXT),
                        texts.file())
                .stream()
                .map(pair -> item(pair.shared(), pair.text(), index))
                .toList());
    }

    private static Item item(YamlFields fact, YamlFields text, CaseIndex index) {
        List<String> ids = fact.texts("options");
        String right = Question.answer(fact.at("answer"), ids);
        index.experiment(fact.at("case"));
        return new Item(
                fact.at("id").parsed("number", Integer::valueOf),
                new Question(
                        text.prose("question"), Question.options(text, ids, right), right, text.prose("explanation")),
                fact.text("case"));
    }
}
