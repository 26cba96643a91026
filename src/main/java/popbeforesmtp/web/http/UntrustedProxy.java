package popbeforesmtp.web.http;

import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells once that X-Forwarded-For comes from an address that is not trusted: then most likely a proxy was forgotten, and all
 * who come through it count as one visitor. Safe for any number of threads.
 */
public final class UntrustedProxy {

    private static final Logger LOG = LoggerFactory.getLogger(UntrustedProxy.class);

    private final Set<ClientAddress> trusted;
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param trusted the proxies that are believed */
    public UntrustedProxy(Set<ClientAddress> trusted) {
        this.trusted = trusted;
    }

    /** Somebody at the other end of a line has sent X-Forwarded-For. */
    public void forwardedBy(String end) {
        ClientAddress sender = ClientAddress.of(end);
        if (!trusted.contains(sender) && told.compareAndSet(false, true)) {
            LOG.warn(
                    "X-Forwarded-For from {} is not believed; if that is your proxy, say --trusted-proxy ADDRESS",
                    sender.address().map(UntrustedProxy::words).orElse("somebody"));
        }
    }

    /** An address of one's own network may be told, a visitor's may not. */
    private static String words(InetAddress address) {
        return address.isLoopbackAddress() || address.isSiteLocalAddress()
                ? address.getHostAddress()
                : "an address outside";
    }
}
