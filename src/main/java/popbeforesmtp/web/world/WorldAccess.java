package popbeforesmtp.web.world;

import io.javalin.http.Context;
import java.util.Optional;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.world.Answer;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.web.http.RateLimiter;
import popbeforesmtp.web.http.SiteOptions;
import popbeforesmtp.web.world.Visitors.Visitor;

/**
 * Where everybody passes who wants something done in a world: presses, predictions, answers. It knows the visitors, keeps
 * the limits, and is the only place that makes a world.
 */
public final class WorldAccess {

    /** As many presses that are played again take the time of one that is made. */
    private static final int PLAYED_FOR_ONE = 20;

    private final Worlds worlds;
    private final Visitors visitors;
    private final RateLimiter acts;
    private final RateLimiter makings;
    private final Meter meter;

    public WorldAccess(Worlds worlds, Visitors visitors, SiteOptions options) {
        this.worlds = worlds;
        this.visitors = visitors;
        this.acts = new RateLimiter(options.limits().presses(), options.nanos());
        this.makings = new RateLimiter(options.limits().worlds(), options.nanos());
        this.meter = options.operation().meter();
    }

    /** Who asks; nothing if there was no cookie yet, and one is given. */
    public Optional<Visitor> visitor(Context ctx) {
        Optional<Visitor> known = visitors.find(ctx);
        if (known.isEmpty()) {
            visitors.greet(ctx);
        }
        return known;
    }

    /** Whether this visitor may do something now; each question counts. */
    public boolean lets(Visitor visitor) {
        return counted(acts.lets(visitor.key()), Meter.Limit.PRESSES);
    }

    /** All presses of a world were played again for this visitor: that counts as some more of them. */
    public void playedAgain(Visitor visitor, Answer answer) {
        if (answer.kind() == Answer.Kind.DONE) {
            acts.owes(visitor.key(), answer.view().presses() / PLAYED_FOR_ONE);
        }
    }

    /** The visitor's world, if there is one. */
    Optional<SeatSession> find(Visitor visitor) {
        return worlds.find(visitor.key()).map(world -> world.seat(SeatId.FIRST));
    }

    /** The visitor's world, made if there is none; nothing if too many come from there. */
    public Optional<SeatSession> enter(Context ctx, Visitor visitor) {
        String share = visitors.peer(ctx).share();
        Optional<SeatSession> world = find(visitor)
                .or(() -> counted(makings.lets(share), Meter.Limit.NEW_WORLDS)
                        ? Optional.of(worlds.make(visitor.key(), share).seat(SeatId.FIRST))
                        : Optional.empty());
        world.ifPresent(entered -> visitors.mark(ctx, visitor));
        return world;
    }

    /** Where whoever asks comes from, as far as room is shared by that. */
    public String share(Context ctx) {
        return visitors.peer(ctx).share();
    }

    /** Whether something that lasts may be made, or played for looking only, for whoever asks from there; each question counts. */
    public boolean letsMake(Context ctx) {
        return counted(makings.lets(share(ctx)), Meter.Limit.NEW_WORLDS);
    }

    private boolean counted(boolean lets, Meter.Limit limit) {
        if (!lets) {
            meter.refused(limit);
        }
        return lets;
    }
}
