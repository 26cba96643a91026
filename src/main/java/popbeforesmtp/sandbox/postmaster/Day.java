package popbeforesmtp.sandbox.postmaster;

import java.util.List;

/**
 * A day as it was played.
 *
 * @param rule the rule that it was played under
 * @param visits the letters, in the order in which they came
 */
public record Day(PostmasterRule rule, List<Visit> visits) {

    /** Keeps the list as it is now. */
    public Day {
        visits = List.copyOf(visits);
    }

    /** How many letters of members, or for them, were taken. */
    public long members() {
        return visits.stream()
                .filter(visit -> visit.side() == Visit.Side.MEMBER && visit.isTaken())
                .count();
    }

    /** How many letters of others were passed on. */
    public long spam() {
        return visits.stream()
                .filter(visit -> visit.side() == Visit.Side.STRANGER && visit.isTaken())
                .count();
    }

    /** How many letters of members were refused. */
    public long complaints() {
        return membersInAll() - members();
    }

    /** How many letters of members, or for them, there were. */
    public long membersInAll() {
        return visits.stream()
                .filter(visit -> visit.side() == Visit.Side.MEMBER)
                .count();
    }

    /** How many letters of others there were. */
    public long othersInAll() {
        return visits.size() - membersInAll();
    }
}
