package popbeforesmtp.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import popbeforesmtp.Practice;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;

/** Nobody waits for a world that is not theirs. */
class LocksTest {

    /** Holds up one thread until it is let go. */
    private static final class Gate {
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch open = new CountDownLatch(1);
        volatile Thread held = Thread.currentThread();

        void pass() {
            if (Thread.currentThread() == held) {
                reached.countDown();
                try {
                    open.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Test
    void while_one_world_is_played_again_others_are_found_pressed_swept_and_sent_away() throws Exception {
        Worlds.Limits limits = new Worlds.Limits(2, 3, Duration.ofMinutes(10), Duration.ofHours(24));
        ExecutorService one = Executors.newSingleThreadExecutor();
        try (Practice practice = Practice.start(limits)) {
            Player slow = new Player(practice.worlds().make("slow", "a"), SetUp.FREE);
            WorldView before = slow.press(Collections.nCopies(200, new Press.Send()));
            slow.world().rest();
            Gate gate = new Gate();
            practice.atEachCall(gate::pass);
            Future<WorldView> replay = one.submit(() -> {
                gate.held = Thread.currentThread();
                return slow.seat().view();
            });
            gate.reached.await();

            for (int i = 0; i < 5; i++) {
                practice.clock().turn(Duration.ofMinutes(1));
                new Player(practice.worlds().make("quick" + i, "b" + i), SetUp.FREE).receive();
            }
            practice.clock().turn(Duration.ofHours(25));
            practice.worlds().sweep();
            assertThat(practice.worlds().find("slow")).isEmpty();
            assertThat(replay.isDone()).isFalse();

            gate.open.countDown();
            assertThat(replay.get()).isEqualTo(before);
        } finally {
            one.shutdownNow();
        }
    }
}
