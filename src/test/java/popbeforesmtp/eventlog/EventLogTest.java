package popbeforesmtp.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private final EventLog log = new EventLog(3);

    private static Event event(int number) {
        return new Event.SessionClosed(Instant.EPOCH, number);
    }

    @Test
    void the_oldest_events_go_first_and_positions_stay() {
        for (int i = 0; i < 5; i++) {
            log.append(event(i));
        }
        assertThat(log.end()).isEqualTo(5);
        assertThat(log.all()).containsExactly(event(2), event(3), event(4));
        assertThat(log.since(4)).containsExactly(event(4));
        assertThat(log.since(0)).hasSize(3);
        assertThat(log.since(5)).isEmpty();
    }
}
