package popbeforesmtp.web;

import java.io.IOException;
import java.time.InstantSource;
import popbeforesmtp.Practice;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.Shelf;
import popbeforesmtp.sandbox.Door;
import popbeforesmtp.sandbox.Worlds;

/** A started site before real mail servers, for tests of the web alone. */
final class PracticeSite implements AutoCloseable {

    private final Practice practice;
    private final Site site;

    PracticeSite(SiteOptions options) throws IOException {
        this(options, Worlds.Limits.usual());
    }

    PracticeSite(SiteOptions options, Worlds.Limits limits) throws IOException {
        Shelf shelf = Shelf.packed();
        practice = Practice.start(limits);
        site = new Site(practice.worlds(), Library.open(shelf), new Door(InstantSource.system()), shelf, options);
        site.start("127.0.0.1", 0);
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
    public void close() {
        site.close();
        practice.close();
    }
}
