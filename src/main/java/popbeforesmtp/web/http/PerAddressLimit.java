package popbeforesmtp.web.http;

import java.util.List;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;

/**
 * Lets one address have a few pages made at once; its other requests wait for their turn without holding anything. So a
 * visitor from elsewhere never stands behind all that one address asks for.
 */
public final class PerAddressLimit extends ThreadLimitHandler {

    /** More would be no faster: making a page is work, and waits for nobody. */
    private static final int AT_ONCE = 6;

    private final Set<ClientAddress> trustedProxies;
    private final UntrustedProxy untrusted;

    public PerAddressLimit(SiteOptions options) {
        this.trustedProxies = ClientAddress.all(options.trustedProxies());
        this.untrusted = new UntrustedProxy(trustedProxies);
        setThreadLimit(AT_ONCE);
    }

    @Override
    protected String getRemoteIP(Request request) {
        String end = Request.getRemoteAddr(request);
        List<String> forwarded = request.getHeaders().getValuesList(ClientAddress.FORWARDED);
        if (!forwarded.isEmpty()) {
            untrusted.forwardedBy(end);
        }
        return ClientAddress.behind(trustedProxies, end, forwarded).share();
    }
}
