package popbeforesmtp.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The jar as people run it, in a process of its own. */
final class SiteJar implements AutoCloseable {

    static final Path JAR = Path.of("target", "popbeforesmtp.jar");

    private static final Path UNIT = Path.of("deploy", "popbeforesmtp.service");
    private static final Pattern READY = Pattern.compile("http://localhost:([0-9]+)/ \\(ready after ([0-9.]+) s");

    private final Process process;
    private final URI address;
    private final double ready;

    private SiteJar(Process process, URI address, double ready) {
        this.process = process;
        this.address = address;
        this.ready = ready;
    }

    /**
     * Starts it, and waits until it is ready.
     *
     * @param flags of Java
     * @param options of the site
     */
    static SiteJar start(List<String> flags, String... options) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> site = List.of("-jar", JAR.toString(), "--port", "0", "--trusted-proxy", "127.0.0.1");
        List<String> command = Stream.of(Stream.of(java), flags.stream(), site.stream(), Stream.of(options))
                .flatMap(part -> part)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        ofTheUnit("Environment=MALLOC_").forEach(each -> {
            String[] halves = each.split("=", 3);
            builder.environment().put(halves[1], halves[2]);
        });
        Process process = builder.start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                URI address = URI.create("http://127.0.0.1:" + ready.group(1));
                return new SiteJar(process, address, Double.parseDouble(ready.group(2)));
            }
        }
        throw new IOException("it did not start: " + String.join(" ", command));
    }

    /** The flags that the unit gives Java, without those that are about its folders. */
    static List<String> unitFlags() throws IOException {
        return Stream.of(ofTheUnit("ExecStart=").get(0).split(" ", -1))
                .filter(word -> word.startsWith("-X") && !word.contains("%"))
                .toList();
    }

    private static List<String> ofTheUnit(String begin) throws IOException {
        return Files.readString(UNIT)
                .lines()
                .filter(line -> line.startsWith(begin))
                .toList();
    }

    URI address() {
        return address;
    }

    /** After how many seconds it was ready, as it says. */
    double ready() {
        return ready;
    }

    /** Its resident memory now, in MiB, as Linux tells it. */
    double resident() throws IOException {
        return memory("VmRSS");
    }

    /** The most that it ever was. */
    double mostResident() throws IOException {
        return memory("VmHWM");
    }

    private double memory(String what) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"))
                .lines()
                .filter(line -> line.startsWith(what + ":"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** How much processor time it has taken, in seconds. */
    double processorSeconds() {
        return process.toHandle().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
