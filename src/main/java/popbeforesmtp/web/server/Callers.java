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

    private static final Set<String> SUPERVISED = Set.of("/health", "/livez", "/readyz");

    private final Set<ClientAddress> trustedProxies;
    private final String basePath;

    Callers(SiteOptions options) {
        this.trustedProxies = ClientAddress.all(options.trustedProxies());
        this.basePath = options.basePath();
    }

    /**
     * Whether a supervisor asks, who is to be answered at once however much else comes from that address: or it would end a
     * site that is only busy. What it is told costs next to nothing.
     */
    boolean isSupervisor(Request request) {
        String path = Request.getPathInContext(request);
        return path.startsWith(basePath) && SUPERVISED.contains(path.substring(basePath.length()));
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
