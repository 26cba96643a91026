package popbeforesmtp.web.classroom;

import java.util.Arrays;
import java.util.List;
import popbeforesmtp.classroom.Question;
import popbeforesmtp.classroom.Tally;

/**
 * How many have predicted what, as bars.
 *
 * @param bars in the order of the choices
 * @param all how many have chosen anything
 */
public record TallyModel(List<Bar> bars, int all) {

    /**
     * One choice.
     *
     * @param choice {@code sent refused unsure}
     * @param count how many have chosen it
     * @param width how long its bar is, in percent
     */
    public record Bar(String choice, int count, int width) {

        /** The key of its words. */
        public String words() {
            return "class.predict." + choice;
        }
    }

    static TallyModel of(Question question) {
        Tally tally = question.tally();
        return new TallyModel(
                Arrays.stream(Question.Choice.values())
                        .map(choice -> new Bar(choice.id(), tally.of(choice), tally.share(choice)))
                        .toList(),
                tally.all());
    }
}
