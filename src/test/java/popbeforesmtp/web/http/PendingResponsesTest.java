package popbeforesmtp.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.junit.jupiter.api.Test;

class PendingResponsesTest {

    private static final long THIRD = PendingResponses.MOST / 3;

    private final PendingResponses held = new PendingResponses();
    private final ByteArrayEndPoint quiet = new ByteArrayEndPoint();
    private final ByteArrayEndPoint oldest = new ByteArrayEndPoint();
    private final ByteArrayEndPoint latest = new ByteArrayEndPoint();

    @Test
    void when_too_much_waits_the_oldest_line_of_who_makes_most_wait_is_cut() {
        held.hold(quiet, "classroom", THIRD);
        held.hold(oldest, "bot", THIRD);
        held.hold(latest, "bot", THIRD + 3);
        assertThat(oldest.isOpen()).isFalse();
        assertThat(latest.isOpen()).isTrue();
        assertThat(quiet.isOpen()).isTrue();
    }

    @Test
    void what_was_taken_waits_no_more() {
        for (int i = 0; i < 10; i++) {
            Runnable taken = held.hold(oldest, "bot", THIRD);
            taken.run();
            taken.run();
        }
        held.hold(latest, "bot", THIRD);
        assertThat(oldest.isOpen()).isTrue();
        assertThat(latest.isOpen()).isTrue();
    }
}
