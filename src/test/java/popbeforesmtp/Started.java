package popbeforesmtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The site as a process of its own. What it writes is kept; it is gone when this is closed. */
public final class Started implements AutoCloseable {

    private static final int SECONDS = 60;
    private static final Pattern URL = Pattern.compile("http://localhost:([0-9]+)\\S*/ \\(ready");
    private static final String END = "\0";

    /** As the unit and the container have it, and quicker to be there. */
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final BlockingQueue<String> coming = new LinkedBlockingQueue<>();
    private final List<String> written = new ArrayList<>();

    private Started(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("POPBEFORESMTP_") || name.equals("PORT"));
        builder.environment().putAll(environment);
        process = builder.start();
        Thread reader = new Thread(this::read, "what the site writes");
        reader.setDaemon(true);
        reader.start();
    }

    /** The classes as they were compiled. */
    public static Started site(Map<String, String> environment, String... arguments) throws IOException {
        return java(
                environment,
                Stream.of(QUICK.stream(), Stream.of("-cp", classPath(), "popbeforesmtp.App"), Stream.of(arguments))
                        .flatMap(part -> part));
    }

    /** Another program of ours, as it was compiled. */
    public static Started classes(String type, List<String> flags, String... arguments) throws IOException {
        return java(
                Map.of(),
                Stream.of(flags.stream(), Stream.of("-cp", classPath(), type), Stream.of(arguments))
                        .flatMap(part -> part));
    }

    /** Where the classes are. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** The jar as it was packed. */
    public static Started jar(Path jar, List<String> flags, String... arguments) throws IOException {
        return java(
                Map.of(),
                Stream.of(flags.stream(), Stream.of("-jar", jar.toString()), Stream.of(arguments))
                        .flatMap(part -> part));
    }

    /** Another program in the jar. */
    public static Started main(String type, Path jar, List<String> flags) throws IOException {
        return java(Map.of(), Stream.concat(flags.stream(), Stream.of("-cp", jar.toString(), type)));
    }

    /** Any program. */
    public static Started program(Map<String, String> environment, List<String> command) throws IOException {
        return new Started(command, environment);
    }

    private static Started java(Map<String, String> environment, Stream<String> arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Started(Stream.concat(Stream.of(java), arguments).toList(), environment);
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                coming.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            coming.add(END);
        }
    }

    /** Waits for a line that says this, and gives what its first group holds, or all of it. */
    public String says(Pattern pattern) throws InterruptedException {
        while (true) {
            String line = coming.poll(SECONDS, TimeUnit.SECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError("it never said " + pattern + ", only " + written);
            }
            written.add(line);
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                return matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
            }
        }
    }

    /** Waits until it is up. */
    public int port() throws InterruptedException {
        return Integer.parseInt(says(URL));
    }

    /** SIGTERM, where there is such a thing. */
    public void terminate() {
        process.toHandle().destroy(); // Process.destroy would close what it writes to.
    }

    /** Waits for its end. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end; it said " + written);
        }
        for (String line = coming.take(); !line.equals(END); line = coming.take()) {
            written.add(line);
        }
        coming.add(END);
        return process.exitValue();
    }

    /** The number of the process. */
    public long pid() {
        return process.pid();
    }

    /** All that was written and waited for. */
    public List<String> written() {
        return List.copyOf(written);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
