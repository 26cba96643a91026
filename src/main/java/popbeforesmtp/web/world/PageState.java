package popbeforesmtp.web.world;

import java.util.Optional;
import java.util.function.UnaryOperator;
import popbeforesmtp.sandbox.journal.Progress;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.web.page.Notice;

/**
 * How things stand for one learner on one page.
 *
 * @param from the page's address without base path and language, {@code /read/dion?claim=D4}
 * @param wanted the set-up that the page is about
 * @param world the learner's world, whatever it plays; nothing if there is none
 * @param progress what is noted of the learner
 * @param told what to say about the press itself
 * @param before what the page showed before the press that is answered; nothing if it may have shown anything. Parts of the
 *     page that show the same as then are not sent again
 */
public record PageState(
        String from,
        SetUp wanted,
        Optional<WorldView> world,
        Progress progress,
        Optional<Notice> told,
        Optional<PageState> before) {

    /** A page of which nobody knows what it showed before. */
    public static PageState of(String from, SetUp wanted, Optional<SeatSession> session, Optional<Notice> told) {
        return new PageState(
                from,
                wanted,
                session.map(SeatSession::view),
                session.map(SeatSession::progress).orElse(Progress.NONE),
                told,
                Optional.empty());
    }

    /** A page that shows a world and has no forms. */
    public static PageState showing(String from, WorldView world) {
        return new PageState(
                from, world.setUp(), Optional.of(world), Progress.NONE, Optional.empty(), Optional.empty());
    }

    /** The same page about another set-up. */
    public PageState about(SetUp other) {
        return new PageState(from, other, world, progress, told, before);
    }

    /** The same page with a line above the result. */
    PageState telling(Notice notice) {
        return new PageState(from, wanted, world, progress, Optional.of(notice), before);
    }

    /** The same page with something left unsaid. */
    public PageState with(UnaryOperator<WorldView> redaction) {
        return new PageState(from, wanted, world.map(redaction), progress, told, before);
    }

    /** The world if it plays what the page is about, else how that will start. */
    public WorldView shown() {
        return world.filter(playing -> playing.setUp().equals(wanted)).orElseGet(() -> Worlds.before(wanted));
    }

    /** What every form carries. */
    public String step() {
        return world.map(WorldView::step).orElse(WorldView.UNMADE);
    }

    /** The page's address without its query. */
    public String slug() {
        int query = from.indexOf('?');
        return query < 0 ? from : from.substring(0, query);
    }

    /** The query of the page's address with its question mark, or empty. */
    public String query() {
        return from.substring(slug().length());
    }
}
