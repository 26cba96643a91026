package popbeforesmtp.browser;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import popbeforesmtp.lesson.experiment.StepExpectation;

/** Compares a promise with what the page shows, and notes every difference. */
final class Kept {

    private static final Words WORDS = Words.load();

    private final String where;
    private final Shown shown;
    private final SoftAssertions softly;

    /** @param where which press it is, for the one who reads of a difference */
    Kept(String where, Shown shown, SoftAssertions softly) {
        this.where = where;
        this.shown = shown;
        this.softly = softly;
    }

    void note(StepExpectation promise) {
        noteEnding(promise);
        noteWords(promise);
        noteClock(promise);
        noteRows(promise);
        promise.address()
                .ifPresent(address -> softly.assertThat(shown.map())
                        .as("%s: address on the map", where)
                        .contains(address.getHostAddress()));
        promise.friendMail()
                .ifPresent(mails -> softly.assertThat(shown.mails())
                        .as("%s: mails of taro", where)
                        .isEqualTo(mails));
        for (String line : promise.lines()) {
            softly.assertThat(shown.lines()).as("%s: dialogue", where).anyMatch(said -> said.startsWith(line));
        }
    }

    private void noteEnding(StepExpectation promise) {
        List<String> promised = promise.ending()
                .map(ending -> List.of(
                        ending.outcome().kebab(),
                        ending.receive().map(half -> half.kebab()).orElse(""),
                        ending.reply(),
                        ending.reason().map(reason -> reason.kebab()).orElse("")))
                .orElse(List.of("", "", "", ""));
        softly.assertThat(Arrays.asList(shown.outcome(), shown.receive(), shown.reply(), shown.reason()))
                .as("%s: outcome, receive, reply, reason", where)
                .isEqualTo(promised);
    }

    private void noteWords(StepExpectation promise) {
        String told = shown.told();
        for (StepExpectation.Explanation explanation : promise.explanations()) {
            softly.assertThat(told).as("%s: %s", where, explanation.key()).contains(WORDS.parts(explanation));
        }
        for (StepExpectation.RecipientResult result : promise.results()) {
            softly.assertThat(told).as("%s: results", where).containsSubsequence(result.recipient(), result.reply());
        }
    }

    private void noteClock(StepExpectation promise) {
        promise.clock().ifPresent(now -> {
            softly.assertThat(OffsetDateTime.parse(shown.clock()).toInstant())
                    .as("%s: datetime of the clock", where)
                    .isEqualTo(now);
            softly.assertThat(shown.time()).as("%s: clock", where).endsWith(Words.time(now));
        });
    }

    private void noteRows(StepExpectation promise) {
        promise.rows().ifPresent(rows -> {
            List<Shown.Row> lists = shown.rows();
            boolean ends = lists.stream().noneMatch(row -> row.until().isEmpty());
            softly.assertThat(lists.stream().map(row -> row.withKey(false)))
                    .as("%s: list", where)
                    .containsExactlyElementsOf(
                            rows.stream().map(row -> promised(row, ends)).toList());
            for (int i = 0; i < Math.min(rows.size(), lists.size()); i++) {
                boolean key = lists.get(i).key();
                rows.get(i)
                        .key()
                        .ifPresent(wanted -> softly.assertThat(key)
                                .as("%s: this row decided", where)
                                .isEqualTo(wanted));
            }
        });
    }

    private static Shown.Row promised(StepExpectation.Row row, boolean ends) {
        return new Shown.Row(
                row.host(),
                row.state().name().toLowerCase(Locale.ROOT),
                row.address().getHostAddress(),
                ends ? Words.time(row.until()) : "",
                false);
    }
}
