package popbeforesmtp.classroom;

import java.util.Map;

/**
 * How many have predicted what.
 *
 * @param counts by choice, none missing
 */
public record Tally(Map<Question.Choice, Integer> counts) {

    /** Keeps the counts as they are now. */
    public Tally {
        counts = Map.copyOf(counts);
    }

    /** How many have chosen that. */
    public int of(Question.Choice choice) {
        return counts.getOrDefault(choice, 0);
    }

    /** How many have chosen anything. */
    public int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many of a hundred have chosen that; 0 if nobody has chosen anything. */
    public int share(Question.Choice choice) {
        return all() == 0 ? 0 : of(choice) * 100 / all();
    }
}
