package popbeforesmtp.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.function.Supplier;
import popbeforesmtp.operation.Health;

/** What a supervisor and a balancer ask: one word each, and all that is known as JSON. */
final class HealthPages {

    private final Supplier<Health> health;

    HealthPages(Supplier<Health> health) {
        this.health = health;
    }

    /** It answers at all. If it does not, it is to be started again. */
    void live(Context ctx) {
        ctx.result("live");
    }

    /** Presses can be done and kept. If not, visitors are to be sent elsewhere, and nothing is to be started again. */
    void ready(Context ctx) {
        boolean ready = health.get().ready();
        ctx.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).result(ready ? "ready" : "unready");
    }

    void show(Context ctx) {
        Health now = health.get();
        StringBuilder json = new StringBuilder("{\"web\":\"up\",\"version\":\"").append(now.version());
        json.append("\",\"ready\":").append(now.ready());
        now.counts()
                .forEach((part, count) ->
                        json.append(",\"").append(part).append("\":").append(count));
        ctx.contentType("application/json").result(json.append("}").toString());
    }
}
