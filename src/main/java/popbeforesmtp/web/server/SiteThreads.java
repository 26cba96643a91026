package popbeforesmtp.web.server;

import org.eclipse.jetty.util.thread.QueuedThreadPool;
import popbeforesmtp.web.http.LastResort;

/** Who makes the pages. Nobody waits for a line in one of them. */
public final class SiteThreads extends QueuedThreadPool {

    private static final int MOST = 48;

    private final LastResort lastResort;

    /** @param lastResort hears what a thread's work ended with, if that was no answer */
    public SiteThreads(LastResort lastResort) {
        super(MOST);
        this.lastResort = lastResort;
    }

    @Override
    protected void onJobFailure(Throwable failure) {
        lastResort.note("a thread of the site", failure);
    }
}
