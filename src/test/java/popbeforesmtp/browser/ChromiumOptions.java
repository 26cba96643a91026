package popbeforesmtp.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;
import com.microsoft.playwright.junit.Options;
import com.microsoft.playwright.junit.OptionsFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The browser for {@code @UsePlaywright(ChromiumOptions.class)}: an installed one; else Playwright's own; else, as root
 * on Debian, the package chromium; else every browser test fails with one line that says what to do.
 */
public final class ChromiumOptions implements OptionsFactory {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    /** Whatever is to be downloaded is downloaded here, one browser and not all that Playwright knows. */
    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    @Override
    public Options getOptions() {
        return new Options()
                .setBrowserName("chromium")
                .setHeadless(true)
                .setPlaywrightCreateOptions(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD))
                .setLaunchOptions(launch());
    }

    /** For those who launch a browser of their own. */
    public static BrowserType.LaunchOptions launch() {
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setHeadless(true).setArgs(FLAGS);
        Chosen.BROWSER
                .orElseThrow(() -> new IllegalStateException("The browser tests found no browser and could get"
                        + " none: install Chromium, Chrome or Edge (Debian: apt install chromium), then run mvn verify"
                        + " again."))
                .executable()
                .ifPresent(options::setExecutablePath);
        return options;
    }

    /** Without an executable: the browser that Playwright has downloaded. */
    private record Browser(Optional<Path> executable) {}

    /** Looked for once in a test run. */
    private static final class Chosen {
        static final Optional<Browser> BROWSER = choose();

        private static Optional<Browser> choose() {
            Optional<Browser> browser = InstalledBrowser.find()
                    .map(path -> new Browser(Optional.of(path)))
                    .or(Chosen::download)
                    .or(Chosen::debianPackage);
            if (browser.isPresent() && Debian.mayInstall() && !Debian.hasJapaneseFont()) {
                Debian.install("fontconfig", "fonts-noto-cjk");
            }
            return browser;
        }

        private static Optional<Browser> download() {
            System.out.println("Browser tests: no browser installed, trying Playwright's own download");
            if (!playwright("install", "chromium")) {
                return Optional.empty();
            }
            if (Debian.mayInstall()) {
                System.out.println("Browser tests: installing the libraries that Playwright's Chromium needs");
                playwright("install-deps", "chromium");
            }
            return Optional.of(new Browser(Optional.empty()));
        }

        private static Optional<Browser> debianPackage() {
            return Debian.mayInstall() && Debian.install("chromium", "fontconfig", "fonts-noto-cjk")
                    ? InstalledBrowser.find().map(path -> new Browser(Optional.of(path)))
                    : Optional.empty();
        }

        private static boolean playwright(String... arguments) {
            ProcessBuilder command =
                    Driver.ensureDriverInstalled(NO_DOWNLOAD, false).createProcessBuilder();
            command.command().addAll(List.of(arguments));
            command.environment().put("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT", "10000");
            return Bounded.run(command, 10, TimeUnit.MINUTES);
        }
    }
}
