package popbeforesmtp.sandbox.world;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.mailclient.MailProgram;
import popbeforesmtp.mailserver.mailbox.Hosts;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.network.Addresses;
import popbeforesmtp.network.Place;
import popbeforesmtp.network.PracticeNetwork;
import popbeforesmtp.sandbox.press.Person;
import popbeforesmtp.sandbox.press.SetUp;

/**
 * All worlds: makes them at a learner's first press, finds them again, lets the idle ones rest, and sweeps when there are
 * too many. Then the longest idle gives way, wherever it is from: a class behind one router loses no world that is in use
 * while others lie idle. Only an address that takes more than a tenth of all room gives way before everybody else, in use
 * or not: nobody sweeps a class out by keeping thousands of worlds busy. Safe for any number of threads.
 */
public final class Worlds implements Hosts {

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

    private static final class Owned {
        final World world;
        final String owner;
        Instant used;

        Owned(World world, String owner, Instant used) {
            this.world = world;
            this.owner = owner;
            this.used = used;
        }
    }

    /** An address may have one part in so many of all room before it gives way first. */
    private static final int SHARES = 10;

    private static final InetAddress FIRST_LINE = Addresses.of("192.0.2.33");

    private final LiveWorlds stages;
    private final InstantSource clock;
    private final Limits limits;
    private final Map<String, Owned> worlds = new LinkedHashMap<>();

    /**
     * @param exterior what all worlds share
     * @param clock true time, for idleness only
     * @param limits how many worlds there may be
     */
    public Worlds(PracticeNetwork.Exterior exterior, InstantSource clock, Limits limits) {
        this.stages = new LiveWorlds(exterior);
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * The world of a learner.
     *
     * @param key the learner's secret
     * @return nothing if there is none, or none any more
     */
    public synchronized Optional<World> find(String key) {
        Owned owned = worlds.get(key);
        if (owned == null) {
            return Optional.empty();
        }
        owned.used = clock.instant();
        makeRoomToKeep(key);
        makeRoomToTalk(key);
        if (!owned.world.isActive()) {
            makeRoomToPlay();
        }
        return Optional.of(owned.world);
    }

    /**
     * The world of a learner, made if there is none.
     *
     * @param key the learner's secret
     * @param owner the address that the learner comes from, or the network if one person owns a whole one
     */
    public synchronized World make(String key, String owner) {
        return find(key).orElseGet(() -> {
            makeRoom();
            makeRoomToPlay();
            makeRoomToKeep(key);
            makeRoomToTalk(key);
            World world = new World(stages);
            worlds.put(key, new Owned(world, owner, clock.instant()));
            return world;
        });
    }

    /** Lets idle worlds rest and forgets those that nobody came back to. To be called every now and then. */
    public synchronized void sweep() {
        Instant now = clock.instant();
        worlds.values().removeIf(owned -> {
            boolean gone = owned.used.plus(limits.forget).isBefore(now);
            if (gone) {
                owned.world.forget();
            } else if (owned.used.plus(limits.rest).isBefore(now)) {
                owned.world.rest();
            }
            return gone;
        });
    }

    /** How many worlds there are, journals included. */
    public synchronized int size() {
        return worlds.size();
    }

    /** How many worlds are being played. */
    public int active() {
        return stages.size();
    }

    /** How much memory the mails, logs and journals of all worlds take, roughly. */
    public long keptOctets() {
        return stages.keptOctets();
    }

    private void makeRoom() {
        if (worlds.size() >= limits.all) {
            givesWay(Set.of(), owned -> true, owned -> 1, limits.all).ifPresent(this::forget);
        }
    }

    private void makeRoomToPlay() {
        if (active() >= limits.active) {
            givesWay(Set.of(), owned -> owned.world.isActive(), owned -> 1, limits.active)
                    .ifPresent(this::rest);
        }
    }

    /** Lets a world rest that has a line open; it opens it again when it is wanted. */
    private void makeRoomToTalk(String wanted) {
        if (stages.lines() >= limits.lines) {
            givesWay(Set.of(wanted), owned -> owned.world.isTalking(), owned -> 1, limits.lines)
                    .ifPresent(this::rest);
        }
    }

    /** Lets worlds rest, then go, until the rest of them may stay; never the one that is wanted now. */
    private void makeRoomToKeep(String wanted) {
        Set<String> spared = new HashSet<>(Set.of(wanted));
        while (stages.keptOctets() > limits.octets) {
            Optional<String> resting =
                    givesWay(spared, owned -> owned.world.isActive(), owned -> owned.world.kept(), limits.octets);
            resting.ifPresent(this::rest);
            resting.ifPresent(spared::add);
            if (resting.isEmpty()) {
                Optional<String> going =
                        givesWay(Set.of(wanted), owned -> true, owned -> owned.world.kept(), limits.octets);
                if (going.isEmpty()) {
                    return;
                }
                forget(going.get());
            }
        }
    }

    private void rest(String key) {
        Optional.ofNullable(worlds.get(key)).ifPresent(owned -> owned.world.rest());
    }

    private void forget(String key) {
        Optional.ofNullable(worlds.remove(key)).ifPresent(owned -> owned.world.forget());
    }

    /**
     * The key of the world that gives way: the longest idle of the address that takes most, if that is more than its
     * share, else the longest idle of all.
     *
     * @param weight how much of the room a world takes
     * @param room how much there is for all
     */
    private Optional<String> givesWay(
            Set<String> spared, Predicate<Owned> which, ToLongFunction<Owned> weight, long room) {
        List<Map.Entry<String, Owned>> candidates = worlds.entrySet().stream()
                .filter(entry -> !spared.contains(entry.getKey()) && which.test(entry.getValue()))
                .toList();
        Map<String, Long> taken = new HashMap<>();
        candidates.forEach(
                entry -> taken.merge(entry.getValue().owner, weight.applyAsLong(entry.getValue()), Long::sum));
        Optional<String> greedy = taken.entrySet().stream()
                .filter(owner -> owner.getValue() * SHARES > room)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
        return candidates.stream()
                .filter(entry -> greedy.isEmpty() || greedy.get().equals(entry.getValue().owner))
                .min(Comparator.comparing(entry -> entry.getValue().used))
                .map(Map.Entry::getKey);
    }

    @Override
    public Optional<MailHost> find(WorldId world, String host) {
        return stages.find(world, host);
    }

    /** A set-up as it will start; no world is made. */
    public static WorldView before(SetUp setUp) {
        Place place = setUp.place();
        Optional<InetAddress> address = place.isOnPhone()
                ? Optional.of(FIRST_LINE)
                : PracticeNetwork.routerShows(place, setUp.options().centre(), MailProgram.SMTP_PORT);
        return new WorldView(
                WorldView.UNMADE,
                setUp,
                setUp.options(),
                place,
                Person.at(place),
                address,
                PracticeClock.START,
                0,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false);
    }
}
