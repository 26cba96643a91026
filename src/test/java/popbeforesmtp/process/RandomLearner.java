package popbeforesmtp.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.Setting;
import popbeforesmtp.web.Buttons;
import popbeforesmtp.web.Reader;

/**
 * A learner who presses and looks about at random, the same each time for the same seed. An act that gets no answer is done
 * again from the same page, as a learner does it whose browser says that nothing came back.
 */
final class RandomLearner {

    private static final Pattern RESULT = Pattern.compile("(?s)<section id=\"result\".*?</section>");
    private static final Pattern STEP = Pattern.compile("name=\"step\" value=\"([^\"]*)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> BUTTONS = List.of(
            "receive",
            "receive",
            "send",
            "send",
            "both",
            "dial",
            "hang-up",
            "next-caller",
            "close",
            "undo",
            "reset",
            "advance:1",
            "advance:5",
            "advance:before-end",
            "advance:after-end");
    private static final List<String> PLACES = List.of("centre", "next-seat", "home", "adsl", "phone", "stranger");
    private static final List<String> LINES = List.of(
            "USER hanako",
            "PASS sakura",
            "STAT",
            "LIST",
            "RETR 1",
            "QUIT",
            "EHLO pc",
            "MAIL FROM:<hanako@plala.example>",
            "RCPT TO:<taro@friend.example>",
            "DATA",
            "Subject: 花 🌸",
            ".",
            "ＮＯＯＰ");
    private static final List<String> CASES = List.of("free", "free", "free", "too-late", "redial", "auto-check");
    private static final List<String> PAGES =
            List.of("/try", "/en/try", "/compare-runs", "/learn/2", "/quiz", "/words", "/read/dion?claim=D4");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random random;
    private final Way way;
    private final List<String> answers = new ArrayList<>();
    private String cookie = "";
    private String step = "0.0";

    /** @param seed another one, another learner */
    RandomLearner(long seed, Way way) {
        this.random = new Random(seed);
        this.way = way;
    }

    /**
     * Looks at the first page, presses so often, and looks about in between and in the end.
     *
     * @return every page that was answered, in order, each with what was done
     */
    List<String> learn(int presses) throws InterruptedException {
        see("/try");
        for (int i = 0; i < presses; i++) {
            if (random.nextInt(6) == 0) {
                note();
            }
            if (random.nextInt(4) == 0) {
                see(any(PAGES));
                see("/try");
            }
            press();
            see("/try");
        }
        for (String page : PAGES) {
            see(page);
        }
        return answers;
    }

    private void press() throws InterruptedException {
        List<String> fields = new ArrayList<>(List.of("step", step, "case", any(CASES), "press"));
        switch (random.nextInt(8)) {
            case 0 -> fields.addAll(List.of("move", "place", any(PLACES)));
            case 1 -> {
                fields.remove("press");
                fields.addAll(Buttons.fields(new Press.Choose(options())));
            }
            case 2 ->
                fields.addAll(List.of("open", "host", "plala.example", "dialled", any(List.of("110", "25", "587"))));
            case 3, 4 -> fields.addAll(List.of("type", "line", any(LINES)));
            default -> fields.add(any(BUTTONS));
        }
        String page = ask("/try", fields, true);
        Matcher now = STEP.matcher(page);
        step = now.find() ? now.group(1) : step;
    }

    private void note() throws InterruptedException {
        if (random.nextBoolean()) {
            String from = "/learn/" + (1 + random.nextInt(5)) + "?trial=a";
            ask("/learn", List.of("from", from, "note", "guess", "guess", any(List.of("sent", "refused"))), true);
        } else {
            String from = "/quiz?q=" + (1 + random.nextInt(10));
            ask("/learn", List.of("from", from, "note", "answer", "answer", any(List.of("a", "b"))), true);
        }
    }

    private void see(String page) throws InterruptedException {
        ask(page, List.of(), false);
    }

    private Options options() {
        Setting setting = any(List.of(Setting.values()));
        return Options.USUAL.with(setting, any(setting.answers()));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Does something until there is an answer. */
    private String ask(String path, List<String> fields, boolean sends) throws InterruptedException {
        while (true) {
            int port = way.port();
            try {
                HttpResponse<String> answer = http.send(request(port, path, fields, sends), BodyHandlers.ofString());
                answer.headers().allValues("Set-Cookie").stream()
                        .filter(set -> set.startsWith("visitor="))
                        .forEach(set -> cookie = set.replaceFirst(";.*", ""));
                answers.add(path + " " + fields + " " + answer.statusCode() + "\n"
                        + (sends ? result(answer.body()) : answer.body()));
                way.answered();
                return answer.body();
            } catch (IOException e) {
                way.lost(port);
            }
        }
    }

    /** What a press is answered. Which other parts of the page come with it depends on what was lost before. */
    private static String result(String answer) {
        Matcher result = RESULT.matcher(answer);
        return result.find() ? result.group() : "";
    }

    private HttpRequest request(int port, String path, List<String> fields, boolean sends) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Cookie", cookie.isEmpty() ? "none=1" : cookie);
        if (!sends) {
            return request.GET().build();
        }
        String form = IntStream.range(0, fields.size() / 2)
                .mapToObj(i -> Reader.encoded(fields.get(2 * i)) + "=" + Reader.encoded(fields.get(2 * i + 1)))
                .collect(Collectors.joining("&"));
        return request.header("HX-Request", "true")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form, StandardCharsets.UTF_8))
                .build();
    }
}
