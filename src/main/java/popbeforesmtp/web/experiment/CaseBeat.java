package popbeforesmtp.web.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.experiment.Step;
import popbeforesmtp.lesson.experiment.StepExpectation.Ending;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.Program;
import popbeforesmtp.web.bench.PlaceDrawing;

/**
 * One beat in the picture of a case: what is pressed, and how the case promises that it ends. The promises are played against
 * the real servers by a test, so the picture is what happened there.
 *
 * @param words the key of its caption
 * @param drawing what is drawn
 * @param ends how it ends; nothing for a press without mail
 */
record CaseBeat(String words, String drawing, @Nullable Outcome ends) {

    private static final String BY_HAND = "beat.by-hand";

    /** The key of how it ends. */
    public @Nullable String verdict() {
        return ends == null ? null : "verdict." + ends.kebab();
    }

    /** How it ends, as {@code data-outcome}. */
    public @Nullable String state() {
        return ends == null ? null : ends.kebab();
    }

    /** The mark under it. */
    public @Nullable String mark() {
        if (ends == null) {
            return null;
        }
        return switch (ends) {
            case RECEIVED, SENT -> "yes";
            case REFUSED, RECEIVE_FAILED -> "no";
            case NO_ANSWER, CONNECTION_REFUSED, NAME_UNKNOWN, LOST -> "cut";
        };
    }

    /** The picture of a case. */
    static List<CaseBeat> of(Case experiment) {
        List<CaseBeat> beats = new ArrayList<>();
        Options options = experiment.setUp().options();
        for (Step step : experiment.steps()) {
            options = step.press() instanceof Press.Choose choose ? choose.options() : options;
            for (CaseBeat beat : of(step, options.program())) {
                if (beats.isEmpty() || !beat.isAgain(beats.get(beats.size() - 1))) {
                    beats.add(beat);
                }
            }
        }
        return List.copyOf(beats);
    }

    /** Whether a line was typed before this one, which is no beat of its own. */
    private boolean isAgain(CaseBeat before) {
        return words.equals(BY_HAND) && before.words.equals(BY_HAND) && ends == null;
    }

    private static List<CaseBeat> of(Step step, Program program) {
        Optional<Ending> ending = step.promise().ending();
        if (ending.isEmpty()) {
            return List.of(without(step.press()));
        }
        Outcome main = ending.get().outcome();
        if (step.press() instanceof Press.Receive || main == Outcome.RECEIVED) {
            return List.of(receiving(main));
        }
        CaseBeat sending = sending(main);
        return ending.get()
                .receive()
                .map(received -> program == Program.RECEIVE_BEFORE_SEND
                        ? List.of(receiving(received), sending)
                        : List.of(sending, receiving(received)))
                .orElse(List.of(sending));
    }

    private static CaseBeat receiving(Outcome outcome) {
        return new CaseBeat("beat.receive", "letter-in", outcome);
    }

    private static CaseBeat sending(Outcome outcome) {
        String drawing = switch (outcome) {
            case SENT, RECEIVED -> "letter-stamped";
            case REFUSED, RECEIVE_FAILED -> "letter-held";
            case NO_ANSWER, CONNECTION_REFUSED, NAME_UNKNOWN, LOST -> "letter-cut";
        };
        return new CaseBeat("beat.send", drawing, outcome);
    }

    private static CaseBeat without(Press press) {
        if (press instanceof Press.MoveTo move) {
            return new CaseBeat("beat.place." + move.place().id(), PlaceDrawing.of(move.place()), null);
        }
        if (press instanceof Press.Advance advance) {
            return new CaseBeat("beat.advance." + advance.move().id(), "clock", null);
        }
        return switch (press.id()) {
            case "choose" -> new CaseBeat("beat.choose", "setting", null);
            case "tend" -> new CaseBeat("beat.tend." + press.argument(), "ledger", null);
            case "open", "type", "close" -> new CaseBeat(BY_HAND, "pc", null);
            default -> new CaseBeat("beat." + press.id(), "telephone", null);
        };
    }
}
