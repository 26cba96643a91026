package popbeforesmtp.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command that may take long but not for ever; its last words are shown only if it fails. */
final class Bounded {
    private Bounded() {}

    /** True if the command ended by itself, in time and with exit code 0. */
    static boolean run(ProcessBuilder command, long time, TimeUnit unit) {
        try {
            File words = File.createTempFile("browser-tests", ".log");
            words.deleteOnExit();
            Process process =
                    command.redirectErrorStream(true).redirectOutput(words).start();
            boolean done = process.waitFor(time, unit) && process.exitValue() == 0;
            if (!done) {
                process.destroyForcibly();
                System.out.println(String.join(" ", command.command()) + ": did not work");
                List<String> lines = Files.readAllLines(words.toPath(), ISO_8859_1);
                lines.subList(Math.max(0, lines.size() - 5), lines.size()).forEach(System.out::println);
            }
            return done;
        } catch (IOException cannotStart) {
            System.out.println(cannotStart.getMessage());
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
