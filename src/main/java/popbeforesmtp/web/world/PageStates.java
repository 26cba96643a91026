package popbeforesmtp.web.world;

import io.javalin.http.Context;
import java.util.Optional;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.web.page.Notice;
import popbeforesmtp.web.world.Visitors.Visitor;

/** Finds out how things stand for whoever looks at a page. Looking changes nothing. */
public final class PageStates {

    private final Worlds worlds;
    private final Visitors visitors;

    public PageStates(Worlds worlds, Visitors visitors) {
        this.worlds = worlds;
        this.visitors = visitors;
    }

    /** The world of whoever asks, if there is one. */
    public Optional<SeatSession> world(Context ctx) {
        return worlds.find(visitors.greet(ctx).key()).map(world -> world.seat(SeatId.FIRST));
    }

    /** How things stand on the page that is asked for. */
    public PageState of(Context ctx, String from, SetUp wanted) {
        Visitor visitor = visitors.greet(ctx);
        Optional<SeatSession> session = worlds.find(visitor.key()).map(world -> world.seat(SeatId.FIRST));
        Optional<Notice> mishap = session.flatMap(SeatSession::mishap).map(Notice::of);
        boolean swept = session.isEmpty() && visitor.pressed();
        Optional<Notice> told = Optional.ofNullable(ctx.queryParam("told"))
                .flatMap(Notice::of)
                .or(() -> mishap)
                .or(() -> swept ? Optional.of(Notice.SWEPT) : Optional.empty());
        return PageState.of(from, wanted, session, told);
    }
}
