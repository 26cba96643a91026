package popbeforesmtp.web.server;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.web.http.ClientAddress;
import popbeforesmtp.web.http.SiteOptions;
import popbeforesmtp.web.http.UntrustedProxy;

/**
 * Lets one address have a few pages made at once; its other requests wait for their turn without holding anything. So a
 * visitor from elsewhere never stands behind all that one address asks for. Nor does a supervisor: what it asks is answered at
 * once, or it would end a site that is only busy.
 */
public final class PerAddressLimit extends ThreadLimitHandler {

    /** More would be no faster: making a page is work, and waits for nobody. */
    private static final int AT_ONCE = 6;

    private final Callers callers;
    private final UntrustedProxy untrusted;

    public PerAddressLimit(SiteOptions options) {
        this.callers = new Callers(options);
        this.untrusted = new UntrustedProxy(ClientAddress.all(options.trustedProxies()));
        setThreadLimit(AT_ONCE);
        setHandler(new Turn());
    }

    @Override
    public boolean onConditionsMet(Request request, Response response, Callback callback) throws Exception {
        ClientConnection.queues(request);
        return super.onConditionsMet(request, response, callback);
    }

    /** Nobody if the request need not wait for its turn. */
    @Override
    protected @Nullable String getRemoteIP(Request request) {
        if (request.getHeaders().contains(ClientAddress.FORWARDED)) {
            untrusted.forwardedBy(Request.getRemoteAddr(request));
        }
        return callers.isSupervisor(request) ? null : callers.of(request).share();
    }
}
