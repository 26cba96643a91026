package popbeforesmtp.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.lesson.experiment.StepExpectation;
import popbeforesmtp.lesson.experiment.StepExpectation.Ending;
import popbeforesmtp.lesson.experiment.StepExpectation.Explanation;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.world.WorldView;

/** What was promised beside what is seen. */
public final class Difference {

    private final String where;
    private final StepExpectation promise;
    private final WorldView view;
    private final SoftAssertions softly;

    private Difference(String where, StepExpectation promise, WorldView view, SoftAssertions softly) {
        this.where = where;
        this.promise = promise;
        this.view = view;
        this.softly = softly;
    }

    /** Notes whatever is not as promised. */
    public static void note(String where, StepExpectation promise, WorldView view, SoftAssertions softly) {
        assertThat(view.result()).as("%s: a press has a result", where).isPresent();
        new Difference(where, promise, view, softly).note(view.result().orElseThrow());
    }

    private void note(Result result) {
        softly.assertThat(ending(result)).as("%s: ending", where).isEqualTo(promise.ending());
        for (Explanation explanation : promise.explanations()) {
            softly.assertThat(Stream.concat(result.messages().stream(), result.next().stream()))
                    .as("%s: tells", where)
                    .anySatisfy(telling ->
                            assertThat(telling).matches(it -> tells(it, explanation), explanation.toString()));
        }
        promise.clock()
                .ifPresent(clock ->
                        softly.assertThat(view.now()).as("%s: clock", where).isEqualTo(clock));
        promise.address()
                .ifPresent(address -> softly.assertThat(view.address())
                        .as("%s: address", where)
                        .contains(address));
        promise.rows()
                .ifPresent(rows ->
                        softly.assertThat(seen(rows)).as("%s: list", where).isEqualTo(rows));
        promise.friendMail()
                .ifPresent(mails -> softly.assertThat(view.friendMail())
                        .as("%s: taro", where)
                        .hasSize(mails));
        if (!promise.results().isEmpty()) {
            softly.assertThat(results(result)).as("%s: results", where).isEqualTo(promise.results());
        }
        softly.assertThat(promise.lines())
                .as("%s: says", where)
                .allSatisfy(line -> assertThat(said()).anyMatch(said -> said.startsWith(line)));
        softly.assertThat(promise.sealed())
                .as("%s: sealed", where)
                .allSatisfy(line -> assertThat(view.talk())
                        .anyMatch(event -> event instanceof Event.Said said
                                && said.sealed()
                                && said.line().startsWith(line)));
    }

    private static Optional<Ending> ending(Result result) {
        return result.outcome().map(outcome -> new Ending(outcome, result.receive(), result.reply(), result.reason()));
    }

    private static boolean tells(Message telling, Explanation explanation) {
        return telling.key().equals(explanation.key())
                && explanation.values().entrySet().stream()
                        .allMatch(value ->
                                text(telling.values().get(value.getKey())).equals(value.getValue()));
    }

    private static String text(Object value) {
        if (value instanceof InetAddress address) {
            return address.getHostAddress();
        }
        return value instanceof Instant instant
                ? instant.atOffset(ZoneOffset.ofHours(9)).toLocalTime().toString()
                : String.valueOf(value);
    }

    /** The rows of the page, with the mark of the deciding one only where it was promised. */
    private List<StepExpectation.Row> seen(List<StepExpectation.Row> promised) {
        List<WorldView.Row> rows = view.list();
        return rows.stream()
                .map(row -> new StepExpectation.Row(
                        row.host(),
                        row.address(),
                        row.until(),
                        row.kept().state(),
                        rows.size() == promised.size()
                                ? promised.get(rows.indexOf(row)).key().map(promise -> row.key())
                                : Optional.empty()))
                .toList();
    }

    private static List<StepExpectation.RecipientResult> results(Result result) {
        return result.recipients().stream()
                .map(each -> new StepExpectation.RecipientResult(
                        each.recipient(), each.replyLine().split(" ", 2)[0], each.reason()))
                .toList();
    }

    private List<String> said() {
        return view.talk().stream()
                .filter(Event.Said.class::isInstance)
                .map(event -> ((Event.Said) event).line())
                .toList();
    }
}
