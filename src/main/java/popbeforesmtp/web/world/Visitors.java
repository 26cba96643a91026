package popbeforesmtp.web.world;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import popbeforesmtp.web.http.ClientAddress;
import popbeforesmtp.web.http.Cookies;
import popbeforesmtp.web.http.SiteOptions;

/**
 * Tells visitors apart by a random secret in a cookie that stays the same as long as they come back, so that a balancer may
 * go by it. Another one remembers whether they ever pressed anything, so that somebody whose world was swept can be told. Both
 * last as long as a store keeps the world, counted from the last press as there.
 */
public final class Visitors {

    /**
     * Somebody with a browser.
     *
     * @param key the secret
     * @param pressed whether a press was ever made with it
     */
    public record Visitor(String key, boolean pressed) {}

    static final String COOKIE = "visitor";
    static final String PRESSED = "pressed";

    /** Some have a cookie from the time when a press was remembered in its value. */
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{22})(\\.p)?");

    private static final String YES = "1";

    private final SecureRandom random = new SecureRandom();
    private final Cookies cookies;
    private final int days;
    private final Set<ClientAddress> trustedProxies;

    public Visitors(SiteOptions options) {
        this.cookies = new Cookies(options);
        this.days = (int) options.keep().toDays();
        this.trustedProxies = ClientAddress.all(options.trustedProxies());
    }

    /** The visitor whose cookie this is; nothing if there is none, or garbage. */
    Optional<Visitor> find(Context ctx) {
        String value = ctx.cookie(COOKIE);
        Matcher form = FORM.matcher(value == null ? "" : value);
        if (!form.matches()) {
            return Optional.empty();
        }
        boolean pressed = form.group(2) != null || YES.equals(ctx.cookie(PRESSED));
        return Optional.of(new Visitor(form.group(1), pressed));
    }

    /** The visitor, given a cookie if there is none yet. */
    public Visitor greet(Context ctx) {
        return find(ctx).orElseGet(() -> {
            byte[] secret = new byte[16];
            random.nextBytes(secret);
            Visitor visitor =
                    new Visitor(Base64.getUrlEncoder().withoutPadding().encodeToString(secret), false);
            cookies.give(ctx, COOKIE, visitor.key(), days);
            return visitor;
        });
    }

    /** Makes a browser another visitor: what it did before stays with the one it was. */
    public void become(Context ctx, String key) {
        cookies.give(ctx, COOKIE, key, 1);
        cookies.remove(ctx, PRESSED);
    }

    /** Makes a browser nobody: it starts blank. */
    public void forget(Context ctx) {
        cookies.remove(ctx, COOKIE);
        cookies.remove(ctx, PRESSED);
    }

    /** Remembers that this visitor has pressed, and counts the days anew. */
    void mark(Context ctx, Visitor visitor) {
        cookies.give(ctx, COOKIE, visitor.key(), days);
        cookies.give(ctx, PRESSED, YES, days);
    }

    /** Where somebody comes from. */
    public ClientAddress peer(Context ctx) {
        return ClientAddress.behind(
                trustedProxies,
                ctx.req().getRemoteAddr(),
                Collections.list(ctx.req().getHeaders(ClientAddress.FORWARDED)));
    }
}
