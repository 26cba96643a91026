package popbeforesmtp.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private final EventLog log = new EventLog(3);

    private static Event event(int number) {
        return new Event.Rewound(Instant.EPOCH, number);
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

    @Test
    void a_listener_gets_what_was_and_what_comes() {
        log.append(event(1));
        try (EventLog.Subscription subscription = log.subscribe(5)) {
            log.append(event(2));
            assertThat(subscription.events()).containsExactly(event(1), event(2));
        }
    }

    @Test
    void a_slow_listener_is_dropped_and_nobody_waits() {
        try (EventLog.Subscription slow = log.subscribe(1);
                EventLog.Subscription quick = log.subscribe(10)) {
            for (int i = 0; i < 4; i++) {
                log.append(event(i));
            }
            assertThat(slow.isDropped()).isTrue();
            assertThat(slow.events()).containsExactly(event(0));
            assertThat(quick.isDropped()).isFalse();
            assertThat(quick.events()).hasSize(4);
        }
    }
}
