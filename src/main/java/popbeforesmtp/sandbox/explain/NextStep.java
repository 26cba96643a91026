package popbeforesmtp.sandbox.explain;

import java.util.ArrayList;
import java.util.List;
import popbeforesmtp.eventlog.Reason;

/** What somebody whose mail was refused can do next: only what then really helps. Pure functions. */
public final class NextStep {

    private NextStep() {}

    /**
     * How things stood when the mail was refused.
     *
     * @param account whether the one who sent has a mailbox
     * @param oneCompany whether mail is received from the host that it is sent through
     * @param oneAddress whether receiving and sending leave by the same address, and one that the list can do with
     * @param listedHere whether the row that another host has of the one who sent is of the address used now
     * @param rightPassword whether the mail program has the right password
     * @param mistaken whether the latest receiving, in an earlier press, was refused for its password
     */
    public record Situation(
            boolean account,
            boolean oneCompany,
            boolean oneAddress,
            boolean listedHere,
            boolean rightPassword,
            boolean mistaken) {}

    /** What to do after this sending; nothing where it was not refused, or where nothing that is known would help. */
    public static List<Message> after(ExchangeResult sending, Situation situation) {
        if (sending.outcome() != Outcome.REFUSED || sending.desk().isElsewhere() || !situation.account()) {
            return List.of();
        }
        return sending.reason().map(reason -> after(reason, situation)).orElse(List.of());
    }

    private static List<Message> after(Reason reason, Situation situation) {
        return switch (reason) {
            case NOT_LISTED -> receive("receive", situation);
            case EXPIRED -> receive("again", situation);
            case ADDRESS_CHANGED ->
                situation.oneAddress() ? receive("here", situation) : List.of(Message.of("r.next.exits"));
            case TOO_EARLY -> List.of(Message.of("r.next.wait"));
            case LOOKED_BEFORE -> List.of(Message.of("r.next.newline"));
            case OTHER_DOOR, OUTSIDER -> company(reason, situation);
            default -> List.of();
        };
    }

    /** To receive, where that opens this sending. */
    private static List<Message> receive(String how, Situation situation) {
        if (!situation.oneAddress()) {
            return List.of();
        }
        if (!situation.oneCompany()) {
            return List.of(Message.of("r.next.company"));
        }
        List<Message> steps = new ArrayList<>();
        if (situation.mistaken()) {
            steps.add(Message.of("r.next.mistaken"));
        }
        boolean withAnother = situation.mistaken() || !situation.rightPassword();
        steps.add(Message.of("r.next." + (withAnother ? "password" : how)));
        return steps;
    }

    /** To send through the company that one receives from, listed there already or not. */
    private static List<Message> company(Reason reason, Situation situation) {
        if (!situation.oneAddress()) {
            return List.of();
        }
        boolean listed = reason == Reason.OTHER_DOOR && situation.listedHere();
        return List.of(Message.of(listed ? "r.next.same-company" : "r.next.company"));
    }
}
