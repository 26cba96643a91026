package popbeforesmtp.sandbox.world;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.mailclient.MailProgram;
import popbeforesmtp.mailserver.mailbox.Hosts;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.network.Addresses;
import popbeforesmtp.network.Place;
import popbeforesmtp.network.PracticeNetwork;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.hosts.Keeping;
import popbeforesmtp.sandbox.hosts.LaidDown;
import popbeforesmtp.sandbox.hosts.PracticeClock;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.journal.KeptWorld;
import popbeforesmtp.sandbox.journal.StoredWorld;
import popbeforesmtp.sandbox.press.Person;
import popbeforesmtp.sandbox.press.SetUp;

/**
 * All worlds: makes them at a learner's first press, finds them again, lets the idle ones rest, and sweeps when there are
 * too many. Then the longest idle gives way, wherever it is from: a class behind one router loses no world that is in use
 * while others lie idle. Only an address that takes more than a tenth of all room gives way before everybody else, in use
 * or not: nobody sweeps a class out by keeping thousands of worlds busy. Safe for any number of threads.
 */
public final class Worlds implements Hosts {

    private static final Logger LOG = LoggerFactory.getLogger(Worlds.class);

    /**
     * How many worlds there may be, and for how long.
     *
     * @param active how many may be played at once; the others are journals
     * @param all how many there may be
     * @param rest how long a world may be idle before it is its journal only
     * @param forget how long a world may be idle before it is gone
     * @param octets how much memory their mails, logs and journals may take together, roughly
     * @param lines how many lines typed by hand may be open at once: fewer than the servers have room for sessions, so
     *     that nobody's open line keeps others from sending
     */
    public record Limits(int active, int all, Duration rest, Duration forget, long octets, int lines) {

        private static final long USUAL_OCTETS = 54 << 20;
        private static final int USUAL_LINES = 400;

        /** 54 MiB, 400 lines. */
        public Limits(int active, int all, Duration rest, Duration forget) {
            this(active, all, rest, forget, USUAL_OCTETS, USUAL_LINES);
        }

        /** 2,000 played, 10,000 in all; rest after 10 minutes, gone after a day. */
        public static Limits usual() {
            return new Limits(2_000, 10_000, Duration.ofMinutes(10), Duration.ofHours(24));
        }
    }

    /** After so long, a receiving server ends a line on which nothing is said (RFC 1939, 3: at least 10 minutes). */
    private static final Duration SILENCE_AT_POP3 = Duration.ofMinutes(10);

    /** After so long, a sending server does (RFC 5321, 4.5.3.2.7: at least 5 minutes). */
    private static final Duration SILENCE_AT_SMTP = Duration.ofMinutes(5);

    private static final InetAddress FIRST_LINE = Addresses.of("192.0.2.33");

    private final LiveWorlds live;
    private final InstantSource clock;
    private final Limits limits;
    private final JournalStore store;
    private final Occupancy occupancy = new Occupancy();

    /**
     * @param exterior what all worlds share
     * @param clock true time, for idleness only
     * @param limits how many worlds there may be
     * @param store where worlds are kept
     * @param programs what each program of {@link popbeforesmtp.sandbox.press.Providers#SERVERS} does, but this site's own
     * @param meter hears of every journal that is played again
     */
    public Worlds(
            PracticeNetwork.Exterior exterior,
            InstantSource clock,
            Limits limits,
            JournalStore store,
            Function<String, RelayBehaviour> programs,
            Meter meter) {
        this.live = new LiveWorlds(exterior, programs, meter);
        this.clock = clock;
        this.limits = limits;
        this.store = store;
    }

    /**
     * The world of a learner.
     *
     * @param key the learner's secret
     * @return nothing if there is none, or none any more
     * @throws JournalStore.Unavailable if that cannot be known now
     */
    public Optional<World> find(String key) {
        Optional<World> found =
                occupancy.use(key, clock.instant()).or(() -> store.load(key).map(stored -> enter(key, key, stored)));
        found.ifPresent(world -> makeRoomFor(key, world));
        return found;
    }

    /**
     * The world of a learner, made if there is none.
     *
     * @param key the learner's secret
     * @param owner the address that the learner comes from, or the network if one person owns a whole one
     * @throws JournalStore.Unavailable if it cannot be known now whether there is one
     */
    public World make(String key, String owner) {
        return find(key).orElseGet(() -> {
            World world = enter(key, owner, StoredWorld.NEW);
            makeRoomFor(key, world);
            return world;
        });
    }

    private World enter(String key, String owner, StoredWorld stored) {
        if (occupancy.size() >= limits.all) {
            occupancy
                    .givesWay(Set.of(key), world -> true, world -> 1, limits.all)
                    .ifPresent(this::forget);
        }
        World world = new World(new KeptWorld(key, store, stored), live);
        return occupancy.enter(new Occupancy.Owned(key, world, owner, clock.instant()));
    }

    private void makeRoomFor(String key, World wanted) {
        makeRoomToKeep(key);
        if (live.lines() >= limits.lines) {
            occupancy
                    .givesWay(Set.of(key), World::isTalking, world -> 1, limits.lines)
                    .ifPresent(Worlds::rest);
        }
        if (!wanted.isActive() && live.size() >= limits.active) {
            occupancy
                    .givesWay(Set.of(key), World::isActive, world -> 1, limits.active)
                    .ifPresent(Worlds::rest);
        }
    }

    /** Lets worlds rest, then go, until the others may stay; never the one that is wanted now. */
    private void makeRoomToKeep(String wanted) {
        Set<String> spared = new HashSet<>(Set.of(wanted));
        while (live.keptOctets() > limits.octets) {
            Optional<Occupancy.Owned> resting =
                    occupancy.givesWay(spared, World::isActive, World::octets, limits.octets);
            if (resting.isPresent()) {
                rest(resting.get());
                spared.add(resting.get().key());
                continue;
            }
            Optional<Occupancy.Owned> going =
                    occupancy.givesWay(Set.of(wanted), world -> true, World::octets, limits.octets);
            if (going.isEmpty()) {
                return;
            }
            forget(going.get());
        }
    }

    /**
     * Lets idle worlds rest, forgets those that nobody came back to, and lets servers end lines on which nothing is said. To
     * be called every now and then; waits for no world.
     */
    public void sweep() {
        Instant now = clock.instant();
        for (Occupancy.Owned owned : occupancy.all()) {
            try {
                sweep(owned, Duration.between(owned.used(), now));
            } catch (RuntimeException e) {
                LOG.error("A world was not swept: {}", e.toString());
            }
        }
    }

    private void sweep(Occupancy.Owned owned, Duration idle) {
        if (idle.compareTo(limits.forget) > 0) {
            forget(owned);
        } else if (idle.compareTo(limits.rest) > 0) {
            rest(owned);
        } else if (owned.world().isTalking()) {
            owned.world().cutSilentLines(idle, SILENCE_AT_POP3, SILENCE_AT_SMTP);
        }
    }

    private static void rest(Occupancy.Owned owned) {
        owned.world().rest();
    }

    /** Lets a world go from memory; where that is all there is, it is gone. */
    private void forget(Occupancy.Owned owned) {
        occupancy.leave(owned.key());
        owned.world().forget();
        if (!store.isLasting()) {
            store.forget(owned.key());
        }
    }

    /**
     * Ends a world for good, wherever it is kept.
     *
     * @throws JournalStore.Unavailable if that cannot be done now; from memory it is gone
     */
    public void end(String key) {
        occupancy.all().stream()
                .filter(owned -> owned.key().equals(key))
                .findFirst()
                .ifPresent(owned -> {
                    occupancy.leave(key);
                    owned.world().forget();
                });
        store.forget(key);
    }

    /**
     * Plays a journal in a world that nobody has and nothing keeps, for looking only.
     *
     * @param laidDown what holds at its hosts in place of what usually does
     * @return the world after each entry; empty if it cannot be played now
     */
    public List<WorldView> playedApart(Journal journal, LaidDown laidDown) {
        return Replay.apart(journal, SeatId.FIRST, live, laidDown);
    }

    /** How many worlds are in memory, those included that are their journals only. */
    public int size() {
        return occupancy.size();
    }

    /** How many worlds are being played. */
    public int active() {
        return live.size();
    }

    /** How much memory the mails, dialogues and journals of all worlds take, roughly. */
    public long keptOctets() {
        return live.keptOctets();
    }

    @Override
    public Optional<MailHost> find(WorldId world, String host) {
        return live.find(world, host);
    }

    /** A set-up as it will start; no world is made. */
    public static WorldView before(SetUp setUp) {
        Place place = setUp.place();
        Optional<InetAddress> address = place.isOnPhone()
                ? Optional.of(FIRST_LINE)
                : PracticeNetwork.routerShows(place, setUp.options().centre(), MailProgram.SMTP_PORT);
        return new WorldView(
                new WorldView.Moment(WorldView.UNMADE, 0, PracticeClock.START, false, Optional.empty(), List.of()),
                setUp,
                new WorldView.Sitting(place, Person.at(place), setUp.options(), address, place.inside()),
                Optional.empty(),
                Dialogue.NONE,
                new WorldView.Records(List.of(), Keeping.AT_WORK, List.of(), List.of()),
                Optional.empty());
    }
}
