package popbeforesmtp.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Everything that can be done to a gate between the desks, one act after another. */
enum ServerActs {
    LOG_IN,
    LOG_IN_LOCKED,
    SEND,
    SEND_ON_THE_OPEN_LINE,
    WAIT_5_SECONDS,
    WAIT_TO_THE_END,
    WAIT_PAST_THE_END,
    SWEEP,
    OTHER_ADDRESS,
    OTHER_USER;

    private static final List<ServerActs> ALL = List.of(values());

    /** What has an answer that can be compared. */
    boolean asks() {
        return this == SEND || this == SEND_ON_THE_OPEN_LINE || this == SWEEP;
    }

    /**
     * Gives every sequence of that length whose last act asks something to the consumer. With them every question in every
     * sequence up to that length is asked: whatever comes after the last question is of no account, and what is shorter is
     * the beginning of one of them.
     */
    static void sequences(int length, Consumer<List<ServerActs>> consumer) {
        extend(new ArrayList<>(length), length, consumer);
    }

    private static void extend(List<ServerActs> acts, int left, Consumer<List<ServerActs>> consumer) {
        if (left == 0) {
            if (acts.get(acts.size() - 1).asks()) {
                consumer.accept(acts);
            }
            return;
        }
        for (ServerActs act : ALL) {
            acts.add(act);
            extend(acts, left - 1, consumer);
            acts.remove(acts.size() - 1);
        }
    }
}
