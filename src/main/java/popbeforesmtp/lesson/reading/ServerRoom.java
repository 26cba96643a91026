package popbeforesmtp.lesson.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import popbeforesmtp.eventlog.DeskAnswer;
import popbeforesmtp.gate.ClockEvent;
import popbeforesmtp.gate.KeptRow;
import popbeforesmtp.gate.behaviour.Keeper;
import popbeforesmtp.lesson.experiment.ServerProgram;
import popbeforesmtp.lesson.experiment.ServerPrograms;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.lesson.prose.ProseParser;
import popbeforesmtp.lesson.prose.YamlFields;
import popbeforesmtp.lesson.source.YamlNode;

/**
 * The programs that kept the list, in one language.
 *
 * @param cards in the order of {@link ServerPrograms}, this site's own first
 * @param words what is told of a gate at work
 * @param experiments what was done with the programs themselves, and what came of it
 */
public record ServerRoom(List<ServerCard> cards, Words words, List<Experiment> experiments) {

    /**
     * An experiment with the programs themselves.
     *
     * @param what what is done
     * @param seen what came of it, by program, this site's own left out: see {@link ServerPrograms#seen}
     */
    public record Experiment(Prose what, List<String> seen) {

        /** Keeps the list as it is now. */
        public Experiment {
            seen = List.copyOf(seen);
        }
    }

    private static final Set<String> FILE_WORDS = Set.of("servers", "experiments", "words");
    private static final Set<String> CARD_WORDS =
            Set.of("id", "name", "who", "hears", "list", "time", "reads", "says", "faults", "columns");
    private static final Set<String> WORDS = Set.of("questions", "clock", "keepers", "states");

    /**
     * What is told of a gate at work; every value has its words.
     *
     * @param questions what the sending desk asks itself
     * @param clock what a keeper has done because its time had come
     * @param keepers the processes that keep a list
     * @param states what a row is good for
     */
    public record Words(
            Map<DeskAnswer.Question, Prose> questions,
            Map<ClockEvent.Kind, Prose> clock,
            Map<Keeper, Prose> keepers,
            Map<KeptRow.State, Prose> states) {

        /** Keeps the words as they are now. */
        public Words {
            questions = Map.copyOf(questions);
            clock = Map.copyOf(clock);
            keepers = Map.copyOf(keepers);
            states = Map.copyOf(states);
        }

        /** The words of a question that the sending desk asks itself. */
        public Prose question(DeskAnswer.Question question) {
            return Objects.requireNonNull(questions.get(question));
        }
    }

    /** Keeps the list as it is now. */
    public ServerRoom {
        cards = List.copyOf(cards);
        experiments = List.copyOf(experiments);
    }

    /** The card of that program. */
    public Optional<ServerCard> find(String id) {
        return cards.stream().filter(card -> card.program().id().equals(id)).findFirst();
    }

    /** Joins the programs and what a language says of them. */
    public static ServerRoom read(ServerPrograms programs, YamlNode texts, ProseParser parser) {
        YamlFields file = YamlFields.of(texts, FILE_WORDS, parser);
        List<YamlFields> cards = file.parts("servers", CARD_WORDS);
        List<String> ids = programs.all().stream().map(ServerProgram::id).toList();
        if (!cards.stream().map(card -> card.text("id")).toList().equals(ids)) {
            throw file.at("servers").bad("one card each is expected: " + String.join(", ", ids));
        }
        List<ServerCard> read = new ArrayList<>();
        for (int i = 0; i < cards.size(); i++) {
            read.add(ServerCard.of(programs.all().get(i), cards.get(i)));
        }
        return new ServerRoom(read, words(file.part("words", WORDS)), experiments(programs, file));
    }

    private static List<Experiment> experiments(ServerPrograms programs, YamlFields file) {
        List<Prose> told = file.proses("experiments");
        if (told.size() != programs.seen().size()) {
            throw file.at("experiments")
                    .bad("one text an experiment is expected: "
                            + programs.seen().size());
        }
        List<Experiment> experiments = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            experiments.add(new Experiment(told.get(i), programs.seen().get(i)));
        }
        return experiments;
    }

    private static Words words(YamlFields words) {
        return new Words(
                words(words, "questions", DeskAnswer.Question.class),
                words(words, "clock", ClockEvent.Kind.class),
                words(words, "keepers", Keeper.class),
                words(words, "states", KeptRow.State.class));
    }

    private static <E extends Enum<E>> Map<E, Prose> words(YamlFields words, String word, Class<E> type) {
        Map<E, String> names = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(
                        Function.identity(),
                        value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        (one, other) -> one,
                        () -> new EnumMap<>(type)));
        YamlFields fields = words.part(word, Set.copyOf(names.values()));
        Map<E, Prose> read = new EnumMap<>(type);
        names.forEach((value, name) -> read.put(value, fields.prose(name)));
        return read;
    }
}
