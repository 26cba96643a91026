package popbeforesmtp.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
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
        assertThat(log.since(0).end()).isEqualTo(5);
        assertThat(log.all()).containsExactly(event(2), event(3), event(4));
        assertThat(log.since(4).events()).containsExactly(event(4));
        assertThat(log.since(0).events()).hasSize(3);
        assertThat(log.since(5).events()).isEmpty();
        EventLog later = new EventLog(3, 100);
        later.append(event(5));
        assertThat(later.since(5)).isEqualTo(new Excerpt(List.of(event(5)), 101));
    }
}
