package popbeforesmtp.web.experiment;

import java.util.ArrayList;
import java.util.List;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.postmaster.Day;
import popbeforesmtp.sandbox.postmaster.PostOffice;
import popbeforesmtp.sandbox.postmaster.PostmasterRule;
import popbeforesmtp.sandbox.postmaster.Visit;
import popbeforesmtp.web.bench.TalkLine;
import popbeforesmtp.web.page.Localizer;

/**
 * A day as its page shows it, beside the same day under another rule. The stranger's letters, which all met the same, are one
 * entry.
 *
 * @param score of the day
 * @param beside of the other one
 * @param callers who came, with both days
 */
record DayModel(Score score, Score beside, List<Caller> callers) {

    /**
     * What came of a day.
     *
     * @param members letters of members, and for them, that were taken
     * @param spam letters of others that were passed on
     * @param complaints letters of members that were refused
     * @param all how many letters of members there were
     * @param others how many of others were really sent
     */
    record Score(long members, long spam, long complaints, long all, long others) {

        static Score of(Day day) {
            return new Score(day.members(), day.spam(), day.complaints(), day.membersInAll(), day.othersInAll());
        }
    }

    /**
     * Somebody who came to the desk.
     *
     * @param who the key of the words
     * @param member whether it was a member's letter, or one for a member
     * @param letters how many letters were really sent
     * @param here what became of it
     * @param beside what became of it under the other rule
     */
    record Caller(String who, boolean member, int letters, Fate here, Fate beside) {

        /** Both. */
        public List<Fate> fates() {
            return List.of(here, beside);
        }
    }

    /**
     * What became of a letter.
     *
     * @param time when, in words
     * @param outcome as {@code data-outcome}
     * @param taken whether it was taken
     * @param right whether its postmaster should wish so
     * @param why the key of why
     * @param talk the dialogue, HTML
     */
    record Fate(String time, String outcome, boolean taken, boolean right, String why, String talk) {}

    static DayModel of(Day day, Day other, Localizer words) {
        List<Caller> callers = new ArrayList<>();
        int i = 0;
        while (i < day.visits().size()) {
            int letters = alike(day, other, i);
            Visit visit = day.visits().get(i);
            callers.add(new Caller(
                    "day." + visit.who(),
                    visit.side() == Visit.Side.MEMBER,
                    letters,
                    fate(visit, day.rule(), words),
                    fate(other.visits().get(i), other.rule(), words)));
            i += letters;
        }
        return new DayModel(Score.of(day), Score.of(other), List.copyOf(callers));
    }

    /** How many letters in a row came from the same caller and met the same on both days. */
    private static int alike(Day day, Day other, int from) {
        int to = from + 1;
        while (to < day.visits().size()
                && isSame(day.visits().get(from), day.visits().get(to))
                && isSame(other.visits().get(from), other.visits().get(to))) {
            to++;
        }
        return to - from;
    }

    private static boolean isSame(Visit one, Visit other) {
        return one.who().equals(other.who())
                && outcome(one).equals(outcome(other))
                && one.result().reply().equals(other.result().reply())
                && one.result().reason().equals(other.result().reason());
    }

    private static String outcome(Visit visit) {
        return visit.result().outcome().map(Outcome::kebab).orElse("");
    }

    private static Fate fate(Visit visit, PostmasterRule rule, Localizer words) {
        StringBuilder talk = new StringBuilder();
        TalkLine.of(visit.after(), words.part()).forEach(line -> talk.append(line.among(words)));
        return new Fate(
                words.brief(visit.result().at()),
                outcome(visit),
                visit.isTaken(),
                visit.isRight(),
                why(visit, rule),
                talk.toString());
    }

    /** A desk that serves its own network only says so; one that serves nobody at port 25 has no network to be outside of. */
    private static String why(Visit visit, PostmasterRule rule) {
        Reason reason = visit.result().reason().orElse(Reason.LINE_CUT);
        boolean closed = reason == Reason.OUTSIDER && !(rule.port25() && rule.ownNetwork());
        return closed ? "day.closed" : "why." + reason.kebab();
    }

    /** How many letters of the stranger were really sent. */
    public int tried() {
        return PostOffice.TRIED;
    }
}
