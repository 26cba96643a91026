package popbeforesmtp.web;

import io.javalin.http.Context;
import java.util.Optional;
import popbeforesmtp.sandbox.SetUp;
import popbeforesmtp.sandbox.View;
import popbeforesmtp.sandbox.Worlds;

/** A page on which a learner's world stands. Presses that are made from it are answered by it. */
interface WorldPage {

    /**
     * Shows the page.
     *
     * @param part whether only what a press may change is wanted
     */
    void show(Context ctx, Standing standing, boolean part);

    /**
     * How things stand for one learner on one page.
     *
     * @param from the page's address without base path and language, {@code /read/dion?claim=D4}
     * @param wanted the set-up that the page is about
     * @param world the learner's world, whatever it plays; nothing if there is none
     * @param told what to say about the press itself
     */
    record Standing(String from, SetUp wanted, Optional<View> world, Optional<Told> told) {

        /** The world if it plays what the page is about, else how that will start. */
        View shown() {
            return world.filter(playing -> playing.setUp().equals(wanted)).orElseGet(() -> Worlds.before(wanted));
        }

        /** What every form carries. */
        String step() {
            return world.map(View::step).orElse(View.UNMADE);
        }

        /** The page's address without its query. */
        String slug() {
            int query = from.indexOf('?');
            return query < 0 ? from : from.substring(0, query);
        }

        /** The query of the page's address with its question mark, or empty. */
        String query() {
            return from.substring(slug().length());
        }
    }
}
