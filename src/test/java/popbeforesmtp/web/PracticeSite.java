package popbeforesmtp.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import popbeforesmtp.Practice;
import popbeforesmtp.TurnedClock;
import popbeforesmtp.classroom.Classrooms;
import popbeforesmtp.classroom.MemoryClassStore;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.sandbox.door.Door;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.web.http.SiteOptions;

/** A started site before real mail servers, for tests of the web alone: a test's own, or registered for all of a class. */
public final class PracticeSite implements AutoCloseable, AfterAllCallback {

    private static final SiteOptions.Rate ANY = new SiteOptions.Rate(5_000, 5_000);

    private final String bind;
    private final Practice practice;
    private final Site site;

    public PracticeSite(SiteOptions options) {
        this(options, Worlds.Limits.usual());
    }

    public PracticeSite(SiteOptions options, Worlds.Limits limits) {
        this("127.0.0.1", options, limits, new Door(InstantSource.system()));
    }

    public PracticeSite(SiteOptions options, Door door) {
        this("127.0.0.1", options, Worlds.Limits.usual(), door);
    }

    private PracticeSite(String bind, SiteOptions options, Worlds.Limits limits, Door door) {
        ResourceRoot shelf = ResourceRoot.packed();
        this.bind = bind;
        practice = Practice.start(limits);
        site = new Site(
                new Routes.Parts(
                        practice.worlds(),
                        new Classrooms(new MemoryClassStore(), practice.worlds(), practice.clock()),
                        Library.open(shelf),
                        door,
                        practice.clock()),
                shelf,
                options);
        try {
            site.start(bind, 0);
        } catch (IOException e) {
            practice.close();
            throw new UncheckedIOException(e);
        }
    }

    /** A usual one at another address of this machine. */
    public static PracticeSite at(String bind, SiteOptions options, Door door) {
        return new PracticeSite(bind, options, Worlds.Limits.usual(), door);
    }

    /** A usual one, for which nobody presses too fast. */
    public static PracticeSite unhurried() {
        return new PracticeSite(SiteOptions.usual().withRates(ANY, ANY).withReads(ANY));
    }

    public Worlds worlds() {
        return practice.worlds();
    }

    /** True time, as far as worlds and classes know. */
    public TurnedClock clock() {
        return practice.clock();
    }

    public int port() {
        return site.port();
    }

    /** Asks with exactly these lines, and hears all of the answer. */
    public String ask(String... lines) throws IOException {
        String words = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(bind, site.port())) {
            socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Somebody with an empty cookie jar. */
    public Reader reader() {
        return new Reader(site.port());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        site.close();
        practice.close();
    }
}
