package popbeforesmtp.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plug is pulled while learners press: every press that was answered is there, none is there twice, and every page is the
 * one that a site shows which was never killed. The long form, 1,000 presses of 20 learners and 20 kills:
 *
 * <pre>mvn test -Dtest=KillTest -DtestArgs="-Dlearners=20 -Dpresses=50 -Dkills=20"</pre>
 */
class KillTest {

    private static final int LEARNERS = Integer.getInteger("learners", 4);
    private static final int PRESSES = Integer.getInteger("presses", 12);
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final long SEED = Long.getLong("seed", 1);

    @TempDir
    Path folder;

    /** A site that is killed and started again. */
    private final class Mortal implements Way, AutoCloseable {

        private final Random random = new Random(SEED);
        private Optional<SiteProcess> process = Optional.empty();
        private boolean isOver;
        private int answered;
        private int lost;

        @Override
        public synchronized int port() throws InterruptedException {
            while (process.isEmpty() && !isOver) {
                wait();
            }
            return process.orElseThrow().port();
        }

        @Override
        public synchronized void lost(int port) {
            lost++;
        }

        @Override
        public synchronized void answered() {
            answered++;
            notifyAll();
        }

        /** Lives and dies, and lives on in the end. */
        void live(int answersBetween) {
            try {
                stands(Optional.of(SiteProcess.start(folder.toString())));
                for (int i = 0; i < KILLS; i++) {
                    SiteProcess dying = awaitAnswers(answersBetween);
                    stands(Optional.empty());
                    dying.kill();
                    stands(Optional.of(SiteProcess.start(folder.toString())));
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                isOver();
            }
        }

        /** Waits for so many answers more, and then a moment: others press just then. */
        @SuppressWarnings("WaitNotInLoop") // A little longer, or not: any moment will do.
        private synchronized SiteProcess awaitAnswers(int more) throws InterruptedException {
            int until = answered + more;
            while (answered < until) {
                wait();
            }
            wait(1 + random.nextInt(9));
            return process.orElseThrow();
        }

        private synchronized void stands(Optional<SiteProcess> now) {
            process = now;
            notifyAll();
        }

        private synchronized void isOver() {
            isOver = true;
            notifyAll();
        }

        @Override
        public synchronized void close() {
            process.ifPresent(SiteProcess::close);
        }
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void what_was_answered_is_there_once_however_often_the_plug_is_pulled() throws Exception {
        Lesson lesson = new Lesson(LEARNERS, PRESSES, SEED);
        List<List<String>> expected = lesson.holdUndisturbed();
        int answers = expected.stream().mapToInt(List::size).sum();
        try (Mortal site = new Mortal()) {
            CompletableFuture<Void> life = CompletableFuture.runAsync(() -> site.live(answers / (KILLS + 1)));
            List<List<String>> answered = lesson.hold(learner -> site);
            life.join();
            Lesson.expectSame(answered, expected);
            assertThat(site.lost).isPositive();
        }
        assertThat(check()).isEqualTo("ok");
    }

    /** What SQLite finds in the file that the last kill left. */
    private String check() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("worlds.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            return row.getString(1);
        }
    }
}
