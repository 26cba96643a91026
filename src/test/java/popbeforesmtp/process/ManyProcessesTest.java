package popbeforesmtp.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.store.Postgres;

/**
 * Three processes over one PostgreSQL, each request led to the next of them, and one killed in the middle: every page is the
 * one that a single process shows. The long form, 100 learners:
 *
 * <pre>mvn test -Dtest=ManyProcessesTest -DtestArgs="-Dlearners=100 -Dpresses=20"</pre>
 */
class ManyProcessesTest {

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private static final int LEARNERS = Integer.getInteger("learners", 6);
    private static final int PRESSES = Integer.getInteger("presses", 10);
    private static final long SEED = Long.getLong("seed", 2);

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void three_processes_are_one_site_although_one_of_them_is_killed() throws Exception {
        Lesson lesson = new Lesson(LEARNERS, PRESSES, SEED);
        List<List<String>> expected = lesson.holdUndisturbed();
        int answers = expected.stream().mapToInt(List::size).sum();
        String database = POSTGRES.database();
        try (SiteProcess one = SiteProcess.start(database);
                SiteProcess two = SiteProcess.start(database);
                SiteProcess three = SiteProcess.start(database)) {
            Balancer balancer = new Balancer(List.of(one, two, three));
            CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> {
                try {
                    balancer.awaitAnswers(answers / 2);
                    two.kill();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            List<List<String>> answered = lesson.hold(learner -> balancer);
            killer.join();
            Lesson.expectSame(answered, expected);
            assertThat(balancer.lost()).isPositive();
        }
    }
}
