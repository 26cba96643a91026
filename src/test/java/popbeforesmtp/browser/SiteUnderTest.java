package popbeforesmtp.browser;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import popbeforesmtp.App;
import popbeforesmtp.Setup;
import popbeforesmtp.TurnedClock;
import popbeforesmtp.sandbox.door.Door;
import popbeforesmtp.store.StoreOptions;
import popbeforesmtp.web.http.SiteOptions;

/** The whole site, as it is packed, on a free port, for all tests of a class. Nobody presses too fast for it. */
final class SiteUnderTest implements BeforeAllCallback, AfterAllCallback {

    private static final SiteOptions.Rate ANY = new SiteOptions.Rate(100_000, 100_000);

    private final TurnedClock clock = new TurnedClock();
    private final String basePath;
    private final StoreOptions keeping;
    private final List<Learner> gone = new ArrayList<>();
    private App app;
    private String origin = "";

    private SiteUnderTest(String basePath, StoreOptions keeping) {
        this.basePath = basePath;
        this.keeping = keeping;
    }

    /** At the top of its host. */
    static SiteUnderTest atTop() {
        return below("");
    }

    /** Below a base path. */
    static SiteUnderTest below(String basePath) {
        return new SiteUnderTest(basePath, StoreOptions.inMemory());
    }

    /** At the top of its host; its worlds are kept in a folder that goes with it. */
    static SiteUnderTest lasting() {
        try {
            return new SiteUnderTest("", StoreOptions.in(Files.createTempDirectory("worlds")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start(0);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        app.close();
        keeping.folder().ifPresent(SiteUnderTest::delete);
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(int port) {
        SiteOptions options =
                SiteOptions.usual().withBasePath(basePath).withRates(ANY, ANY).withReads(ANY);
        app = new App(Setup.usual().withClock(clock).withSite(options).withKeeping(keeping));
        try {
            app.start("127.0.0.1", port);
            origin = "http://127.0.0.1:" + app.port();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it, and starts it again at the same port. No world is left, unless it keeps them. */
    void restart() {
        restart(() -> {});
    }

    /** The same with something that is done while it is away. */
    void restart(Runnable meanwhile) {
        int port = app.port();
        app.close();
        meanwhile.run();
        start(port);
    }

    /** Opens real ports for mail programs. */
    Door openDoor() {
        try {
            app.openDoor("127.0.0.1", 0, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return app.door();
    }

    /** Nobody did anything for so long; the sweeper has seen it. */
    void idle(Duration time) {
        clock.turn(time);
        app.worlds().sweep();
    }

    /** How many worlds there are. */
    int worlds() {
        return app.worlds().size();
    }

    /** The address of a page of it. */
    String url(String path) {
        return origin + basePath + path;
    }

    /** Where it is, also when it has gone. */
    String origin() {
        return origin;
    }

    /** Somebody with a browser of her own, without cookies. To be closed, which fails if the browser had to complain. */
    Learner learner(Browser browser, Scripts scripts) {
        Learner learner = gone.stream()
                .filter(each -> each.scripts() == scripts)
                .findFirst()
                .orElseGet(() -> new Learner(this, browser, scripts, gone::add));
        gone.remove(learner);
        return learner;
    }
}
