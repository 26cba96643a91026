package popbeforesmtp.web;

import io.javalin.http.Context;
import java.util.Optional;
import popbeforesmtp.lesson.Cases;
import popbeforesmtp.sandbox.Press;
import popbeforesmtp.sandbox.SetUp;
import popbeforesmtp.sandbox.View;
import popbeforesmtp.sandbox.World;
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
     * The set-up that a press on this page is about; nothing if there is none. Usually the form names the case.
     *
     * @param from the page's address
     */
    default Optional<SetUp> wanted(String from, Cases cases, Form form) {
        return TryPages.setUp(cases, form.value("case"));
    }

    /**
     * The press that a button of this page stands for; nothing if it is none.
     *
     * @param from the page's address
     * @param shown the world as this page shows it
     */
    default Optional<Press> press(String from, Form form, View shown) {
        return form.press();
    }

    /**
     * Notes what a press on this page has led to.
     *
     * @param from the page's address
     */
    default void pressed(String from, World world, View view) {}

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
