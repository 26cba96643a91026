package popbeforesmtp.lesson.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.lesson.source.YamlNode;
import popbeforesmtp.sandbox.press.Providers;

/** Each sentence of a card that says what a program does leads to a case that does it. */
class ServerCardsTest {

    private static final ResourceRoot CONTENT = ResourceRoot.live(Path.of(""));
    private static final Library LIBRARY = Library.load(CONTENT);
    private static final Pattern LINK = Pattern.compile("\\]\\(case:([a-z0-9-]+)\\)");

    /** Sentences about what no program here does: they tell of other versions, of other machines, of what is not known. */
    private static final Set<String> BESIDE = Set.of(
            "A server with permission to call it could list any address it liked.",
            "A file in which the sending desk looks things up.",
            "Since version 2.10 the reply code is 454, unless someone changes it.",
            "In eleven tries it took from 0.6 to 9.6 seconds.",
            "How often is not known.",
            "A file called popip.db.",
            "The program itself could not be found.",
            "Where nobody could tell us how it worked, this site chose.",
            "In the first versions it was 60.",
            "For every new address it writes the whole table again, which was hard work for a busy server.",
            "When it is full, the oldest go first.",
            "There is no rule.",
            "It depends on how the sending desk asks, and on who clears the table.",
            "That depends on the sending desk.",
            "Whatever the sending desk says.",
            "If the sending desk does not check the time, you can send until someone clears the table.",
            "Unless someone switches it on, none of this happens.");

    private static final List<String> TOLD = List.of("hears", "list", "time", "reads", "says");

    /** A sentence of a card, as written. */
    private record Sentence(String program, String place, String text) {

        List<String> cases() {
            List<String> cases = new ArrayList<>();
            for (Matcher link = LINK.matcher(text); link.find(); ) {
                cases.add(link.group(1));
            }
            return cases;
        }

        String plain() {
            return text.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").strip();
        }
    }

    private static List<Sentence> sentences(String language) {
        String file = "content/" + language + "/servers.yml";
        List<Sentence> sentences = new ArrayList<>();
        var parts = YamlNode.read(file, CONTENT.text(file)).entries(Set.of("servers", "experiments", "words"));
        for (YamlNode card : parts.get("servers").items()) {
            var words = card.entries(
                    Set.of("id", "name", "who", "hears", "list", "time", "reads", "says", "faults", "columns"));
            String program = words.get("id").text();
            if (!program.equals(Providers.OWN_SERVER)) {
                TOLD.forEach(
                        word -> add(sentences, program, word, words.get(word).text()));
                int number = 0;
                for (YamlNode fault : words.get("faults").items()) {
                    add(sentences, program, "fault " + ++number, fault.text());
                }
            }
        }
        return sentences;
    }

    private static void add(List<Sentence> sentences, String program, String place, String text) {
        Arrays.stream(text.split("(?<=。)|(?<=[.:]) (?=\\[?[A-Z])", -1))
                .filter(sentence -> !sentence.isBlank())
                .forEach(sentence -> sentences.add(new Sentence(program, place, sentence)));
    }

    @Test
    void each_sentence_leads_to_a_case_or_is_known_to_tell_of_something_else() {
        assertThat(sentences("en"))
                .filteredOn(sentence -> sentence.cases().isEmpty())
                .extracting(Sentence::plain)
                .containsExactlyInAnyOrderElementsOf(BESIDE);
    }

    @Test
    void both_languages_lead_to_the_same_cases() {
        assertThat(led("ja")).isEqualTo(led("en"));
    }

    /** By the place on a card: the languages do not always end their sentences at the same words. */
    private static Map<String, Set<String>> led(String language) {
        Map<String, Set<String>> led = new TreeMap<>();
        for (Sentence sentence : sentences(language)) {
            led.computeIfAbsent(sentence.program() + " " + sentence.place(), absent -> new TreeSet<>())
                    .addAll(sentence.cases());
        }
        return led;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void a_case_is_done_with_the_program_whose_card_it_is(String language) {
        for (Sentence sentence : sentences(language)) {
            for (String id : sentence.cases()) {
                Case led = LIBRARY.cases().find(id).orElseThrow();
                assertThat(led.setUp().options().server()).as("%s", sentence).isEqualTo(sentence.program());
            }
        }
    }
}
