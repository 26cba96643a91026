package popbeforesmtp.web.http;

import io.javalin.http.Context;

/** What a live answer asks of the proxy before the site: to pass on each word at once. nginx understands it. */
public final class Unbuffered {

    private Unbuffered() {}

    /** Marks the answer. */
    public static void ask(Context ctx) {
        ctx.header("X-Accel-Buffering", "no");
    }
}
