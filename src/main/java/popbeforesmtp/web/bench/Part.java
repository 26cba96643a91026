package popbeforesmtp.web.bench;

import java.util.function.Function;
import java.util.function.Predicate;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.world.PageState;

/**
 * A part of a page that a press may change: an element with an id, which htmx swaps by itself.
 *
 * @param template the file that has it
 * @param id with a {@code #}; behind a colon how it is swapped, if not as a whole
 * @param shows what it shows of the page's state: it need not be swapped while that is the same
 * @param isThere whether the page has it now
 */
public record Part(String template, String id, Function<PageState, Object> shows, Predicate<PageState> isThere) {

    /** A part that is always there. */
    public Part(String template, String id, Function<PageState, Object> shows) {
        this(template, id, shows, state -> true);
    }

    /** A part that shows something of the world. */
    public static Part ofWorld(String template, String id, Function<WorldView, Object> shows) {
        return new Part(template, id, state -> shows.apply(state.shown()));
    }

    /** The same part on pages that have it only sometimes. */
    public Part when(Predicate<PageState> there) {
        return new Part(template, id, shows, there);
    }

    /** Where it is in its file. */
    String selector() {
        int colon = id.indexOf(':');
        return colon < 0 ? id : id.substring(0, colon);
    }

    /** Whether it shows something else than before the press, or nobody knows what it showed. */
    boolean isChanged(PageState now) {
        return isThere.test(now)
                && now.before()
                        .filter(before -> shows.apply(before).equals(shows.apply(now)))
                        .isEmpty();
    }
}
