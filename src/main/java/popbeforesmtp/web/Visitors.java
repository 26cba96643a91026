package popbeforesmtp.web;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells visitors apart by a random secret in a cookie. The cookie remembers, too, whether its owner ever pressed anything,
 * so that somebody whose world was swept can be told.
 */
final class Visitors {

    /**
     * Somebody with a browser.
     *
     * @param key the secret
     * @param pressed whether a press was ever made with it
     */
    record Visitor(String key, boolean pressed) {}

    static final String COOKIE = "visitor";
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{22})(\\.p)?");
    private static final int DAYS = 30;

    private final SecureRandom random = new SecureRandom();
    private final Cookies cookies;
    private final Set<Peer> trustedProxies;

    Visitors(SiteOptions options) {
        this.cookies = new Cookies(options);
        this.trustedProxies = options.trustedProxies().stream().map(Peer::of).collect(Collectors.toSet());
    }

    /** The visitor whose cookie this is; nothing if there is none, or garbage. */
    Optional<Visitor> find(Context ctx) {
        String value = ctx.cookie(COOKIE);
        Matcher form = FORM.matcher(value == null ? "" : value);
        return form.matches() ? Optional.of(new Visitor(form.group(1), form.group(2) != null)) : Optional.empty();
    }

    /** The visitor, given a cookie if there is none yet. */
    Visitor greet(Context ctx) {
        return find(ctx).orElseGet(() -> {
            byte[] secret = new byte[16];
            random.nextBytes(secret);
            Visitor visitor =
                    new Visitor(Base64.getUrlEncoder().withoutPadding().encodeToString(secret), false);
            give(ctx, visitor);
            return visitor;
        });
    }

    /** Remembers that this visitor has pressed. */
    void mark(Context ctx, Visitor visitor) {
        if (!visitor.pressed()) {
            give(ctx, new Visitor(visitor.key(), true));
        }
    }

    private void give(Context ctx, Visitor visitor) {
        cookies.give(ctx, COOKIE, visitor.key() + (visitor.pressed() ? ".p" : ""), DAYS);
    }

    /**
     * Where somebody comes from: what a trusted proxy says about it, else the other end of the line. Several lines of
     * X-Forwarded-For are one list (RFC 9110, 5.3), and the last word is the nearest proxy's.
     */
    Peer peer(Context ctx) {
        Peer peer = Peer.of(ctx.req().getRemoteAddr());
        List<String> lines = Collections.list(ctx.req().getHeaders("X-Forwarded-For"));
        if (lines.isEmpty()) {
            return peer;
        }
        String[] hops = String.join(",", lines).split(",", -1);
        for (int i = hops.length - 1; i >= 0 && trustedProxies.contains(peer); i--) {
            peer = Peer.of(hops[i]);
        }
        return peer;
    }
}
