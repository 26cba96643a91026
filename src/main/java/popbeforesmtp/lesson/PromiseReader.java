package popbeforesmtp.lesson;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.lesson.Promise.Ending;
import popbeforesmtp.lesson.Promise.Explanation;
import popbeforesmtp.lesson.Promise.RecipientResult;
import popbeforesmtp.lesson.Promise.Row;
import popbeforesmtp.network.Addresses;
import popbeforesmtp.sandbox.Outcome;
import popbeforesmtp.sandbox.Providers;

/** Reads what a step promises. */
final class PromiseReader {

    /** The words of a promise. */
    static final Set<String> WORDS = Set.of(
            "outcome", "receive", "reply", "reason", "tells", "clock", "address", "list", "results", "taro", "says");

    private static final Set<String> ENDING = Set.of("receive", "reply", "reason");
    private static final Set<String> ROW = Set.of("host", "address", "until", "state", "key");
    private static final Set<String> RESULT = Set.of("to", "reply", "reason");

    /** The values of tellings that a case may promise. */
    private static final Set<String> TELLING = Set.of("key", "host", "wanted", "here", "there", "a", "b", "n", "time");

    private static final LocalDate PRACTICE_DAY = LocalDate.of(2007, 4, 2);
    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);

    private PromiseReader() {}

    static Promise read(Outline step, Map<String, Outline> words) {
        return new Promise(
                ending(step, words),
                optional(words, "tells")
                        .map(list -> each(list, PromiseReader::explanation))
                        .orElse(List.of()),
                optional(words, "clock").map(PromiseReader::instant),
                optional(words, "address").map(address -> address.parsed("address", Addresses::of)),
                optional(words, "list").map(list -> each(list, PromiseReader::row)),
                optional(words, "results")
                        .map(list -> each(list, PromiseReader::result))
                        .orElse(List.of()),
                optional(words, "taro").map(taro -> taro.parsed("number", Integer::valueOf)),
                optional(words, "says").map(list -> each(list, Outline::text)).orElse(List.of()));
    }

    private static Optional<Ending> ending(Outline step, Map<String, Outline> words) {
        Optional<Outcome> outcome = optional(words, "outcome").map(PromiseReader::outcome);
        if (outcome.isEmpty() && words.keySet().stream().anyMatch(ENDING::contains)) {
            throw step.bad("without an outcome there is no receive, reply or reason");
        }
        return outcome.map(it -> new Ending(
                it,
                optional(words, "receive").map(PromiseReader::outcome),
                optional(words, "reply").map(Outline::text).orElse(""),
                optional(words, "reason").map(PromiseReader::reason)));
    }

    private static Explanation explanation(Outline outline) {
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

    private static Row row(Outline outline) {
        Map<String, Outline> words = outline.entries(ROW);
        return new Row(
                outline.required(words, "host").as("host", PromiseReader::host),
                outline.required(words, "address").parsed("address", Addresses::of),
                instant(outline.required(words, "until")),
                outline.required(words, "state").isFirstOf("live", "expired"),
                optional(words, "key").map(Outline::isTrue));
    }

    private static RecipientResult result(Outline outline) {
        Map<String, Outline> words = outline.entries(RESULT);
        return new RecipientResult(
                outline.required(words, "to").text(),
                outline.required(words, "reply").text(),
                reason(outline.required(words, "reason")));
    }

    private static Instant instant(Outline outline) {
        return outline.parsed("time", LocalTime::parse).atDate(PRACTICE_DAY).toInstant(JAPAN);
    }

    private static Outcome outcome(Outline outline) {
        return outline.as(
                "outcome",
                word -> Arrays.stream(Outcome.values())
                        .filter(outcome -> outcome.kebab().equals(word))
                        .findFirst());
    }

    private static Reason reason(Outline outline) {
        return outline.as(
                "reason",
                word -> Arrays.stream(Reason.values())
                        .filter(reason -> reason.kebab().equals(word))
                        .findFirst());
    }

    private static Optional<String> host(String word) {
        return Optional.of(word).filter(Providers::exists);
    }

    private static <T> List<T> each(Outline list, Function<Outline, T> read) {
        return list.items().stream().map(read).toList();
    }

    private static Optional<Outline> optional(Map<String, Outline> words, String word) {
        return Optional.ofNullable(words.get(word));
    }
}
