package popbeforesmtp.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import popbeforesmtp.App;
import popbeforesmtp.Setup;
import popbeforesmtp.TurnedClock;
import popbeforesmtp.sandbox.door.Door;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.web.http.SiteOptions;

/** The App, started at a free port, for tests of what the web says: a test's own, or registered for all of a class. */
public final class PracticeSite implements AutoCloseable, AfterAllCallback {

    private static final SiteOptions.Rate ANY = new SiteOptions.Rate(5_000, 5_000);

    private final String bind;
    private final App app;

    public PracticeSite(SiteOptions options) {
        this(Setup.usual().withSite(options));
    }

    public PracticeSite(SiteOptions options, Worlds.Limits limits) {
        this(Setup.usual().withSite(options).withWorlds(limits));
    }

    public PracticeSite(Setup setup) {
        this("127.0.0.1", setup);
    }

    private PracticeSite(String bind, Setup setup) {
        this.bind = bind;
        app = new App(setup.withClock(new TurnedClock()));
        try {
            app.start(bind, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A usual one at another address of this machine. */
    public static PracticeSite at(String bind, SiteOptions options) {
        return new PracticeSite(bind, Setup.usual().withSite(options));
    }

    /** A usual one, for which nobody presses too fast. */
    public static PracticeSite unhurried() {
        return new PracticeSite(SiteOptions.usual().withRates(ANY, ANY).withReads(ANY));
    }

    public Worlds worlds() {
        return app.worlds();
    }

    public int port() {
        return app.port();
    }

    /** Opens the door at 127.0.0.1. */
    public Door openDoor() throws IOException {
        app.openDoor("127.0.0.1", 0, 0);
        return app.door();
    }

    /** Asks with exactly these lines, and hears all of the answer. */
    public String ask(String... lines) throws IOException {
        String words = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(bind, app.port())) {
            socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Somebody with an empty cookie jar. */
    public Reader reader() {
        return new Reader(app.port());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        app.close();
    }
}
