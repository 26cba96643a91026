package popbeforesmtp.web.world;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import popbeforesmtp.lesson.course.LearnerRecord;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.http.Form;
import popbeforesmtp.web.page.Notice;

/** A page on which something is noted of a learner's progress: guesses, hints, answers. No note changes a world. */
public interface NotePage {

    /** Whether there is such a page. */
    boolean isThere(String from);

    /**
     * What a form of this page notes; nothing if there is no sense in it.
     *
     * @param from the page's address
     */
    Optional<Note> note(String from, Form form);

    /**
     * The same for a form that is judged by what was seen.
     *
     * @param from the page's address
     * @param seen the learner's world, if there is one; asked for only where it is needed
     */
    default Optional<Note> note(String from, Form form, Supplier<Optional<WorldView>> seen) {
        return note(from, form);
    }

    /** Shows the part of the page that a note may change. */
    void showPart(Context ctx, String from);

    /**
     * A note.
     *
     * @param change what is noted
     * @param to the address that shows it, with the place on the page, {@code /learn/2#question}
     * @param told what to say about it, if anything
     */
    record Note(UnaryOperator<LearnerRecord> change, String to, Optional<Notice> told) {

        /** A note of which nothing more is to be said. */
        public static Note of(String to, UnaryOperator<LearnerRecord> change) {
            return new Note(change, to, Optional.empty());
        }
    }
}
