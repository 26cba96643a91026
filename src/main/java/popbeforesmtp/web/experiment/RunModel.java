package popbeforesmtp.web.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.run.Run;
import popbeforesmtp.sandbox.run.RunId;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.bench.PressLabels;
import popbeforesmtp.web.page.Localizer;

/**
 * A run at one of its places: after a line of a press.
 *
 * @param id its name
 * @param run the run
 * @param spot where
 * @param presses its presses, the start first
 */
record RunModel(RunId id, Run run, Spot spot, List<Pressed> presses) {

    /**
     * A place in a run.
     *
     * @param at the press, 0 for the start
     * @param line how many of its lines were said
     */
    record Spot(int at, int line) {

        /** As in the address of the page. */
        public String query() {
            return "?at=" + at + "&line=" + line;
        }
    }

    /**
     * A press of a run.
     *
     * @param words what was pressed
     * @param time when it was over
     * @param outcome how it ended, in kebab case, if it was about mail
     * @param query leads to its end
     * @param current whether the page shows it
     */
    record Pressed(String words, String time, @Nullable String outcome, String query, boolean current) {}

    /**
     * A run at a place.
     *
     * @param at the press; its end if there are fewer
     * @param line the line; its last one if there are fewer
     */
    static RunModel of(RunId id, Run run, int at, int line, Localizer words) {
        int press = Math.max(0, Math.min(at, run.presses()));
        Spot spot = new Spot(press, Math.max(0, Math.min(line, run.lines(press))));
        List<Pressed> presses = new ArrayList<>();
        for (int i = 0; i <= run.presses(); i++) {
            WorldView after = run.after(i);
            presses.add(new Pressed(
                    i == 0 ? words.plain("run.start") : PressLabels.words(run.press(i), words),
                    words.brief(after.now()),
                    after.result().flatMap(Result::outcome).map(Outcome::kebab).orElse(null),
                    new Spot(i, run.lines(i)).query(),
                    i == press));
        }
        return new RunModel(id, run, spot, presses);
    }

    /** The world there. */
    WorldView view() {
        return run.during(spot.at(), spot.line());
    }

    /** Where the reader is, in words. */
    public String where(Localizer words) {
        return words.counted("run.at.press", spot.at(), run.presses())
                + (run.lines(spot.at()) == 0
                        ? ""
                        : words.plain("run.at.and") + words.counted("run.at.line", spot.line(), run.lines(spot.at())));
    }

    /** Before anything. */
    public String first() {
        return new Spot(0, 0).query();
    }

    /** The end of all. */
    public String last() {
        return new Spot(run.presses(), run.lines(run.presses())).query();
    }

    /** One line on; nothing at the end. */
    public @Nullable String next() {
        return spot.line() < run.lines(spot.at())
                ? new Spot(spot.at(), spot.line() + 1).query()
                : spot.at() < run.presses()
                        ? new Spot(spot.at() + 1, Math.min(1, run.lines(spot.at() + 1))).query()
                        : null;
    }

    /** One line back; nothing at the beginning. */
    public @Nullable String back() {
        return spot.line() > 0
                ? new Spot(spot.at(), spot.line() - 1).query()
                : spot.at() > 0 ? new Spot(spot.at() - 1, run.lines(spot.at() - 1)).query() : null;
    }

    /** The key of what going on from there does. */
    public String goesOn() {
        boolean whole = spot.at() == 0 || spot.line() >= run.lines(spot.at());
        return whole
                ? "run.branch.after"
                : run.canGoOn(spot.at(), spot.line()) ? "run.branch.line" : "run.branch.before";
    }

    /** How a run's last mail ended. */
    static Optional<Outcome> ended(WorldView view) {
        return view.deeds().stream()
                .flatMap(deed -> deed.main().stream())
                .reduce((earlier, later) -> later)
                .map(half -> half.outcome());
    }
}
