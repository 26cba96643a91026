package popbeforesmtp.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How much memory the jar takes with the flags of the unit, and after how long it is ready, with a store of few worlds and of many. */
public final class MemoryBenchmark {

    private static final int LEARNERS = 40;
    private static final int PER_SECOND = 25;
    private static final int STARTS = 5;

    private MemoryBenchmark() {}

    /**
     * Prints the figures; takes about two minutes.
     *
     * @param arguments flags for Java in the place of those of the unit, if any
     */
    public static void main(String[] arguments) throws Exception {
        List<String> flags = arguments.length > 0 ? List.of(arguments) : SiteJar.unitFlags();
        System.out.println(String.join(" ", flags));
        Path folder = Files.createTempDirectory("worlds");
        try {
            rest(flags, folder, "no");
            StoredJournals.main(new String[] {folder.toString(), "10000"});
            rest(flags, folder, "10,000");
            work(flags, folder);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    private static void rest(List<String> flags, Path folder, String worlds) throws Exception {
        for (int i = 0; i < STARTS; i++) {
            try (SiteJar site = SiteJar.start(flags, "--data", folder.toString())) {
                new PressLoad(List.of(site.address()), 1, 2, 0).press();
                System.out.printf(
                        Locale.ROOT,
                        "%s stored worlds: ready after %.1f s, %.0f MiB resident%n",
                        worlds,
                        site.ready(),
                        site.resident());
            }
        }
    }

    private static void work(List<String> flags, Path folder) throws Exception {
        try (SiteJar site = SiteJar.start(flags, "--data", folder.toString())) {
            for (int round = 1; round <= 3; round++) {
                double before = site.processorSeconds();
                int presses = PER_SECOND * 30 / LEARNERS;
                PressLoad.Figures figures = new PressLoad(
                                List.of(site.address()), LEARNERS, presses, 1_000L * LEARNERS / PER_SECOND)
                        .press();
                System.out.printf(
                        Locale.ROOT,
                        "%d learners: %s; %.1f ms of processor time a press; %.0f MiB resident, at the most %.0f%n",
                        LEARNERS,
                        figures,
                        (site.processorSeconds() - before) * 1e3 / figures.millis().length,
                        site.resident(),
                        site.mostResident());
            }
        }
    }
}
