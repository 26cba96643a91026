package popbeforesmtp;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Starts the site, visits it as a learner would, and ends: a run from which Java can make a class archive, so that later
 * starts are faster. Worlds are kept in a folder that is gone afterwards, unless an argument names another place.
 *
 * <pre>java -XX:ArchiveClassesAtExit=popbeforesmtp.jsa -cp popbeforesmtp.jar popbeforesmtp.Rehearsal
 * java -XX:SharedArchiveFile=popbeforesmtp.jsa -jar popbeforesmtp.jar</pre>
 */
public final class Rehearsal {

    private static final List<String> PAGES =
            List.of("/", "/read/story", "/learn/1", "/quiz", "/words", "/en/try", "/nothing", "/try");
    private static final List<String> PRESSES = List.of("receive", "send", "advance:after-end", "undo");
    private static final Pattern STEP = Pattern.compile("name=\"step\" value=\"([^\"]*)\"");

    private final String origin;
    private String cookie = "";
    private String page = "";

    private Rehearsal(int port) {
        origin = "http://localhost:" + port;
    }

    /** Arguments are options of the site; the port is any free one. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("rehearsal");
        Map<String, String> environment =
                Map.of("PORT", "0", "POPBEFORESMTP_ADMIN_PORT", "0", "POPBEFORESMTP_DATA", folder.toString());
        App app = new Launch(System.out, System.err)
                .run(List.of(arguments), environment)
                .orElseThrow();
        Rehearsal learner = new Rehearsal(app.port());
        for (String path : PAGES) {
            learner.ask(path, "");
        }
        for (String press : PRESSES) {
            learner.press(press);
        }
        new Rehearsal(app.adminPort().orElseThrow()).ask("/metrics", "");
        app.close();
        clear(folder);
        System.exit(0);
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    private void press(String press) throws IOException {
        Matcher step = STEP.matcher(page);
        String shown = step.find() ? step.group(1) : "";
        ask("/try", "step=" + URLEncoder.encode(shown, StandardCharsets.UTF_8) + "&press=" + press);
    }

    /** Asks for a page, or sends a form as htmx does. */
    private void ask(String path, String form) throws IOException {
        HttpURLConnection line =
                (HttpURLConnection) URI.create(origin + path).toURL().openConnection();
        line.setRequestProperty("Cookie", cookie);
        line.setRequestProperty("Accept-Encoding", "identity");
        if (!form.isEmpty()) {
            line.setDoOutput(true);
            line.setRequestProperty("HX-Request", "true");
            line.getOutputStream().write(form.getBytes(StandardCharsets.US_ASCII));
        }
        try (InputStream answer = line.getResponseCode() < 400 ? line.getInputStream() : line.getErrorStream()) {
            page = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
        String given = line.getHeaderField("Set-Cookie");
        cookie = given == null ? cookie : given.split(";", 2)[0];
    }
}
