package popbeforesmtp.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import popbeforesmtp.lesson.source.BadContent;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.world.MachineFailedException;
import popbeforesmtp.web.http.FallbackErrors;
import popbeforesmtp.web.http.LastResort;

/**
 * What a reader sees when something is not as expected: never a bare status, never a stack trace. A press with htmx gets one
 * line above the standing result; everybody else a page that says what to do now.
 */
public final class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    /** How long to wait, in seconds, where that is longer than a moment. */
    private static final Map<String, Integer> WAITS = Map.of("manyworlds", 60, "stopping", 3, "away", 2);

    private static final Map<Integer, String> KEYS = Map.of(
            400, "badform",
            403, "elsewhere",
            404, "notfound",
            405, "badmethod",
            413, "toolong",
            429, "toofast",
            503, "stopping");

    /** Notice to whoever changes a text while the site runs from its sources: a packed site has no bad content. */
    private static final String MEND = "\n直してから、読み込み直してください。\nMend it and reload.\n";

    private final LastResort lastResort;

    /** @param lastResort hears of every fault */
    public ErrorPages(LastResort lastResort) {
        this.lastResort = lastResort;
    }

    public void routes(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (e, ctx) -> {
            String allowed = e.getDetails().get("availableMethods");
            if (allowed != null) {
                ctx.header("Allow", allowed);
            }
            tell(ctx, e.getStatus(), KEYS.getOrDefault(e.getStatus(), "broken"));
        });
        routes.exception(BadContent.class, (e, ctx) -> {
            LOG.error("{}", e.getMessage());
            ctx.status(500).contentType("text/plain; charset=utf-8").result(e.getMessage() + MEND);
        });
        routes.exception(MachineFailedException.class, (e, ctx) -> tell(ctx, 503, "again"));
        routes.exception(JournalStore.Unavailable.class, (e, ctx) -> tell(ctx, 503, "away"));
        routes.exception(Exception.class, (e, ctx) -> {
            lastResort.note("a page", e);
            tell(ctx, 500, "broken");
        });
    }

    /**
     * Answers with a status and a text.
     *
     * @param key of {@code notice.*}
     */
    public void tell(Context ctx, int status, String key) {
        if (isFragmentWanted(ctx)) {
            ctx.header("HX-Retarget", "#result");
            ctx.header("HX-Reswap", "afterbegin");
        }
        answer(ctx, status, key);
    }

    /**
     * Answers a form that has a place of its own for its answer, which may be far from the result: it is told there.
     *
     * @param key of {@code notice.*}
     */
    public void tellBeside(Context ctx, int status, String key) {
        if (isFragmentWanted(ctx)) {
            ctx.header("HX-Reswap", "innerHTML");
        }
        answer(ctx, status, key);
    }

    private void answer(Context ctx, int status, String key) {
        ctx.status(status);
        if (FallbackErrors.isForLater(status)) {
            ctx.header("Retry-After", Integer.toString(WAITS.getOrDefault(key, 1)));
        }
        try {
            render(ctx, key);
        } catch (RuntimeException e) {
            lastResort.note("the page that tells " + key, e);
            ctx.html(FallbackErrors.TEXT);
        }
    }

    private static void render(Context ctx, String key) {
        if (isFragmentWanted(ctx)) {
            ctx.header("HX-Reselect", "#result > *");
            ctx.render("error :: result", Map.of("key", key));
        } else {
            Language language = Views.language(ctx);
            ctx.render(
                    "error",
                    Map.of("key", key, "frame", new PageChrome(language, "/", "", "notice." + key + ".title")));
        }
    }

    /** Whether htmx asks and will put a part of a page in its place. */
    public static boolean isFragmentWanted(Context ctx) {
        return "true".equals(ctx.header("HX-Request")) && !"true".equals(ctx.header("HX-History-Restore-Request"));
    }
}
