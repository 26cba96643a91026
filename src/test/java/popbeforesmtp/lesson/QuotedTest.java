package popbeforesmtp.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import popbeforesmtp.Practice;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.lesson.course.Trial;
import popbeforesmtp.lesson.course.Trial.Guidance;
import popbeforesmtp.lesson.course.Worksheet;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.world.WorldView;

/** What the lessons and the worksheet quote of the servers, the servers say. */
class QuotedTest {

    private static final Library LIBRARY = Library.load(ResourceRoot.live(Path.of("")));

    /** What a text quotes of a dialogue: replies, addresses, names of servers. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?<![\\d.])(?:250|220|530|535|550)(?![\\d.])|\\+OK \\d+ \\d+|\\+OK|-ERR|\\d+\\.\\d+\\.\\d+\\.\\d+|smtp\\.\\w+\\.example");

    @RegisterExtension
    static final Practice PRACTICE = Practice.start();

    @ParameterizedTest
    @MethodSource("popbeforesmtp.lesson.LessonsTest#trials")
    void what_a_text_quotes_was_said(String name) {
        Trial played = LessonsTest.trial("ja", name);
        Player player = new Player(PRACTICE.worlds().make(name, "nobody"), played.setUp());
        Set<String> said = new HashSet<>();
        for (Press press : played.steps()) {
            note(said, player.press(press));
        }
        for (String language : ContentFiles.LANGUAGES) {
            for (String text : texts(LessonsTest.trial(language, name).guidance())) {
                assertThat(QUOTED.matcher(text).results().map(found -> found.group()))
                        .as("%s: %s", language, text)
                        .allMatch(quoted -> said.stream().anyMatch(line -> line.contains(quoted)));
            }
        }
    }

    /** What the dialogue says, and what the settings are. */
    private static void note(Set<String> said, WorldView view) {
        view.talk().stream()
                .filter(Event.Said.class::isInstance)
                .map(event -> ((Event.Said) event).line())
                .forEach(said::add);
        view.address().map(InetAddress::getHostAddress).ifPresent(said::add);
        said.add("smtp." + view.options().outgoing());
    }

    private static List<String> texts(Guidance guidance) {
        List<String> texts = new ArrayList<>();
        Stream.of(guidance.setting(), guidance.task(), guidance.hint(), guidance.bigger())
                .forEach(prose -> texts.add(prose.plain()));
        guidance.look().ifPresent(look -> texts.add(look.plain()));
        return texts;
    }

    @Test
    void the_answers_of_the_worksheet_are_what_the_trials_lead_to() {
        Map<String, String> trials = Map.of("1", "2a", "2", "2b", "3", "4b", "4", "5a", "5", "5c");
        for (String language : ContentFiles.LANGUAGES) {
            for (Worksheet.Answer answer :
                    LIBRARY.in(language).worksheet().answers().rows()) {
                boolean sent = LessonsTest.trial(language, trials.getOrDefault(answer.id(), ""))
                                .goal()
                                .end()
                                .outcome()
                        == Outcome.SENT;
                assertThat(answer.result().plain()).as(answer.id()).isEqualTo(sent ? "○" : "×");
                assertThat(answer.reply().plain()).as(answer.id()).isEqualTo(sent ? "250" : "550");
            }
        }
    }
}
