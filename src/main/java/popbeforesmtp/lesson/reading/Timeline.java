package popbeforesmtp.lesson.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.lesson.prose.ProseParser;
import popbeforesmtp.lesson.prose.TranslatedPair;
import popbeforesmtp.lesson.prose.YamlFields;
import popbeforesmtp.lesson.source.YamlNode;

/**
 * The history of receiving before sending.
 *
 * @param milestones what happened, in its order
 * @param offers which company let mail be sent for how long after receiving
 * @param closings when ways to port 25 were closed
 */
public record Timeline(List<Milestone> milestones, List<Offer> offers, List<Closing> closings) {

    public static final String FACTS = "content/history.yml";

    private static final Set<String> FILE_WORDS = Set.of("history", "providers", "op25b");
    private static final Set<String> DATED = Set.of("id", "date", "source");
    private static final Set<String> MILESTONE = Set.of("id", "when", "title", "text", "source");
    private static final Set<String> COMPANY = Set.of("id", "minutes", "start", "end", "source");
    private static final Set<String> OFFER = Set.of("id", "name", "note");
    private static final Set<String> CLOSING = Set.of("id", "text");

    /**
     * Something that happened.
     *
     * @param id also its anchor on the page
     * @param date year, year-month or day, as far as it is known
     * @param when the time in words
     * @param title its heading
     * @param text what happened
     * @param source where that was read
     */
    public record Milestone(String id, Optional<String> date, Prose when, Prose title, Prose text, Prose source) {}

    /**
     * A company that let mail be sent after receiving. What was not found is left out.
     *
     * @param id its name in content
     * @param minutes for how long
     * @param start when it began, in the form of a date
     * @param end when it ended
     * @param name how it is called
     * @param note more about it
     */
    public record Offer(
            String id,
            Optional<Integer> minutes,
            Optional<String> start,
            Optional<String> end,
            Prose name,
            Prose note) {}

    /**
     * A way to port 25 that was closed.
     *
     * @param id its name in content
     * @param date year, year-month or day
     * @param text who closed which
     */
    public record Closing(String id, Optional<String> date, Prose text) {}

    /** Keeps the lists as they are now. */
    public Timeline {
        milestones = List.copyOf(milestones);
        offers = List.copyOf(offers);
        closings = List.copyOf(closings);
    }

    /** Whether there is such a place on the page. */
    public boolean has(String anchor) {
        return milestones.stream().anyMatch(milestone -> milestone.id().equals(anchor));
    }

    public static Timeline read(YamlNode facts, YamlNode texts, ProseParser parser) {
        YamlFields shared = YamlFields.of(facts, FILE_WORDS, parser);
        YamlFields words = YamlFields.of(texts, FILE_WORDS, parser);
        return new Timeline(
                pairs("history", shared, DATED, words, MILESTONE)
                        .map(Timeline::milestone)
                        .toList(),
                pairs("providers", shared, COMPANY, words, OFFER)
                        .map(Timeline::offer)
                        .toList(),
                pairs("op25b", shared, DATED, words, CLOSING)
                        .map(Timeline::closing)
                        .toList());
    }

    private static Stream<TranslatedPair> pairs(
            String list, YamlFields shared, Set<String> facts, YamlFields texts, Set<String> words) {
        return TranslatedPair.join("id", shared.parts(list, facts), texts.parts(list, words), texts.file()).stream();
    }

    private static Milestone milestone(TranslatedPair pair) {
        YamlFields text = pair.text();
        return new Milestone(
                text.text("id"),
                date(pair.shared(), "date"),
                text.prose("when"),
                text.prose("title"),
                text.prose("text"),
                text.prose("source"));
    }

    private static Offer offer(TranslatedPair pair) {
        YamlFields company = pair.shared();
        return new Offer(
                company.text("id"),
                company.find("minutes").map(minutes -> minutes.parsed("number", Integer::valueOf)),
                date(company, "start"),
                date(company, "end"),
                pair.text().prose("name"),
                pair.text().prose("note"));
    }

    private static Closing closing(TranslatedPair pair) {
        return new Closing(
                pair.shared().text("id"),
                date(pair.shared(), "date"),
                pair.text().prose("text"));
    }

    private static Optional<String> date(YamlFields fields, String word) {
        return fields.find(word).map(date -> date.parsed("date", Timeline::date));
    }

    /** Sees that it is one: 1998, 1998-07 or 1998-07-22. */
    private static String date(String word) {
        LocalDate.parse(word + "0000-01-01".substring(Math.min(word.length(), 10)));
        return word;
    }
}
