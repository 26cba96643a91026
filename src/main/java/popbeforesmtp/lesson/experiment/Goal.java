package popbeforesmtp.lesson.experiment;

import java.time.Instant;
import java.util.Optional;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.world.WorldView;

/**
 * What a world must have come to for something to be shown: the right press in the right place, late enough, with the
 * right ending. It is taken from what the case promises, so the site never asks for more than a test has seen.
 *
 * @param caseId the case that must be played
 * @param press the kind of press that shows it
 * @param end how it ends
 * @param place where it is done
 * @param notBefore the practice time before which it shows nothing
 * @param letters how many mails taro has then, at least
 */
public record Goal(
        String caseId, Press press, ExpectedOutcome end, Place place, Optional<Instant> notBefore, int letters) {

    /**
     * The goal of doing what the case does up to one of its steps.
     *
     * @param last the number of the step, counted from 0
     * @param press what is pressed there, if that is not what the case presses
     */
    public static Goal of(Case played, int last, ExpectedOutcome end, Press press) {
        Place place = played.setUp().place();
        Optional<Instant> clock = Optional.empty();
        boolean moved = false;
        int letters = 0;
        for (Step step : played.steps().subList(0, last + 1)) {
            place = place(step.press(), place);
            moved |= step.press() instanceof Press.Advance;
            clock = step.promise().clock().isPresent() ? step.promise().clock() : clock;
            letters = step.promise().friendMail().orElse(letters);
        }
        return new Goal(played.id(), press, end, place, moved ? clock : Optional.empty(), letters);
    }

    /** Where somebody is after a press. */
    private static Place place(Press press, Place before) {
        if (press instanceof Press.MoveTo move) {
            return move.place();
        }
        if (press instanceof Press.NextCallerDials) {
            return Place.NEXT_CALLER;
        }
        return press instanceof Press.Dial ? Place.PHONE : before;
    }

    /** Whether this world has come to it with the press that caused its latest dialogue. */
    public boolean isReached(WorldView view) {
        return view.setUp().id().equals(caseId)
                && view.place() == place
                && view.friendMail().size() >= letters
                && view.talked().filter(this::fits).isPresent();
    }

    private boolean fits(Result result) {
        return result.press().getClass() == press.getClass()
                && notBefore.filter(result.at()::isBefore).isEmpty()
                && end.fits(result);
    }
}
