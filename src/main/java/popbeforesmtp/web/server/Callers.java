package popbeforesmtp.web.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import popbeforesmtp.web.http.ClientAddress;
import popbeforesmtp.web.http.SiteOptions;

/** Who is at the other end: of a connection, and of a request that a trusted proxy may have passed on. */
final class Callers {

    /** Every limit asks; it is found out once a request. */
    private static final String KNOWN = Callers.class.getName();

    private final Set<ClientAddress> trustedProxies;

    Callers(SiteOptions options) {
        this.trustedProxies = ClientAddress.all(options.trustedProxies());
    }

    /** Where a request comes from. */
    ClientAddress of(Request request) {
        if (request.getAttribute(KNOWN) instanceof ClientAddress known) {
            return known;
        }
        ClientAddress caller = ClientAddress.behind(
                trustedProxies,
                Request.getRemoteAddr(request),
                request.getHeaders().getValuesList(ClientAddress.FORWARDED));
        request.setAttribute(KNOWN, caller);
        return caller;
    }

    /** The other end of a connection. */
    static ClientAddress of(SocketAddress end) {
        return new ClientAddress(
                end instanceof InetSocketAddress socket ? Optional.ofNullable(socket.getAddress()) : Optional.empty());
    }

    /** Whether that end speaks for many. */
    boolean isProxy(ClientAddress end) {
        return trustedProxies.contains(end);
    }
}
