package popbeforesmtp.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium, Chrome or Edge that this computer has already. */
final class InstalledBrowser {
    private static final List<String> COMMANDS = List.of(
            "chromium",
            "google-chrome",
            "google-chrome-stable",
            "chromium-browser",
            "microsoft-edge",
            "microsoft-edge-stable");
    private static final List<String> MAC = List.of(
            "Google Chrome.app/Contents/MacOS/Google Chrome",
            "Chromium.app/Contents/MacOS/Chromium",
            "Microsoft Edge.app/Contents/MacOS/Microsoft Edge");
    private static final List<String> WINDOWS = List.of(
            "Google/Chrome/Application/chrome.exe",
            "Chromium/Application/chrome.exe",
            "Microsoft/Edge/Application/msedge.exe");

    private InstalledBrowser() {}

    static Optional<Path> find() {
        return places().filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> places() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return in(Stream.of("/Applications", System.getProperty("user.home") + "/Applications"), MAC);
        }
        Map<String, String> env = System.getenv();
        if (system.contains("windows")) {
            Stream<String> roots = Stream.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")
                    .map(env::get)
                    .filter(Objects::nonNull);
            return in(roots, WINDOWS);
        }
        return in(Stream.of(env.getOrDefault("PATH", "/usr/bin").split(File.pathSeparator, -1)), COMMANDS);
    }

    private static Stream<Path> in(Stream<String> folders, List<String> names) {
        return folders.filter(folder -> !folder.isEmpty())
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)));
    }
}
