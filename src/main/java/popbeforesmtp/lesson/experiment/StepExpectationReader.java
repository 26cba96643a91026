package popbeforesmtp.lesson.experiment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.gate.KeptRow;
import popbeforesmtp.lesson.experiment.StepExpectation.Ending;
import popbeforesmtp.lesson.experiment.StepExpectation.Explanation;
import popbeforesmtp.lesson.experiment.StepExpectation.RecipientResult;
import popbeforesmtp.lesson.experiment.StepExpectation.Row;
import popbeforesmtp.lesson.source.YamlNode;
import popbeforesmtp.network.Addresses;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.press.Providers;

/** Reads what a step promises. */
final class StepExpectationReader {

    /** The words of a promise. */
    static final Set<String> WORDS = Set.of(
            "outcome", "receive", "reply", "reason", "tells", "clock", "address", "list", "results", "taro", "says",
            "sealed");

    private static final Set<String> ENDING = Set.of("receive", "reply", "reason");
    private static final Set<String> ROW = Set.of("host", "address", "until", "state", "key");
    private static final Set<String> RESULT = Set.of("to", "reply", "reason");

    /** The values of tellings that a case may promise. */
    private static final Set<String> TELLING = Set.of("key", "host", "wanted", "here", "there", "a", "b", "n", "time");

    private static final LocalDate PRACTICE_DAY = LocalDate.of(2007, 4, 2);
    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);

    private StepExpectationReader() {}

    static StepExpectation read(YamlNode step, Map<String, YamlNode> words) {
        return new StepExpectation(
                ending(step, words),
                optional(words, "tells")
                        .map(list -> each(list, StepExpectationReader::explanation))
                        .orElse(List.of()),
                new StepExpectation.State(
                        optional(words, "clock").map(StepExpectationReader::instant),
                        optional(words, "address").map(address -> address.parsed("address", Addresses::of)),
                        optional(words, "list").map(list -> each(list, StepExpectationReader::row)),
                        optional(words, "taro").map(taro -> taro.parsed("number", Integer::valueOf))),
                optional(words, "results")
                        .map(list -> each(list, StepExpectationReader::result))
                        .orElse(List.of()),
                optional(words, "says").map(list -> each(list, YamlNode::text)).orElse(List.of()),
                optional(words, "sealed")
                        .map(list -> each(list, YamlNode::text))
                        .orElse(List.of()));
    }

    private static Optional<Ending> ending(YamlNode step, Map<String, YamlNode> words) {
        Optional<Outcome> outcome = optional(words, "outcome").map(StepExpectationReader::outcome);
        if (outcome.isEmpty() && words.keySet().stream().anyMatch(ENDING::contains)) {
            throw step.bad("without an outcome there is no receive, reply or reason");
        }
        return outcome.map(it -> new Ending(
                it,
                optional(words, "receive").map(StepExpectationReader::outcome),
                optional(words, "reply").map(YamlNode::text).orElse(""),
                optional(words, "reason").map(StepExpectationReader::reason)));
    }

    private static Explanation explanation(YamlNode outline) {
        if (outline.isText()) {
            return new Explanation(outline.text(), Map.of());
        }
        Map<String, String> values = new LinkedHashMap<>();
        outline.entries(TELLING).forEach((name, value) -> values.put(name, value.text()));
        String key = values.remove("key");
        if (key == null) {
            throw outline.bad("'key' is missing");
        }
        return new Explanation(key, values);
    }

    private static Row row(YamlNode outline) {
        Map<String, YamlNode> words = outline.entries(ROW);
        return new Row(
                outline.required(words, "host").as("host", StepExpectationReader::host),
                outline.required(words, "address").parsed("address", Addresses::of),
                instant(outline.required(words, "until")),
                outline.required(words, "state").as("state of a row", StepExpectationReader::state),
                optional(words, "key").map(YamlNode::isTrue));
    }

    private static RecipientResult result(YamlNode outline) {
        Map<String, YamlNode> words = outline.entries(RESULT);
        return new RecipientResult(
                outline.required(words, "to").text(),
                outline.required(words, "reply").text(),
                reason(outline.required(words, "reason")));
    }

    private static Instant instant(YamlNode outline) {
        return outline.parsed("time", LocalTime::parse).atDate(PRACTICE_DAY).toInstant(JAPAN);
    }

    private static Outcome outcome(YamlNode outline) {
        return outline.as(
                "outcome",
                word -> Arrays.stream(Outcome.values())
                        .filter(outcome -> outcome.kebab().equals(word))
                        .findFirst());
    }

    private static Reason reason(YamlNode outline) {
        return outline.as(
                "reason",
                word -> Arrays.stream(Reason.values())
                        .filter(reason -> reason.kebab().equals(word))
                        .findFirst());
    }

    private static Optional<KeptRow.State> state(String word) {
        return Arrays.stream(KeptRow.State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static Optional<String> host(String word) {
        return Optional.of(word).filter(Providers::exists);
    }

    private static <T> List<T> each(YamlNode list, Function<YamlNode, T> read) {
        return list.items().stream().map(read).toList();
    }

    private static Optional<YamlNode> optional(Map<String, YamlNode> words, String word) {
        return Optional.ofNullable(words.get(word));
    }
}
