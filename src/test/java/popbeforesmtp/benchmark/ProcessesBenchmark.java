package popbeforesmtp.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Presses a second with one, two and three processes over one PostgreSQL, each press led to the next process. */
public final class ProcessesBenchmark {

    private static final int LEARNERS = 120;
    private static final int PRESSES = 20;
    private static final int MOST = 3;
    private static final int ROUNDS = 3;

    private ProcessesBenchmark() {}

    /**
     * Prints the figures; takes about two minutes.
     *
     * @param arguments the address of an empty database; without it, a PostgreSQL of the tests is started, if it is there
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            measure(arguments[0]);
            return;
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            measure(postgres.getJdbcUrl("postgres", "postgres"));
        }
    }

    private static void measure(String database) throws Exception {
        for (int processes = 1; processes <= MOST; processes++) {
            List<SiteJar> sites = new ArrayList<>();
            try {
                List<URI> addresses = new ArrayList<>();
                for (int i = 0; i < processes; i++) {
                    sites.add(SiteJar.start(SiteJar.unitFlags(), "--database", database));
                    addresses.add(sites.get(i).address());
                }
                for (int round = 0; round <= ROUNDS; round++) {
                    double before = processor(sites);
                    PressLoad.Figures figures = new PressLoad(addresses, LEARNERS, PRESSES, 0).press();
                    if (round > 0) { // The first one is for warming up.
                        System.out.printf(
                                Locale.ROOT,
                                "%d processes, %d learners: %s; %.1f ms of their processor time a press%n",
                                processes,
                                LEARNERS,
                                figures,
                                (processor(sites) - before) * 1e3 / figures.millis().length);
                    }
                }
            } finally {
                sites.forEach(SiteJar::close);
            }
        }
    }

    private static double processor(List<SiteJar> sites) {
        return sites.stream().mapToDouble(SiteJar::processorSeconds).sum();
    }
}
