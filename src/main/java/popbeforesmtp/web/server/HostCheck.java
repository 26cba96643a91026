package popbeforesmtp.web.server;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import popbeforesmtp.web.http.SiteOptions;

/**
 * Answers under its own names only. Else a page elsewhere, whose name its owner lets point to this machine (DNS rebinding),
 * could read and press here in the name of whoever looks at it. An own name is that of the public address or the bound one,
 * {@code localhost}, and every address, since nobody can make an address point elsewhere; on a site that other machines
 * reach also a name that only the own network can give: one without a dot, or in {@code .local}. Behind a trusted proxy
 * whose public name is not known, every name may be right.
 */
public final class HostCheck extends Handler.Wrapper {

    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9A-Fa-f:.%]+\\]");

    private final Set<String> own = new HashSet<>(Set.of("localhost"));
    private final boolean isForOthers;
    private final boolean isKnown;

    /**
     * @param handler who answers
     * @param bind the address that the site listens at, or its name
     */
    public HostCheck(Handler handler, SiteOptions options, String bind) {
        super(handler);
        own.add(bare(bind));
        options.publicUrl().map(url -> URI.create(url).getHost()).ifPresent(host -> own.add(bare(host)));
        isForOthers = !bind.startsWith("127.") && !Set.of("::1", "localhost").contains(bind);
        isKnown = options.publicUrl().isPresent() || options.trustedProxies().isEmpty();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String host = Request.getServerName(request);
        if (isKnown && host != null && !isOwn(host)) {
            Response.writeError(request, response, callback, HttpStatus.MISDIRECTED_REQUEST_421);
            return true;
        }
        return super.handle(request, response, callback);
    }

    /** Whether somebody may mean this site by that name. */
    boolean isOwn(String host) {
        String name = bare(host);
        return own.contains(name)
                || name.endsWith(".localhost")
                || ADDRESS.matcher(name).matches()
                || name.contains(":")
                || (isForOthers && (name.indexOf('.') < 0 || name.endsWith(".local")));
    }

    /** In small letters, without the dot that may end a name. */
    private static String bare(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
