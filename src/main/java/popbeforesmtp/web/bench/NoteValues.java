package popbeforesmtp.web.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.sandbox.explain.Deed;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.Times;

/**
 * The figures of a note on what was done: from what really happened, never from the text. {@code reply1}, {@code reply2} … are
 * the replies to the presses of mail in their order, {@code until} and {@code left} stand in the row that decided, {@code
 * waited} is the time from the latest receiving to the latest press, {@code time} the clock.
 */
public final class NoteValues {

    private NoteValues() {}

    /** The values, in the form of the reader's language. */
    public static Map<String, Object> of(WorldView view, Localizer words) {
        Map<String, Object> values = new HashMap<>();
        List<Deed.Half> halves =
                view.deeds().stream().flatMap(deed -> deed.main().stream()).toList();
        for (int i = 0; i < halves.size(); i++) {
            values.put("reply" + (i + 1), halves.get(i).reply());
        }
        row(view).ifPresent(row -> {
            values.put("until", words.brief(row.until()));
            values.put("left", Times.span(words.language(), row.left()));
        });
        received(view)
                .ifPresent(at -> values.put("waited", Times.span(words.language(), Duration.between(at, view.now()))));
        values.put("time", words.brief(view.now()));
        return values;
    }

    private static Optional<WorldView.Row> row(WorldView view) {
        return view.list().stream()
                .filter(WorldView.Row::key)
                .findFirst()
                .or(() -> view.list().stream().findFirst());
    }

    private static Optional<Instant> received(WorldView view) {
        return view.deeds().stream()
                .filter(deed -> deed.receiving()
                        .filter(half -> half.outcome() == Outcome.RECEIVED)
                        .isPresent())
                .map(Deed::at)
                .reduce((earlier, later) -> later);
    }
}
