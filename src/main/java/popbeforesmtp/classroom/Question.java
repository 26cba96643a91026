package popbeforesmtp.classroom;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the class was asked at a point of the plan: will it be sent? Never changes.
 *
 * @param votes what each seat has predicted, by number
 * @param hands how many have raised their hands instead, who have no PC
 * @param closed whether predictions are no longer taken
 * @param shown whether the projector shows how many have chosen what
 */
public record Question(Map<Integer, Choice> votes, Map<Choice, Integer> hands, boolean closed, boolean shown) {

    /** How many hands can be counted for a choice. */
    public static final int MOST_HANDS = 99;

    /** What can be predicted. */
    public enum Choice {
        SENT,
        REFUSED,
        UNSURE;

        /** The name in forms and pages. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that name, or nothing. */
        public static Optional<Choice> of(String id) {
            return Arrays.stream(values())
                    .filter(choice -> choice.id().equals(id))
                    .findFirst();
        }
    }

    static final Question NEW = new Question(Map.of(), Map.of(), false, false);

    /** Keeps the maps as they are now. */
    public Question {
        votes = Map.copyOf(votes);
        hands = Map.copyOf(hands);
    }

    /** What a seat has predicted. */
    public Optional<Choice> vote(int seat) {
        return Optional.ofNullable(votes.get(seat));
    }

    /** How many have chosen what. */
    public Tally tally() {
        Map<Choice, Integer> counts = new EnumMap<>(Choice.class);
        for (Choice choice : Choice.values()) {
            int seats = (int) votes.values().stream().filter(choice::equals).count();
            counts.put(choice, seats + hands.getOrDefault(choice, 0));
        }
        return new Tally(counts);
    }

    /** The same with what a seat predicts now; once it is closed, nothing changes. */
    Question voted(int seat, Choice choice) {
        if (closed) {
            return this;
        }
        Map<Integer, Choice> more = new TreeMap<>(votes);
        more.put(seat, choice);
        return new Question(more, hands, closed, shown);
    }

    /** The same without a seat that was left. */
    Question without(int seat) {
        Map<Integer, Choice> less = new TreeMap<>(votes);
        less.remove(seat);
        return new Question(less, hands, closed, shown);
    }

    /** The same with a hand more or less. */
    Question raised(Choice choice, int more) {
        Map<Choice, Integer> counted = new EnumMap<>(Choice.class);
        counted.putAll(hands);
        counted.merge(choice, more, (before, plus) -> before + plus);
        counted.computeIfPresent(choice, (same, now) -> Math.max(0, Math.min(MOST_HANDS, now)));
        return new Question(votes, counted, closed, shown);
    }

    Question closing(boolean now) {
        return new Question(votes, hands, now, shown);
    }

    Question showing(boolean now) {
        return new Question(votes, hands, closed, now);
    }
}
