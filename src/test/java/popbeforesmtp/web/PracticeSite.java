package popbeforesmtp.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import popbeforesmtp.Practice;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.Shelf;
import popbeforesmtp.sandbox.Door;
import popbeforesmtp.sandbox.Worlds;

/** A started site before real mail servers, for tests of the web alone: a test's own, or registered for all of a class. */
final class PracticeSite implements AutoCloseable, AfterAllCallback {

    private static final SiteOptions.Rate ANY = new SiteOptions.Rate(5_000, 5_000);

    private final Practice practice;
    private final Site site;

    PracticeSite(SiteOptions options) {
        this(options, Worlds.Limits.usual());
    }

    PracticeSite(SiteOptions options, Worlds.Limits limits) {
        Shelf shelf = Shelf.packed();
        practice = Practice.start(limits);
        site = new Site(practice.worlds(), Library.open(shelf), new Door(InstantSource.system()), shelf, options);
        try {
            site.start("127.0.0.1", 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A usual one, for which nobody presses too fast. */
    static PracticeSite unhurried() {
        return new PracticeSite(SiteOptions.usual().withRates(ANY, ANY));
    }

    Worlds worlds() {
        return practice.worlds();
    }

    int port() {
        return site.port();
    }

    /** Somebody with an empty cookie jar. */
    Reader reader() {
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
