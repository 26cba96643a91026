package popbeforesmtp.web.http;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import java.util.Optional;

/** What holds for every answer: the headers that keep a page safe, and where a write may come from. */
public final class SecurityRules {

    static final String CSP =
            "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'";

    private final Optional<String> publicOrigin;

    public SecurityRules(SiteOptions options) {
        this.publicOrigin = options.publicOrigin();
    }

    /** Sets the headers. Routes are a visitor's own and are never kept. */
    public void protect(Context ctx) {
        ctx.res().setCharacterEncoding("UTF-8");
        ctx.header("Content-Security-Policy", CSP);
        ctx.header("Referrer-Policy", "same-origin");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Cache-Control", "private, no-store");
        ctx.header("Vary", "HX-Request");
    }

    /**
     * Sees that a write comes from a page of this site.
     *
     * @throws ForbiddenResponse if a write comes from a page of another site
     */
    public void checkOrigin(Context ctx) {
        boolean reads = ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
        if (!reads && !isOurs(ctx)) {
            throw new ForbiddenResponse();
        }
    }

    private boolean isOurs(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        String origin = ctx.header("Origin");
        if (site == null && origin == null) {
            return true;
        }
        if ("same-origin".equals(site)) {
            return true;
        }
        if (origin == null) {
            return false;
        }
        String host = ctx.header("Host");
        return publicOrigin.filter(origin::equals).isPresent()
                || (host != null && (origin.equals("http://" + host) || origin.equals("https://" + host)));
    }
}
