package popbeforesmtp.process;

import java.nio.file.Path;
import popbeforesmtp.App;
import popbeforesmtp.Setup;
import popbeforesmtp.store.StoreOptions;
import popbeforesmtp.web.http.SiteOptions;

/** The whole house in a process, for tests: it says its port, and ends when nobody listens to it any more. */
public final class SiteMain {

    private static final SiteOptions.Rate ANY = new SiteOptions.Rate(1_000_000, 1_000_000);

    /** Nobody's limits, and an address that is the same at every port. */
    static final SiteOptions OPTIONS =
            SiteOptions.usual().withRates(ANY, ANY).withReads(ANY).withPublicUrl("http://pop.example");

    private SiteMain() {}

    /**
     * Starts a site and says where it listens.
     *
     * @param arguments where worlds are kept: a folder, or the address of a database
     */
    public static void main(String[] arguments) throws Exception {
        String place = arguments[0];
        StoreOptions keeping = place.startsWith("jdbc:") ? StoreOptions.in(place) : StoreOptions.in(Path.of(place));
        App app = new App(Setup.usual().withSite(OPTIONS).withKeeping(keeping));
        app.start("127.0.0.1", 0);
        System.out.println(app.port());
        // The end of the input is the end of whoever started this.
        System.in.readAllBytes();
        Runtime.getRuntime().halt(0);
    }
}
