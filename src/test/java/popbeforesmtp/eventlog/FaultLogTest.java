package popbeforesmtp.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import popbeforesmtp.Printed;
import popbeforesmtp.TurnedClock;

/** A fault is one line, once a kind and minute, and says nothing that a client has said. */
class FaultLogTest {

    private final TurnedClock clock = new TurnedClock();
    private final FaultLog faults = new FaultLog(clock);

    private void fail() {
        faults.tell("a test", new IllegalStateException("what a client said", new IOException("secret")));
    }

    private void failElsewhere() {
        faults.tell("a test", new IllegalStateException("what a client said"));
    }

    @Test
    void a_fault_is_one_line_without_what_it_says() throws Exception {
        assertThat(Printed.during(this::fail).lines())
                .singleElement()
                .asString()
                .contains("a test failed: IllegalStateException because of IOException at FaultLogTest.fail:")
                .doesNotContain("client", "secret", "\t");
    }

    @Test
    void a_kind_is_told_once_a_minute_and_then_how_often_it_was_not() throws Exception {
        assertThat(Printed.during(() -> {
                            for (int i = 0; i < 100; i++) {
                                fail();
                                failElsewhere();
                            }
                        })
                        .lines())
                .hasSize(2);
        clock.turn(Duration.ofMinutes(1).minusNanos(1));
        assertThat(Printed.during(this::fail)).isEmpty();
        clock.turn(Duration.ofNanos(1));
        assertThat(Printed.during(this::fail).strip()).endsWith("(and 100 more of its kind before)");
        clock.turn(Duration.ofMinutes(1));
        assertThat(Printed.during(this::fail)).doesNotContain("more of its kind");
    }

    @Test
    void a_thousand_kinds_are_told_and_not_kept() throws Exception {
        assertThat(Printed.during(() -> {
                            for (int i = 0; i < 1_000; i++) {
                                faults.tell("act " + i, new IllegalStateException());
                            }
                        })
                        .lines())
                .hasSize(1_000);
        assertThat(Printed.during(() -> faults.tell("act 0", new IllegalStateException())))
                .as("forgotten, so told again")
                .isNotEmpty();
    }
}
