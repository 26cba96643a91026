package popbeforesmtp.web.http;

import io.javalin.http.Context;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What learners type to come here: the public address, else the one that the teacher's own browser has used, unless that only
 * leads to the teacher's machine; then the addresses of this machine in its networks, those of virtual adapters last. Safe
 * for any number of threads.
 */
public final class LearnersAddress {

    private static final Logger LOG = LoggerFactory.getLogger(LearnersAddress.class);
    private static final Set<String> ALL = Set.of("0.0.0.0", "::");
    private static final Pattern OWN = Pattern.compile("localhost|.*\\.localhost|127\\..*|\\[::1\\]");

    private static final Pattern VIRTUAL =
            Pattern.compile("virtual|vmware|vbox|hyper-v|vethernet|docker|veth|^br-|virbr|tun|tap|wsl|loopback");

    private static final int HTTP = 80;
    private static final int MOST = 50;

    private final Optional<String> publicUrl;
    private final String basePath;
    private final Set<String> reached = ConcurrentHashMap.newKeySet();
    private volatile String bind = "127.0.0.1";

    public LearnersAddress(SiteOptions options) {
        this.publicUrl = options.publicUrl().map(url -> url.replaceFirst("/$", ""));
        this.basePath = options.basePath();
    }

    /** The site listens at that address of this machine. */
    public void bound(String address) {
        bind = address;
    }

    /** Notes by which name somebody at another machine has come here. */
    public void note(Context ctx, ClientAddress peer) {
        String host = ctx.host();
        boolean elsewhere =
                peer.address().filter(address -> !address.isLoopbackAddress()).isPresent();
        if (elsewhere && host != null && reached.size() < MOST) {
            reached.add(host.toLowerCase(Locale.ROOT));
        }
    }

    /** Whether somebody at another machine has come here by that address. */
    public boolean isReached(String address) {
        return reached.stream().anyMatch(host -> address.equals(url(host)));
    }

    /** The addresses to choose from, the likeliest first; empty if no other machine can come here. */
    public List<String> all(Context ctx) {
        if (publicUrl.isPresent()) {
            return List.of(publicUrl.get());
        }
        String host = String.valueOf(ctx.host());
        if (!OWN.matcher(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT))
                .matches()) {
            return List.of(url(host));
        }
        int port = ctx.req().getLocalPort();
        String suffix = port == HTTP ? "" : ":" + port;
        return ALL.contains(bind)
                ? machine().map(address -> url(address + suffix)).toList()
                : OWN.matcher(bind).matches() ? List.of() : List.of(url(bind + suffix));
    }

    /** The likeliest; the one that was asked with if no other machine can come here. */
    public String first(Context ctx) {
        return all(ctx).stream().findFirst().orElse(url(String.valueOf(ctx.host())));
    }

    private String url(String host) {
        return "http://" + host + basePath;
    }

    private static Stream<String> machine() {
        try {
            return NetworkInterface.networkInterfaces()
                    .sorted(Comparator.comparing(LearnersAddress::isVirtual))
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(LearnersAddress::isForOthers)
                    .map(InetAddress::getHostAddress)
                    .toList()
                    .stream();
        } catch (SocketException e) {
            LOG.debug("the addresses of this machine cannot be found out", e);
            return Stream.empty();
        }
    }

    private static boolean isForOthers(InetAddress address) {
        return address instanceof Inet4Address && !address.isLoopbackAddress() && !address.isLinkLocalAddress();
    }

    private static boolean isVirtual(NetworkInterface adapter) {
        String names = adapter.getName() + " " + adapter.getDisplayName();
        return adapter.isVirtual()
                || VIRTUAL.matcher(names.toLowerCase(Locale.ROOT)).find();
    }
}
