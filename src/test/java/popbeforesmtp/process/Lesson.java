package popbeforesmtp.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import popbeforesmtp.App;
import popbeforesmtp.Setup;
import popbeforesmtp.web.SamePage;

/**
 * Learners who press at random, all at once.
 *
 * @param learners how many
 * @param presses how many each
 * @param seed another one, another lesson
 */
record Lesson(int learners, int presses, long seed) {

    /** Every page that each learner was answered. */
    List<List<String>> hold(IntFunction<Way> ways) throws InterruptedException, ExecutionException {
        ExecutorService room = Executors.newFixedThreadPool(learners);
        try {
            List<Future<List<String>>> learning = new ArrayList<>();
            for (int i = 0; i < learners; i++) {
                RandomLearner learner = new RandomLearner(1_000 * seed + i, ways.apply(i));
                learning.add(room.submit(() -> learner.learn(presses)));
            }
            List<List<String>> answers = new ArrayList<>();
            for (Future<List<String>> each : learning) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            room.shutdownNow();
        }
    }

    /** The same at one site that keeps all in memory and is always there. */
    List<List<String>> holdUndisturbed() throws IOException, InterruptedException, ExecutionException {
        try (App app = new App(Setup.usual().withSite(SiteMain.OPTIONS))) {
            app.start("127.0.0.1", 0);
            return hold(learner -> Way.to(app.port()));
        }
    }

    /** Whether everybody was answered the same, to the letter. */
    static void expectSame(List<List<String>> answers, List<List<String>> expected) {
        for (int learner = 0; learner < expected.size(); learner++) {
            for (int i = 0; i < expected.get(learner).size(); i++) {
                String page = expected.get(learner).get(i);
                String what = "learner " + learner + ", act " + i + ": "
                        + page.lines().findFirst().orElse("");
                SamePage.expect(what, answers.get(learner).get(i), page);
            }
        }
        assertThat(answers).hasSameSizeAs(expected);
    }
}
