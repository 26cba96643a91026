package popbeforesmtp.web.world;

import java.util.Optional;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.web.page.Notice;

/**
 * How things stand for one learner on one page.
 *
 * @param from the page's address without base path and language, {@code /read/dion?claim=D4}
 * @param wanted the set-up that the page is about
 * @param world the learner's world, whatever it plays; nothing if there is none
 * @param told what to say about the press itself
 */
public record PageState(String from, SetUp wanted, Optional<WorldView> world, Optional<Notice> told) {

    /** The world if it plays what the page is about, else how that will start. */
    public WorldView shown() {
        return world.filter(playing -> playing.setUp().equals(wanted)).orElseGet(() -> Worlds.before(wanted));
    }

    /** What every form carries. */
    public String step() {
        return world.map(WorldView::step).orElse(WorldView.UNMADE);
    }

    /** The page's address without its query. */
    public String slug() {
        int query = from.indexOf('?');
        return query < 0 ? from : from.substring(0, query);
    }

    /** The query of the page's address with its question mark, or empty. */
    public String query() {
        return from.substring(slug().length());
    }
}
