package popbeforesmtp.web;

import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.List;

/** Says, once the site is stopping, that nobody new is let in; who is in already is served. */
final class ClosingTime {

    /** When it will most likely be up again. */
    private static final String SECONDS = "3";

    /** What balancers ask for, and what the page needs that says so. */
    private static final List<String> STILL_OPEN = List.of("/static/", "/livez", "/readyz", "/health");

    private volatile boolean begun;

    /** From now on. */
    void begin() {
        begun = true;
    }

    /** @throws ServiceUnavailableResponse if the site is stopping */
    void letIn(Context ctx) {
        String path = ctx.path().substring(ctx.contextPath().length());
        if (begun && STILL_OPEN.stream().noneMatch(path::startsWith)) {
            ctx.header("Retry-After", SECONDS);
            ctx.header("Connection", "close");
            throw new ServiceUnavailableResponse();
        }
    }
}
