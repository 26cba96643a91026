package popbeforesmtp.lesson.course;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.sandbox.explain.Deed;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.press.LadderStep;
import popbeforesmtp.sandbox.press.Press;

/**
 * What has happened to each rung of the ladder since the start of a world, as it was tried last.
 *
 * @param rungs {@code passed}, {@code refused}, {@code silent} or {@code unknown}; what was not tried is not there
 */
public record LadderState(Map<LadderStep, String> rungs) {

    private static final String PASSED = "passed";

    /** Of which rungs a way to the sending server is made, from below. */
    private static final List<LadderStep> SENDING = List.of(
            LadderStep.NAME,
            LadderStep.CONNECT_25,
            LadderStep.GREETING,
            LadderStep.EHLO,
            LadderStep.MAIL,
            LadderStep.RCPT);

    /** Keeps the map as it is now. */
    public LadderState {
        rungs = Map.copyOf(rungs);
    }

    /** What these deeds have shown, oldest first. */
    public static LadderState of(List<Deed> deeds) {
        Map<LadderStep, String> rungs = new EnumMap<>(LadderStep.class);
        for (Deed deed : deeds) {
            if (deed.press() instanceof Press.Climb climb) {
                climbed(climb.rung(), deed.main().map(Deed.Half::outcome), rungs);
            }
        }
        return new LadderState(rungs);
    }

    /** What happened to a rung, by its id; nothing if it was not tried. */
    public Optional<String> of(String rung) {
        return LadderStep.of(rung).map(rungs::get);
    }

    private static void climbed(LadderStep top, Optional<Outcome> ended, Map<LadderStep, String> rungs) {
        if (top == LadderStep.CONNECT_110) {
            rungs.put(top, ended.map(LadderState::state).orElse(PASSED));
            return;
        }
        LadderStep last = ended.map(outcome -> stopped(top, outcome)).orElse(top);
        for (LadderStep rung : SENDING.subList(0, SENDING.indexOf(last) + 1)) {
            rungs.put(rung, PASSED);
        }
        ended.ifPresent(outcome -> rungs.put(last, state(outcome)));
    }

    /** On which rung it ended. */
    private static LadderStep stopped(LadderStep top, Outcome outcome) {
        return switch (outcome) {
            case NAME_UNKNOWN -> LadderStep.NAME;
            case NO_ANSWER, CONNECTION_REFUSED -> LadderStep.CONNECT_25;
            default -> top;
        };
    }

    private static String state(Outcome outcome) {
        return switch (outcome) {
            case SENT, RECEIVED -> PASSED;
            case NO_ANSWER -> "silent";
            case NAME_UNKNOWN -> "unknown";
            default -> "refused";
        };
    }
}
