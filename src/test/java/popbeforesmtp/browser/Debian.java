package popbeforesmtp.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Debian on which we are root: what the browser tests miss is installed there, never silently. */
final class Debian {
    private Debian() {}

    static boolean mayInstall() {
        Path release = Path.of("/etc/os-release");
        try {
            return System.getProperty("user.name").equals("root")
                    && Files.isExecutable(Path.of("/usr/bin/apt-get"))
                    && Files.exists(release)
                    && Files.readAllLines(release).contains("ID=debian");
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** True if apt-get said that the packages are there now. */
    static boolean install(String... packages) {
        System.out.println("Browser tests: apt-get update, apt-get install " + String.join(" ", packages));
        return run(10, "apt-get", "-qq", "update")
                && run(
                        20,
                        Stream.concat(
                                        Stream.of("apt-get", "-qq", "-y", "--no-install-recommends", "install"),
                                        Stream.of(packages))
                                .toArray(String[]::new));
    }

    /** Japanese pages and pictures need Japanese letters. */
    static boolean hasJapaneseFont() {
        try {
            Process list = new ProcessBuilder(List.of("fc-list", ":lang=ja")).start();
            list.getOutputStream().close();
            return list.getInputStream().readAllBytes().length > 0;
        } catch (IOException noFontconfig) {
            return false;
        }
    }

    private static boolean run(int minutes, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return Bounded.run(builder, minutes, TimeUnit.MINUTES);
    }
}
