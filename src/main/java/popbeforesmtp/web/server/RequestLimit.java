package popbeforesmtp.web.server;

import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.web.http.RateLimiter;
import popbeforesmtp.web.http.SiteOptions;

/**
 * Lets one address ask for pages and files at a certain rate. Presses have a limit of their own, by visitor; a
 * supervisor has none.
 */
public final class RequestLimit extends Handler.Wrapper {

    private final RateLimiter reads;
    private final Callers callers;
    private final Meter meter;

    /** @param handler who answers */
    public RequestLimit(Handler handler, SiteOptions options) {
        super(handler);
        this.reads = new RateLimiter(options.limits().reads(), options.nanos());
        this.callers = new Callers(options);
        this.meter = options.operation().meter();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean isRead = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        if (isRead
                && !callers.isSupervisor(request)
                && !reads.lets(callers.of(request).share())) {
            meter.refused(Meter.Limit.READS);
            Response.writeError(request, response, callback, HttpStatus.TOO_MANY_REQUESTS_429);
            return true;
        }
        return super.handle(request, response, callback);
    }
}
