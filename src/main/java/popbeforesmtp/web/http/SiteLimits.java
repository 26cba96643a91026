package popbeforesmtp.web.http;

import popbeforesmtp.web.http.SiteOptions.Rate;

/**
 * How much of the site one visitor, one address and all of them together may take.
 *
 * @param presses how fast one visitor may press
 * @param worlds how fast worlds may be made from one address
 * @param reads how fast pages and files may be asked for from one address
 * @param connections how many connections may be open
 * @param forms how many octets of forms may be kept until the rest of them is there, each form counted as 10 KiB more
 */
public record SiteLimits(Rate presses, Rate worlds, Rate reads, Share connections, Share forms) {

    /** Of what a process may open, connections to the site get so much: one in three. Mail sessions take two each. */
    private static final int PART_OF_FILES = 3;

    /** Fewer connections than these, and a browser alone would fill them. */
    private static final int FEWEST = 24;

    /**
     * How much there may be.
     *
     * @param all for everybody together
     * @param address for one address (IPv6: a /64)
     */
    public record Share(int all, int address) {}

    /**
     * 5 presses a second and visitor, 60 new worlds a minute and address, 50 pages or files a second and address, 600 at
     * once; 1,000 connections, 300 of one address; 4 MiB of unfinished forms, 1 MiB of one address.
     */
    public static SiteLimits usual() {
        return new SiteLimits(
                new Rate(5, 20),
                new Rate(1, 60),
                new Rate(50, 600),
                new Share(1_000, 300),
                new Share(4 << 20, 1 << 20));
    }

    /**
     * The same for a process that may open only so many files: connections leave enough of them to the mail servers, so
     * that no press fails for want of one.
     *
     * @param files how many files and sockets the process may have open
     */
    public SiteLimits within(long files) {
        int all = (int) Math.min(connections.all(), Math.max(FEWEST, files / PART_OF_FILES));
        Share fewer = new Share(all, Math.min(connections.address(), Math.max(1, all / 2)));
        return withConnections(fewer);
    }

    /** The same with other bounds for connections. */
    public SiteLimits withConnections(Share share) {
        return new SiteLimits(presses, worlds, reads, share, forms);
    }

    /** The same with other bounds for unfinished forms. */
    public SiteLimits withForms(Share share) {
        return new SiteLimits(presses, worlds, reads, connections, share);
    }

    /** The same with other rates. */
    SiteLimits withRates(Rate pressRate, Rate worldRate, Rate readRate) {
        return new SiteLimits(pressRate, worldRate, readRate, connections, forms);
    }
}
