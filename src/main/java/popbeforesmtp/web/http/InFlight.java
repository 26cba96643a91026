package popbeforesmtp.web.http;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Knows how many requests are being answered, so that a stop can let them finish. Safe for any number of threads. */
public final class InFlight extends Handler.Wrapper {

    /** How often the clock is looked at while nothing happens. */
    private static final long LOOK_MILLIS = 50;

    private final LongSupplier nanos;
    private int answering;

    /**
     * @param pages who answers; a form is whole when it comes here
     * @param nanos true time, as {@link System#nanoTime()} tells it
     */
    public InFlight(Handler pages, LongSupplier nanos) {
        super(pages);
        this.nanos = nanos;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        begin();
        boolean handled = false;
        try {
            handled = super.handle(request, response, Callback.from(callback, this::end));
            return handled;
        } finally {
            if (!handled) {
                end();
            }
        }
    }

    private synchronized void begin() {
        answering++;
    }

    private synchronized void end() {
        answering--;
        notifyAll();
    }

    /**
     * Waits until all that have begun are answered.
     *
     * @param atMost how long
     * @return how many are still not
     */
    public synchronized int awaitAnswers(Duration atMost) {
        long since = nanos.getAsLong();
        try {
            while (answering > 0 && nanos.getAsLong() - since < atMost.toNanos()) {
                wait(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answering;
    }
}
