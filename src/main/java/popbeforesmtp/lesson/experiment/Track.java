package popbeforesmtp.lesson.experiment;

import java.util.Optional;
import popbeforesmtp.sandbox.explain.Deed;
import popbeforesmtp.sandbox.press.Press;

/**
 * How far somebody is on a way: a machine that is given one deed after the other. What it will say of later deeds depends on
 * {@link #memory()} alone, of which a way has a few dozen.
 *
 * <p>The ladder only looks: trying its rungs leads nobody astray. What is chosen may be chosen one by one, and otherwise again:
 * of choices that follow each other only the last one counts.
 *
 * @param route the whole way
 * @param memory what counts for later
 * @param latest what was done last, looks left out
 */
public record Track(Route route, Memory memory, Optional<Deed> latest) {

    /**
     * What counts for later.
     *
     * @param now where one is
     * @param beforeChoices where one was before the choices that were made last; nothing if something else came since
     * @param looked whether the latest press only looked
     */
    public record Memory(Spot now, Optional<Spot> beforeChoices, boolean looked) {}

    /**
     * A spot on the way.
     *
     * @param done how many steps were done, one after the other from the start
     * @param partly whether a part of what the next one wants chosen was chosen
     * @param beside whether anything was done since that is not on the way
     */
    public record Spot(int done, boolean partly, boolean beside) {}

    /** The beginning of a way. */
    static Track start(Route route) {
        return new Track(route, new Memory(new Spot(0, false, false), Optional.empty(), false), Optional.empty());
    }

    /** The same after one more deed. */
    Track after(Deed deed) {
        if (deed.press() instanceof Press.Climb) {
            return new Track(route, new Memory(memory.now, memory.beforeChoices, true), latest);
        }
        boolean choice = deed.press() instanceof Press.Choose;
        Spot from = choice ? memory.beforeChoices.orElse(memory.now) : memory.now;
        return new Track(
                route,
                new Memory(moved(from, deed), choice ? Optional.of(from) : Optional.empty(), false),
                Optional.of(deed));
    }

    private Spot moved(Spot from, Deed deed) {
        boolean onTheWay =
                !from.beside && !from.partly && from.done < route.steps().size();
        if (onTheWay && route.steps().get(from.done).fits(deed)) {
            return new Spot(from.done + 1, false, false);
        }
        boolean part = onTheWay && route.isPart(from.done, deed);
        return new Spot(from.done, part, !part);
    }

    /** How many of its steps were done, one after the other from the start. */
    public int done() {
        return memory.now.done;
    }

    /** Whether all was done, whatever came then. */
    public boolean isOver() {
        return done() == route.steps().size();
    }

    /** Whether all was done just now: what the page shows is what the last step led to. */
    public boolean isDone() {
        return isOver() && !memory.now.beside && !memory.looked;
    }

    /** Whether something else was pressed before the end: from there on, only a new start leads on. */
    public boolean isLost() {
        return !isOver() && memory.now.beside;
    }

    /** The step that comes next; nothing when all was done, or the way is lost. */
    public Optional<RouteStep> next() {
        return isLost() || isOver()
                ? Optional.empty()
                : Optional.of(route.steps().get(done()));
    }

    /** What was done last, if it was not on the way. */
    public Optional<Deed> stray() {
        return latest.filter(deed -> memory.now.beside);
    }
}
