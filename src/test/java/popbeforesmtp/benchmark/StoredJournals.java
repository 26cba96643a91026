package popbeforesmtp.benchmark;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import popbeforesmtp.Practice;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.Player;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.journal.MemoryStore;
import popbeforesmtp.sandbox.journal.StoredWorld;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.store.StoreOptions;
import popbeforesmtp.store.Stores;

/**
 * Fills a store with the worlds of learners who have pressed ten to thirty times. Each lesson is really played once, and
 * then stored for many: what the servers said is true of every copy.
 */
public final class StoredJournals {

    private static final int LESSONS = 20;
    private static final int SHORTEST = 10;
    private static final List<Press> PRESSES = List.of(
            new Press.Receive(),
            new Press.Send(),
            new Press.Advance(Press.ClockMove.ONE_MINUTE),
            new Press.Send(),
            new Press.Advance(Press.ClockMove.AFTER_END));

    private StoredJournals() {}

    /**
     * Fills a store.
     *
     * @param arguments a folder, or the address of a database; how many worlds
     */
    public static void main(String[] arguments) throws Exception {
        int many = Integer.parseInt(arguments[1]);
        long start = System.nanoTime();
        try (JournalStore store = Stores.of(place(arguments[0]), InstantSource.system(), Meter.NONE)) {
            store.open();
            fill(store, 0, many);
        }
        System.out.printf(Locale.ROOT, "%d worlds in %.0f s%n", many, (System.nanoTime() - start) / 1e9);
    }

    static StoreOptions place(String argument) {
        return argument.startsWith("jdbc:") ? StoreOptions.in(argument) : StoreOptions.in(Path.of(argument));
    }

    /** The secret of the learner with that number, as it might stand in a cookie. */
    static String key(int number) {
        return String.format(Locale.ROOT, "learner%015d", number);
    }

    /** Stores the worlds of the learners from one number to before another. */
    static void fill(JournalStore store, int from, int to) {
        List<StoredWorld> lessons = lessons();
        for (int i = from; i < to; i++) {
            StoredWorld world = lessons.get(i % LESSONS);
            if (!store.replace(key(i), StoredWorld.NEW, world)) {
                throw new IllegalStateException("there is a learner " + i + " already");
            }
        }
    }

    private static List<StoredWorld> lessons() {
        List<StoredWorld> lessons = new ArrayList<>();
        MemoryStore played = new MemoryStore();
        try (Practice practice = Practice.start(Worlds.Limits.usual(), played)) {
            for (int i = 0; i < LESSONS; i++) {
                Player learner = new Player(practice.worlds().make(key(i), "here"), SetUp.FREE);
                for (int press = 0; press < SHORTEST + i; press++) {
                    learner.press(PRESSES.get((i + press) % PRESSES.size()));
                }
                StoredWorld world = played.load(key(i)).orElseThrow();
                if (world.journal().length() < SHORTEST || !world.seats().containsKey(SeatId.FIRST)) {
                    throw new IllegalStateException(
                            "a lesson of " + world.journal().length() + " presses");
                }
                lessons.add(world);
            }
        }
        return lessons;
    }
}
