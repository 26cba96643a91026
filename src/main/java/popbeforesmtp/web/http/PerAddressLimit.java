package popbeforesmtp.web.http;

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

    public PerAddressLimit(SiteOptions options) {
        this.trustedProxies = ClientAddress.all(options.trustedProxies());
        setThreadLimit(AT_ONCE);
    }

    @Override
    protected String getRemoteIP(Request request) {
        return ClientAddress.behind(
                        trustedProxies,
                        Request.getRemoteAddr(request),
                        request.getHeaders().getValuesList(ClientAddress.FORWARDED))
                .share();
    }
}
