package popbeforesmtp.web;

import io.javalin.http.Context;
import java.util.Optional;
import popbeforesmtp.sandbox.SetUp;
import popbeforesmtp.sandbox.View;
import popbeforesmtp.sandbox.World;
import popbeforesmtp.sandbox.Worlds;
import popbeforesmtp.web.Visitors.Visitor;
import popbeforesmtp.web.WorldPage.Standing;

/** Finds out how things stand for whoever looks at a page. Looking changes nothing. */
final class Standings {

    private final Worlds worlds;
    private final Visitors visitors;

    Standings(Worlds worlds, Visitors visitors) {
        this.worlds = worlds;
        this.visitors = visitors;
    }

    /** The world of whoever asks, if there is one. */
    Optional<World> world(Context ctx) {
        return worlds.find(visitors.greet(ctx).key());
    }

    /** How things stand on the page that is asked for. */
    Standing of(Context ctx, String from, SetUp wanted) {
        Visitor visitor = visitors.greet(ctx);
        Optional<View> world = worlds.find(visitor.key()).map(World::view);
        boolean swept = world.isEmpty() && visitor.pressed();
        Optional<Told> told = Optional.ofNullable(ctx.queryParam("told"))
                .flatMap(Told::of)
                .or(() -> swept ? Optional.of(Told.SWEPT) : Optional.empty());
        return new Standing(from, wanted, world, told);
    }
}
