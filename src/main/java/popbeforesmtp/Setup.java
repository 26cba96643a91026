package popbeforesmtp;

import java.time.InstantSource;
import java.util.function.UnaryOperator;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.network.Listeners;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.store.StoreOptions;
import popbeforesmtp.web.http.SiteOptions;

/**
 * What an {@link App} is built of. Whoever wants to know what happens inside, or have it happen otherwise, puts something
 * around a part of it.
 *
 * @param shelf where templates, texts and static files are
 * @param clock true time, for idleness and for the door; the worlds have clocks of their own
 * @param site how the site is set up; what is up is added by the App
 * @param keeping where worlds are kept, and how long
 * @param worlds how many worlds there may be
 * @param calls put around the way to the practice servers: asked by whoever presses or plays again, at each call
 * @param store put around the store
 */
public record Setup(
        ResourceRoot shelf,
        InstantSource clock,
        SiteOptions site,
        StoreOptions keeping,
        Worlds.Limits worlds,
        UnaryOperator<Listeners> calls,
        UnaryOperator<JournalStore> store) {

    /** Texts from the jar, this machine's time, the usual site and limits; worlds in memory. */
    public static Setup usual() {
        return new Setup(
                ResourceRoot.packed(),
                InstantSource.system(),
                SiteOptions.usual(),
                StoreOptions.inMemory(),
                Worlds.Limits.usual(),
                UnaryOperator.identity(),
                UnaryOperator.identity());
    }

    /** The same with texts from elsewhere. */
    public Setup withShelf(ResourceRoot other) {
        return new Setup(other, clock, site, keeping, worlds, calls, store);
    }

    /** The same with another true time. */
    public Setup withClock(InstantSource other) {
        return new Setup(shelf, other, site, keeping, worlds, calls, store);
    }

    /** The same with another site. */
    public Setup withSite(SiteOptions other) {
        return new Setup(shelf, clock, other, keeping, worlds, calls, store);
    }

    /** The same, keeping worlds elsewhere. */
    public Setup withKeeping(StoreOptions other) {
        return new Setup(shelf, clock, site, other, worlds, calls, store);
    }

    /** The same with other limits for worlds. */
    public Setup withWorlds(Worlds.Limits other) {
        return new Setup(shelf, clock, site, keeping, other, calls, store);
    }

    /** The same with something around the way to the practice servers. */
    public Setup withCalls(UnaryOperator<Listeners> around) {
        return new Setup(shelf, clock, site, keeping, worlds, around, store);
    }

    /** The same with something around the store, or another one in its place. */
    public Setup withStore(UnaryOperator<JournalStore> around) {
        return new Setup(shelf, clock, site, keeping, worlds, calls, around);
    }
}
