package popbeforesmtp.web;

import java.io.IOException;
import java.nio.file.Path;
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
        this(options, limits, Shelf.live(Path.of("")));
    }

    private PracticeSite(SiteOptions options, Worlds.Limits limits, Shelf shelf) throws IOException {
        practice = Practice.start(limits);
        site = new Site(practice.worlds(), Library.open(shelf), new Door(InstantSource.system()), shelf, options);
        site.start("127.0.0.1", 0);
    }

    /** As it is packed: fast, for who asks for very many pages. */
    static PracticeSite packed(SiteOptions options) throws IOException {
        return new PracticeSite(options, Worlds.Limits.usual(), Shelf.packed());
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
