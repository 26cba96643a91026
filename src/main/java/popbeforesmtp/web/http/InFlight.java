package popbeforesmtp.web.http;

import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Knows how many requests are being answered, so that a stop can let them finish. Safe for any number of threads. */
public final class InFlight extends Handler.Wrapper {

    private int answering;

    /** @param pages who answers; a form is whole when it comes here */
    public InFlight(Handler pages) {
        super(pages);
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
        long until = System.nanoTime() + atMost.toNanos();
        try {
            for (long left = atMost.toMillis(); answering > 0 && left > 0; left = millisUntil(until)) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answering;
    }

    private static long millisUntil(long nanos) {
        return Duration.ofNanos(nanos - System.nanoTime()).toMillis();
    }
}
