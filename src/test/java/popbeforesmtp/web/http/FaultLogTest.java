package popbeforesmtp.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import popbeforesmtp.Printed;

class FaultLogTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final FaultLog faults = new FaultLog(nanos::get);

    private static RuntimeException fault() {
        return new IllegalStateException("words of a client\nWARN forged");
    }

    @Test
    void a_fault_is_one_line_once_a_kind_and_minute() throws Exception {
        assertThat(Printed.during(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        faults.note("a page", fault());
                    }
                }))
                .startsWith("ERROR FaultLog - a page went wrong: java.lang.IllegalStateException at FaultLogTest.java:")
                .hasLineCount(1);
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(1) - 1);
        assertThat(Printed.during(() -> faults.note("a page", fault()))).isEmpty();
        nanos.addAndGet(1);
        assertThat(Printed.during(() -> faults.note("a page", fault())))
                .contains("(and 1000 times since the last line)")
                .hasLineCount(1);
    }

    @Test
    void another_kind_is_another_line_and_what_a_client_said_is_in_none() throws Exception {
        assertThat(Printed.during(() -> {
                    faults.note("a page", fault());
                    faults.note("a page", new IllegalStateException("words of a client"));
                    faults.note("a page", new RuntimeException(new ArithmeticException("words of a client")));
                }))
                .contains("java.lang.ArithmeticException")
                .doesNotContain("words of a client", "forged")
                .hasLineCount(3);
    }
}
