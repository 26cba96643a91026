package popbeforesmtp.deploy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import popbeforesmtp.Started;

/** Programs of this machine that the project does not need, but goes well with. */
final class Installed {

    /** Where Debian keeps what only root runs. */
    private static final String SYSTEM = "/usr/sbin";

    private Installed() {}

    /** Where a program is; whoever asks is skipped if it is not. */
    static String program(String name) {
        String path = System.getenv("PATH") + File.pathSeparator + SYSTEM;
        return Stream.of(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseGet(() -> Assumptions.abort(name + " is not installed here"));
    }

    /** What a program says about a file, if it says that the file is good. */
    static String says(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of(program(name)), Stream.of(arguments)).toList();
        try (Started run = Started.program(Map.of(), command)) {
            int code = run.exitCode();
            String said = String.join("\n", run.written());
            if (code != 0) {
                throw new AssertionError(String.join(" ", command) + " ended with " + code + ":\n" + said);
            }
            return said;
        }
    }
}
