package popbeforesmtp.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Learners who receive and send in turn, each from an address of its own where the site believes that.
 *
 * @param sites where they press, in turn
 * @param learners how many
 * @param presses how many each
 * @param pauseMillis how long after a press the next one follows, in milliseconds; 0 for as soon as it was answered
 */
record PressLoad(List<URI> sites, int learners, int presses, long pauseMillis) {

    private static final Pattern STEP = Pattern.compile("name=\"step\" value=\"([^\"]+)\"");

    /** A world takes 200 presses; then it begins anew. */
    private static final int BEFORE_RESET = 180;

    /**
     * What it came to.
     *
     * @param perSecond presses a second
     * @param millis how long each press took, in milliseconds, the shortest first
     */
    @SuppressWarnings("ArrayRecordComponent") // Read by us alone.
    record Figures(double perSecond, double[] millis) {

        double percentile(int percent) {
            return millis[Math.min(millis.length - 1, millis.length * percent / 100)];
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.0f presses a second; p50 %.1f ms, p95 %.1f ms, p99 %.1f ms",
                    perSecond,
                    percentile(50),
                    percentile(95),
                    percentile(99));
        }
    }

    /** All press; whoever gets a wrong answer ends it. */
    Figures press() throws Exception {
        ExecutorService room = Executors.newFixedThreadPool(learners);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            List<Future<double[]>> learning = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < learners; i++) {
                int number = i;
                learning.add(room.submit(() -> learn(client, number)));
            }
            List<double[]> times = new ArrayList<>();
            for (Future<double[]> learner : learning) {
                times.add(learner.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double[] sorted =
                    times.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
            return new Figures(sorted.length / seconds, sorted);
        } finally {
            room.shutdownNow();
        }
    }

    private URI site(int turn) {
        return sites.get(turn % sites.size()).resolve("/try");
    }

    private static HttpRequest.Builder request(URI to, int number) {
        return HttpRequest.newBuilder(to).header("X-Forwarded-For", "10.1." + number / 250 + "." + (1 + number % 250));
    }

    /** One learner: looks, then presses. */
    private double[] learn(HttpClient client, int number) throws Exception {
        HttpResponse<String> page = client.send(request(site(number), number).build(), BodyHandlers.ofString());
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        String step = step(page);
        TimeUnit.MILLISECONDS.sleep(pauseMillis * number / learners);
        double[] millis = new double[presses];
        for (int i = 0; i < presses; i++) {
            String press = i % BEFORE_RESET == BEFORE_RESET - 1 ? "reset" : i % 2 == 0 ? "receive" : "send";
            HttpRequest request = request(site(number + i), number)
                    .header("Cookie", cookie)
                    .header("HX-Request", "true")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("step=" + step + "&press=" + press))
                    .build();
            long start = System.nanoTime();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            millis[i] = (System.nanoTime() - start) / 1e6;
            if (answer.statusCode() != 200 || !answer.body().contains(expected(press))) {
                throw new IllegalStateException(answer.statusCode() + " to " + press + " of " + step);
            }
            step = step(answer);
            TimeUnit.MILLISECONDS.sleep(Math.max(0, pauseMillis - Math.round(millis[i])));
        }
        return millis;
    }

    private static String expected(String press) {
        return switch (press) {
            case "receive" -> "data-outcome=\"received\"";
            case "send" -> "data-outcome=\"sent\"";
            default -> "id=\"result\"";
        };
    }

    private static String step(HttpResponse<String> page) {
        Matcher step = STEP.matcher(page.body());
        if (!step.find()) {
            throw new IllegalStateException("no step in an answer of " + page.statusCode());
        }
        return step.group(1);
    }
}
