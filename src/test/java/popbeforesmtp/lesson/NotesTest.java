package popbeforesmtp.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.Practice;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.lesson.experiment.Goal;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.world.WorldView;

/** Every figure of a note, a time, a reply, an address, was on the screen when its experiment was done on the real servers. */
class NotesTest {

    private static final Library LIBRARY = Library.load(ResourceRoot.live(Path.of("")));
    private static final Pattern FIGURE = Pattern.compile(
            "\\d+\\.\\d+\\.\\d+\\.\\d+|\\d+時\\d+分|\\d+:\\d\\d|\\d+(?=分|秒| minutes?| seconds?)|\\b[245][0-5]\\d\\b|[+]OK|-ERR");
    private static final DateTimeFormatter FACE =
            DateTimeFormatter.ofPattern("h:mm").withZone(ZoneId.of("Asia/Tokyo"));

    @RegisterExtension
    static final Practice PRACTICE = Practice.start();

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void a_note_says_nothing_that_was_not_seen(String language) {
        List<String> untrue = new ArrayList<>();
        Edition edition = LIBRARY.in(language);
        edition.lessons()
                .forEach(lesson -> lesson.everything()
                        .forEach(trial -> trial.guidance()
                                .look()
                                .ifPresent(look -> note(
                                        lesson.number() + trial.name(),
                                        look.plain(),
                                        seen(List.of(trial.goal())),
                                        untrue))));
        edition.claims().all().stream()
                .filter(claim -> !claim.proofs().isEmpty())
                .forEach(claim -> note(claim.id(), claim.seen().plain(), seen(claim.proofs()), untrue));
        assertThat(untrue).isEmpty();
    }

    private static void note(String name, String text, Set<String> seen, List<String> untrue) {
        Matcher figures = FIGURE.matcher(text);
        while (figures.find()) {
            String figure = figures.group().replace("時", ":").replace("分", "");
            if (!seen.contains(figure)) {
                untrue.add(name + ": " + figure + " in " + text);
            }
        }
    }

    /** All figures that these experiments lead to. */
    private static Set<String> seen(List<Goal> goals) {
        Set<String> seen = new HashSet<>();
        for (Goal goal : goals) {
            Player player = new Player(
                    PRACTICE.worlds().make("notes " + PRACTICE.worlds().size(), "nobody"), goal.setUp());
            Set<Instant> times = new HashSet<>();
            times.add(player.seat().view().now());
            goal.presses().forEach(press -> look(player.press(press), times, seen));
            for (Instant one : times) {
                seen.add(FACE.format(one));
                for (Instant other : times) {
                    Duration between = Duration.between(one, other).abs();
                    seen.add(String.valueOf(between.toMinutes()));
                    seen.add(String.valueOf(between.toSeconds() % 60));
                }
            }
            seen.add(String.valueOf(goal.setUp().options().window()));
        }
        return seen;
    }

    private static void look(WorldView view, Set<Instant> times, Set<String> seen) {
        times.add(view.now());
        view.list().forEach(row -> {
            times.add(row.until());
            seen.add(row.address().getHostAddress());
        });
        view.address().ifPresent(address -> seen.add(address.getHostAddress()));
        view.talk().stream()
                .filter(Event.Said.class::isInstance)
                .map(event -> ((Event.Said) event).line().split("[ -]", 2)[0])
                .forEach(seen::add);
        view.talk().stream()
                .filter(Event.Said.class::isInstance)
                .filter(event -> ((Event.Said) event).line().startsWith("-ERR"))
                .forEach(event -> seen.add("-ERR"));
    }
}
