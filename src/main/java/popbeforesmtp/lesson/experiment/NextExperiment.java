package popbeforesmtp.lesson.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.explain.Deed;
import popbeforesmtp.sandbox.explain.Outcome;

/**
 * The next experiment worth trying, for somebody who has ten minutes: one after the other, from the first refusal to how mail is
 * sent today. A pure function over what was done at a seat.
 */
public enum NextExperiment {
    SEND_ONLY,
    RECEIVE_THEN_SEND,
    TOO_LATE,
    NEIGHBOUR,
    REDIAL,
    PORT_25_CLOSED,
    TOWN_SERVER,
    AUTH_587,
    /** No experiment is left: the community centre can be solved. */
    PUZZLE;

    /** The case that shows it; nothing for the last one. */
    public Optional<String> caseId() {
        return this == PUZZLE ? Optional.empty() : Optional.of(id());
    }

    /** Its name, also that of its question. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What to try next. Nothing before the first press, and while a case is being played that has more steps.
     *
     * @param caseId the case that is played, or another name
     * @param steps how many presses that case takes; 0 for free play
     * @param deeds what was done since the world began
     */
    public static Optional<NextExperiment> after(String caseId, int steps, List<Deed> deeds) {
        if (deeds.isEmpty() || deeds.size() < steps) {
            return Optional.empty();
        }
        List<NextExperiment> way = List.of(values());
        int next = 0;
        for (int i = 0; i < way.size(); i++) {
            NextExperiment each = way.get(i);
            if (each.id().equals(caseId) || deeds.stream().anyMatch(each::isSeen)) {
                next = i + 1;
            }
        }
        return Optional.of(way.get(Math.min(next, way.size() - 1)));
    }

    /** Whether a press has shown what this experiment is for. */
    private boolean isSeen(Deed deed) {
        return switch (this) {
            case SEND_ONLY -> ended(deed, Outcome.REFUSED, Reason.NOT_LISTED);
            case RECEIVE_THEN_SEND -> ended(deed, Outcome.SENT, Reason.LISTED);
            case TOO_LATE -> ended(deed, Outcome.REFUSED, Reason.EXPIRED);
            case NEIGHBOUR -> ended(deed, Outcome.SENT, Reason.LISTED) && deed.place() == Place.NEXT_SEAT;
            case REDIAL -> ended(deed, Outcome.REFUSED, Reason.ADDRESS_CHANGED);
            case PORT_25_CLOSED -> ended(deed, Outcome.NO_ANSWER, Reason.SILENCE);
            case TOWN_SERVER -> ended(deed, Outcome.REFUSED, Reason.OTHER_DOOR);
            case AUTH_587 -> ended(deed, Outcome.SENT, Reason.AUTHENTICATED);
            case PUZZLE -> false;
        };
    }

    private static boolean ended(Deed deed, Outcome outcome, Reason reason) {
        return deed.main()
                .filter(half -> half.outcome() == outcome && half.reason().equals(Optional.of(reason)))
                .isPresent();
    }
}
