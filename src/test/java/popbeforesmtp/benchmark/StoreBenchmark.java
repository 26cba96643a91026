package popbeforesmtp.benchmark;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import popbeforesmtp.Practice;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.journal.StoredWorld;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.store.Stores;

/**
 * What finding a stored world costs, and pressing in it, in a store of few worlds and then in the same of many more. The
 * store stays, so that the next run need not fill it again.
 */
public final class StoreBenchmark {

    private static final int FEW = 2_000;

    /** Each of another learner: whoever came back once is in memory. */
    private static final int SAMPLES = 2_000;

    private final JournalStore store;
    private final Random random = new Random(1);

    private StoreBenchmark(JournalStore store) {
        this.store = store;
    }

    /** A thing to be timed; the number is that of a learner. */
    private interface Work {
        void run(int learner);
    }

    /**
     * Prints the figures.
     *
     * @param arguments a folder, or the address of a database; how many worlds it is to have in the end, more than 2,000
     */
    public static void main(String[] arguments) throws Exception {
        int many = Integer.parseInt(arguments[1]);
        try (JournalStore store = Stores.of(StoredJournals.place(arguments[0]), InstantSource.system(), Meter.NONE)) {
            store.open();
            StoreBenchmark benchmark = new StoreBenchmark(store);
            if (store.load(StoredJournals.key(0)).isEmpty()) {
                StoredJournals.fill(store, 0, FEW);
                benchmark.measure(FEW);
            }
            if (store.load(StoredJournals.key(many - 1)).isEmpty()) {
                StoredJournals.fill(store, FEW, many);
            }
            benchmark.measure(many);
        }
    }

    private void measure(int worlds) {
        time(
                worlds,
                "find a world",
                learner -> found(store.load(StoredJournals.key(learner)).isPresent()));
        time(
                worlds,
                "find that there is none",
                learner -> found(store.load("nobody" + learner).isEmpty()));
        time(worlds, "write", learner -> {
            StoredWorld now = store.load(StoredJournals.key(learner)).orElseThrow();
            found(store.replace(StoredJournals.key(learner), now, now.revised(now.revision() + 1)));
        });
        try (Practice practice = Practice.start(Worlds.Limits.usual(), store)) {
            time(
                    worlds,
                    "come back and press",
                    learner -> new Player(
                                    practice.worlds()
                                            .find(StoredJournals.key(learner))
                                            .orElseThrow(),
                                    SetUp.FREE)
                            .press(new Press.Receive()));
        }
    }

    private static void found(boolean right) {
        if (!right) {
            throw new IllegalStateException("the store says something else");
        }
    }

    private void time(int worlds, String what, Work work) {
        double[] millis = new double[SAMPLES];
        int[] learners = random.ints(0, worlds).distinct().limit(SAMPLES).toArray();
        for (int i = 0; i < SAMPLES; i++) {
            long start = System.nanoTime();
            work.run(learners[i]);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%,9d worlds: %-24s median %.3f ms, p99 %.3f ms%n",
                worlds,
                what,
                millis[SAMPLES / 2],
                millis[SAMPLES * 99 / 100]);
    }
}
