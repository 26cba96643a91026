package popbeforesmtp.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Everything that a learner can do to a gate, one act after another. */
public final class Sequences {

    /** What can be done. */
    public enum Act {
        LOG_IN_RIGHT,
        LOG_IN_WRONG,
        SEND,
        WAIT_TO_THE_END,
        WAIT_PAST_THE_END,
        CHANGE_ADDRESS
    }

    private Sequences() {}

    /** Gives every sequence of 1 to {@code longest} acts to the consumer. */
    public static void all(int longest, Consumer<List<Act>> consumer) {
        extend(new ArrayList<>(), longest, consumer);
    }

    private static void extend(List<Act> acts, int left, Consumer<List<Act>> consumer) {
        if (!acts.isEmpty()) {
            consumer.accept(acts);
        }
        if (left > 0) {
            for (Act act : Act.values()) {
                acts.add(act);
                extend(acts, left - 1, consumer);
                acts.remove(acts.size() - 1);
            }
        }
    }

    /** Some sequences, the same at every run. */
    public static List<List<Act>> seeded(int count, int length, long seed) {
        Random random = new Random(seed);
        List<List<Act>> sequences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Act> acts = new ArrayList<>();
            for (int j = 0; j < length; j++) {
                acts.add(Act.values()[random.nextInt(Act.values().length)]);
            }
            sequences.add(acts);
        }
        return sequences;
    }
}
