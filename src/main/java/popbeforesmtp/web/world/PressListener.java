package popbeforesmtp.web.world;

import io.javalin.http.Context;
import popbeforesmtp.sandbox.explain.Result;

/** Hears what presses in visitors' own worlds have led to. */
@FunctionalInterface
public interface PressListener {

    /**
     * A press was done.
     *
     * @param ctx whose it was
     */
    void pressed(Context ctx, Result led);
}
