package popbeforesmtp.gate;

import java.time.Duration;
import java.util.Optional;

/**
 * What an event has led to.
 *
 * @param listed the row that was written or renewed by it; one that waits for the watcher's look is not
 * @param logged the row that will be written when the watcher looks: a line of the log tells of it now
 * @param waited how long the caller is kept waiting before the server goes on, in practice time
 * @param turnedAway what the server says instead of going on, and ends the session; what is empty ends it without a word of
 *     the program's own
 */
public record Heard(
        Optional<ListedAddress> listed, Optional<ListedAddress> logged, Duration waited, Optional<String> turnedAway) {

    static final Heard NOTHING = new Heard(Optional.empty(), Optional.empty(), Duration.ZERO, Optional.empty());

    static Heard listed(ListedAddress row) {
        return new Heard(Optional.of(row), Optional.empty(), Duration.ZERO, Optional.empty());
    }

    static Heard logged(ListedAddress row) {
        return new Heard(Optional.empty(), Optional.of(row), Duration.ZERO, Optional.empty());
    }

    static Heard waited(Duration time) {
        return new Heard(Optional.empty(), Optional.empty(), time, Optional.empty());
    }

    static Heard turnedAway(String words) {
        return new Heard(Optional.empty(), Optional.empty(), Duration.ZERO, Optional.of(words));
    }
}
