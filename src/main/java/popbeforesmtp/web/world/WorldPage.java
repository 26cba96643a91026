package popbeforesmtp.web.world;

import io.javalin.http.Context;
import java.util.Optional;
import popbeforesmtp.lesson.experiment.Cases;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.http.Form;

/** A page on which a learner's world stands. PressHandler that are made from it are answered by it. */
public interface WorldPage {

    /**
     * Shows the page.
     *
     * @param part whether only what a press may change is wanted
     */
    void show(Context ctx, PageState standing, boolean part);

    /**
     * The set-up that a press on this page is about; nothing if there is none. Usually the form names the case.
     *
     * @param from the page's address
     */
    default Optional<SetUp> wanted(String from, Cases cases, Form form) {
        return cases.setUp(form.value("case"));
    }

    /**
     * The press that a button of this page stands for; nothing if it is none.
     *
     * @param from the page's address
     * @param shown the world as this page shows it
     */
    default Optional<Press> press(String from, Form form, WorldView shown) {
        return new PressForm(form).press();
    }

    /**
     * ProgressHandler what a press on this page has led to.
     *
     * @param from the page's address
     */
    default void pressed(String from, SeatSession world, WorldView view) {}

    /** Whether this page can show the world whatever it plays: then an undone beginning leads back to the case before. */
    default boolean showsEveryCase() {
        return false;
    }
}
