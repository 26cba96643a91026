package popbeforesmtp.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import popbeforesmtp.App;
import popbeforesmtp.Setup;
import popbeforesmtp.web.Reader;
import popbeforesmtp.web.classroom.ClassLoad;
import popbeforesmtp.web.http.SiteOptions;

/** Prints how long the answers take when a whole class presses at once in one round. */
final class ClassBenchmark {

    private static final int SEATS = 40;
    private static final int CLASSES = 5;
    private static final List<String> PRESSES = List.of("send", "receive", "send", "receive", "send");

    private ClassBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        SiteOptions.Rate free = new SiteOptions.Rate(1_000_000, 1_000_000);
        SiteOptions options =
                SiteOptions.usual().withRates(free, free).withReads(free).withPublicUrl("http://127.0.0.1");
        List<Long> nanos = new ArrayList<>();
        int lost = 0;
        for (int i = 0; i < CLASSES; i++) {
            try (App app = new App(Setup.usual().withSite(options))) {
                app.start("127.0.0.1", 0);
                ClassLoad load = ClassLoad.begin(() -> new Reader(app.port()), SEATS);
                for (String press : PRESSES) {
                    for (ClassLoad.Pressed pressed : load.all(press)) {
                        nanos.add(pressed.nanos());
                        lost += pressed.location().equals("/class#result") ? 0 : 1;
                    }
                }
            }
        }
        nanos.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%d seats at once in one round, %d presses, %d not done: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms%n",
                SEATS,
                nanos.size(),
                lost,
                nanos.get(nanos.size() / 2) / 1e6,
                nanos.get(nanos.size() * 95 / 100) / 1e6,
                nanos.get(nanos.size() * 99 / 100) / 1e6);
    }
}
