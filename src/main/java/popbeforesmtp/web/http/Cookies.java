package popbeforesmtp.web.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/** Gives cookies that no script can read, that other sites cannot send, and that stay on this site. */
public final class Cookies {

    private final String path;
    private final boolean secure;

    public Cookies(SiteOptions options) {
        this.path = options.basePath().isEmpty() ? "/" : options.basePath();
        this.secure =
                options.publicUrl().filter(url -> url.startsWith("https:")).isPresent();
    }

    /** Takes one away. */
    public void remove(Context ctx, String name) {
        give(ctx, name, "", 0);
    }

    /** Gives one that lasts for so many days. */
    public void give(Context ctx, String name, String value, int days) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(path);
        cookie.setMaxAge(days * 24 * 60 * 60);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setSameSite(SameSite.LAX);
        ctx.cookie(cookie);
    }
}
