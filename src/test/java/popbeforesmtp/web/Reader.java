package popbeforesmtp.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A reader without scripts: keeps the cookies, follows nothing by itself, presses with the step of the page it sees. */
public final class Reader {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern STEP = Pattern.compile("name=\"step\" value=\"([^\"]*)\"");

    private final IntSupplier port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String page = "";

    public Reader(int port) {
        this(() -> port);
    }

    /** @param port where the next request goes */
    public Reader(IntSupplier port) {
        this.port = port;
    }

    /** The same reader, with the page still open, at a site that went on at another port. */
    public Reader at(int otherPort) {
        Reader same = new Reader(otherPort);
        same.cookies.putAll(cookies);
        same.page = page;
        return same;
    }

    /** Asks for a page, with more headers (name, value, …). */
    public HttpResponse<String> get(String path, String... headers) {
        HttpResponse<String> answer = ask(request(path, headers).GET().build());
        page = answer.body();
        return answer;
    }

    /** An answer that takes the place of the page, as htmx puts it there. */
    public HttpResponse<String> seen(HttpResponse<String> answer) {
        page = answer.body();
        return answer;
    }

    /** Sends a form whose fields are name, value, … */
    public HttpResponse<String> post(String path, List<String> fields, String... headers) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.size(); i += 2) {
            pairs.add(encoded(fields.get(i)) + "=" + encoded(fields.get(i + 1)));
        }
        return ask(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs)))
                .build());
    }

    /** PressHandler a button of {@code /try} with the step of the page seen last. */
    public HttpResponse<String> press(String button, String... headers) {
        return post("/try", List.of("step", step(), "press", button), headers);
    }

    /** PressHandler and goes where the answer leads. */
    public String pressAndSee(String button) {
        return get(press(button).headers().firstValue("Location").orElseThrow().replaceFirst("#.*", ""))
                .body();
    }

    /** The step of the page seen last. */
    public String step() {
        Matcher step = STEP.matcher(page);
        return step.find() ? step.group(1) : "0.0";
    }

    /** All cookies, as a browser sends them. */
    public String cookie() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Throws all cookies away for others, written as a browser sends them. */
    public void cookie(String written) {
        cookies.clear();
        for (String cookie : written.split("; ", -1)) {
            keep(cookie);
        }
    }

    private void keep(String cookie) {
        String[] halves = cookie.replaceFirst(";.*", "").split("=", 2);
        cookies.put(halves[0], halves[1]);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.getAsInt() + path));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookie());
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> ask(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A text as it stands in a form or a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
