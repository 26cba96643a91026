package popbeforesmtp.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
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
    private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"(/static/[^\"]+)\"");

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
        System.out.println(
                LEARNERS + " learners at once: " + new PressLoad(List.of(site), LEARNERS, PRESSES, 0).press());
    }

    /** From the start of the process to the first answer that could be given, as the jar itself says. */
    private static void ready() throws IOException {
        if (!Files.exists(SiteJar.JAR)) {
            System.out.println("ready time: no " + SiteJar.JAR + " (mvn package makes it)");
            return;
        }
        for (int round = 1; round <= ROUNDS; round++) {
            try (SiteJar jar = SiteJar.start(List.of())) {
                System.out.printf(Locale.ROOT, "the jar: ready after %.1f s%n", jar.ready());
            }
        }
    }
}
