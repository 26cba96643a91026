package popbeforesmtp.benchmark;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import popbeforesmtp.App;
import popbeforesmtp.Setup;
import popbeforesmtp.web.http.SiteOptions;

/** Prints what the site costs: presses of a whole class, the first view, the time to be ready. */
final class WebBenchmark {

    private static final int LEARNERS = 40;
    private static final int PRESSES = 60;
    private static final int ROUNDS = 4;
    private static final Path JAR = Path.of("target", "popbeforesmtp.jar");
    private static final Pattern STEP = Pattern.compile("name=\"step\" value=\"([^\"]+)\"");
    private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"(/static/[^\"]+)\"");
    private static final Pattern READY = Pattern.compile("ready after ([0-9.]+) s");

    private WebBenchmark() {}

    static void run() throws Exception {
        SiteOptions.Rate free = new SiteOptions.Rate(1_000_000, 1_000_000);
        SiteOptions options = SiteOptions.usual().withRates(free, free).withReads(free);
        try (App app = new App(Setup.usual().withSite(options))) {
            app.start("127.0.0.1", 0);
            URI site = URI.create("http://127.0.0.1:" + app.port());
            firstView(site, "/");
            firstView(site, "/try");
            for (int round = 1; round <= ROUNDS; round++) {
                presses(site);
            }
        }
        ready();
    }

    /** A page with all that it links to, compressed. */
    private static void firstView(URI site, String path) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        byte[] page = compressed(client, site.resolve(path));
        String html;
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(page))) {
            html = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
        int octets = page.length;
        int requests = 1;
        Matcher linked = LINKED.matcher(html);
        while (linked.find()) {
            octets += compressed(client, site.resolve(linked.group(1))).length;
            requests++;
        }
        System.out.printf(Locale.ROOT, "first view of %s: %.1f kB, %d requests%n", path, octets / 1000.0, requests);
    }

    private static byte[] compressed(HttpClient client, URI address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", "gzip")
                .build();
        return client.send(request, BodyHandlers.ofByteArray()).body();
    }

    /** A class presses as fast as it is answered. */
    private static void presses(URI site) throws Exception {
        ExecutorService room = Executors.newFixedThreadPool(LEARNERS);
        try {
            List<Future<long[]>> learners = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < LEARNERS; i++) {
                learners.add(room.submit(() -> learn(site)));
            }
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> learner : learners) {
                times.add(learner.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] sorted =
                    times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%d learners at once: %.0f presses a second; p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n",
                    LEARNERS,
                    sorted.length / seconds,
                    sorted[sorted.length / 2] / 1e6,
                    sorted[sorted.length * 95 / 100] / 1e6,
                    sorted[sorted.length * 99 / 100] / 1e6);
        } finally {
            room.shutdownNow();
        }
    }

    /** One learner: looks, then receives and sends in turn. */
    private static long[] learn(URI site) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<String> page =
                client.send(HttpRequest.newBuilder(site.resolve("/try")).build(), BodyHandlers.ofString());
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        String step = step(page);
        long[] nanos = new long[PRESSES];
        for (int i = 0; i < PRESSES; i++) {
            String press = i % 2 == 0 ? "receive" : "send";
            HttpRequest request = HttpRequest.newBuilder(site.resolve("/try"))
                    .header("Cookie", cookie)
                    .header("HX-Request", "true")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("step=" + step + "&press=" + press))
                    .build();
            long start = System.nanoTime();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            nanos[i] = System.nanoTime() - start;
            String expected = press.equals("receive") ? "data-outcome=\"received\"" : "data-outcome=\"sent\"";
            if (answer.statusCode() != 200 || !answer.body().contains(expected)) {
                throw new IllegalStateException(answer.statusCode() + " to " + press + " of " + step);
            }
            step = step(answer);
        }
        return nanos;
    }

    private static String step(HttpResponse<String> page) {
        Matcher step = STEP.matcher(page.body());
        if (!step.find()) {
            throw new IllegalStateException("no step in an answer of " + page.statusCode());
        }
        return step.group(1);
    }

    /** From the start of the process to the first answer that could be given, as the jar itself says. */
    private static void ready() throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            System.out.println("ready time: no " + JAR + " (mvn package makes it)");
            return;
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        for (int round = 1; round <= ROUNDS; round++) {
            Process site = new ProcessBuilder(java, "-jar", JAR.toString(), "--port", "0")
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(site.getInputStream(), StandardCharsets.UTF_8))) {
                String line = said.readLine();
                while (line != null && !READY.matcher(line).find()) {
                    line = said.readLine();
                }
                System.out.println("the jar: " + line);
            } finally {
                site.destroy();
                site.waitFor();
            }
        }
    }
}
