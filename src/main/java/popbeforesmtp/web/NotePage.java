package popbeforesmtp.web;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.UnaryOperator;
import popbeforesmtp.lesson.Marks;

/** A page on which something is noted of a learner's progress: guesses, hints, answers. No note changes a world. */
interface NotePage {

    /** Whether there is such a page. */
    boolean isThere(String from);

    /**
     * What a form of this page notes; nothing if there is no sense in it.
     *
     * @param from the page's address
     */
    Optional<Note> note(String from, Form form);

    /** Shows the part of the page that a note may change. */
    void showPart(Context ctx, String from);

    /**
     * A note.
     *
     * @param change what is noted
     * @param to the address that shows it, with the place on the page, {@code /learn/2#question}
     * @param told what to say about it, if anything
     */
    record Note(UnaryOperator<Marks> change, String to, Optional<Told> told) {

        /** A note of which nothing more is to be said. */
        static Note of(String to, UnaryOperator<Marks> change) {
            return new Note(change, to, Optional.empty());
        }
    }
}
