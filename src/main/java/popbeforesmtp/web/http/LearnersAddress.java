package popbeforesmtp.web.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import popbeforesmtp.operation.RoomAddresses;

/**
 * What learners type to come here: the public address, else the one that the teacher's own browser has used, unless that only
 * leads to the teacher's machine; then the addresses of this machine in its networks, those of virtual adapters last. Safe
 * for any number of threads.
 */
public final class LearnersAddress {

    private static final Set<String> ALL = Set.of("0.0.0.0", "::");
    private static final Pattern OWN = Pattern.compile("localhost|.*\\.localhost|127\\..*|\\[::1\\]");

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

    /**
     * An address to choose.
     *
     * @param url as learners type it, without a slash at its end
     * @param isVirtual whether hardly anybody in the room can come by it
     */
    public record Way(String url, boolean isVirtual) {}

    /** The addresses to choose from, the likeliest first; empty if no other machine can come here. */
    public List<Way> all(Context ctx) {
        if (publicUrl.isPresent()) {
            return List.of(new Way(publicUrl.get(), false));
        }
        String host = String.valueOf(ctx.host());
        if (!OWN.matcher(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT))
                .matches()) {
            return List.of(new Way(url(host), false));
        }
        int port = ctx.req().getLocalPort();
        String suffix = port == HTTP ? "" : ":" + port;
        return ALL.contains(bind)
                ? RoomAddresses.now().stream()
                        .map(found -> new Way(url(found.host() + suffix), found.isVirtual()))
                        .toList()
                : OWN.matcher(bind).matches() ? List.of() : List.of(new Way(url(bind + suffix), false));
    }

    /** The likeliest; the one that was asked with if no other machine can come here. */
    public String first(Context ctx) {
        return all(ctx).stream().findFirst().map(Way::url).orElse(url(String.valueOf(ctx.host())));
    }

    private String url(String host) {
        return "http://" + host + basePath;
    }
}
