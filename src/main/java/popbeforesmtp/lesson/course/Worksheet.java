package popbeforesmtp.lesson.course;

import java.util.List;
import popbeforesmtp.lesson.prose.Prose;

/**
 * The practice sheet, one page to write on, and its answers.
 *
 * @param heading its heading
 * @param words the words to fill in
 * @param trials what to try and to write down
 * @param difference what is compared
 * @param telling how to tell it at home
 * @param closing its end
 * @param answers the answers, a sheet of their own
 */
public record Worksheet(
        Heading heading,
        WordsTask words,
        TrialsTask trials,
        Difference difference,
        Telling telling,
        Closing closing,
        Answers answers) {

    /**
     * The head of the sheet.
     *
     * @param title its heading
     * @param date where the date is written
     */
    public record Heading(Prose title, Prose date) {}

    /**
     * The end of the sheet.
     *
     * @param surprise the last question
     * @param overleaf what is on the back
     */
    public record Closing(Prose surprise, Prose overleaf) {}

    /** Its heading. */
    public Prose title() {
        return heading.title();
    }

    /** Where the date is written. */
    public Prose date() {
        return heading.date();
    }

    /** The last question. */
    public Prose surprise() {
        return closing.surprise();
    }

    /** What is on the back. */
    public Prose overleaf() {
        return closing.overleaf();
    }

    /**
     * Words to fill in.
     *
     * @param title its heading
     * @param task what to do
     * @param choices the words to choose from
     * @param rows where they go
     */
    public record WordsTask(Prose title, Prose task, List<Prose> choices, List<Gap> rows) {

        /** Keeps the lists as they are now. */
        public WordsTask {
            choices = List.copyOf(choices);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A gap to fill in.
     *
     * @param before what stands before it
     * @param after what stands after it
     * @param answer what belongs into it
     */
    public record Gap(Prose before, Prose after, Prose answer) {}

    /**
     * What is compared.
     *
     * @param title its heading
     * @param gap the sentence
     */
    public record Difference(Prose title, Gap gap) {}

    /**
     * What to try.
     *
     * @param title its heading
     * @param legend how guesses are written
     * @param columns the headings of the columns: what, guess, result, reply
     * @param rows what to try
     */
    public record TrialsTask(Prose title, Prose legend, List<Prose> columns, List<Row> rows) {

        /** Keeps the lists as they are now. */
        public TrialsTask {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A line of the table.
     *
     * @param id its number, the same in the answers
     * @param mark its number as it is printed
     * @param text what to try
     */
    public record Row(String id, Prose mark, Prose text) {}

    /**
     * A sentence with several gaps.
     *
     * @param title its heading
     * @param parts what is printed; a gap stands between two parts
     * @param answers what belongs into the gaps
     * @param note a remark to the answers
     */
    public record Telling(Prose title, List<Prose> parts, List<Prose> answers, Prose note) {

        /** Keeps the lists as they are now. */
        public Telling {
            parts = List.copyOf(parts);
            answers = List.copyOf(answers);
        }
    }

    /**
     * The answers.
     *
     * @param title their heading
     * @param rows the answers to the trials, ids as there
     * @param puzzle the answers to the boxes A to D
     * @param surprise the answer to the last question
     */
    public record Answers(Prose title, List<Answer> rows, List<Solved> puzzle, Prose surprise) {

        /** Keeps the lists as they are now. */
        public Answers {
            rows = List.copyOf(rows);
            puzzle = List.copyOf(puzzle);
        }
    }

    /**
     * The answer to a trial.
     *
     * @param id the trial's
     * @param result the mark
     * @param reply the number of the reply
     * @param why why
     */
    public record Answer(String id, Prose result, Prose reply, Prose why) {}

    /**
     * The answer to a box.
     *
     * @param id the box
     * @param reply what is seen
     * @param why the cause
     */
    public record Solved(String id, Prose reply, Prose why) {}
}
