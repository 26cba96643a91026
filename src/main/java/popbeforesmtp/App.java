package popbeforesmtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.classroom.ClassStore;
import popbeforesmtp.classroom.Classrooms;
import popbeforesmtp.eventlog.FaultLog;
import popbeforesmtp.gate.hosts.HostTable;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.mailserver.listen.MailServers;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.network.CallTable;
import popbeforesmtp.network.Listeners;
import popbeforesmtp.network.PracticeNetwork;
import popbeforesmtp.operation.AdminPort;
import popbeforesmtp.operation.Health;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.operation.PrometheusMeter;
import popbeforesmtp.sandbox.door.Door;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.store.StoreOptions;
import popbeforesmtp.store.Stores;
import popbeforesmtp.web.Routes;
import popbeforesmtp.web.Site;
import popbeforesmtp.web.http.LastResort;
import popbeforesmtp.web.http.SiteOptions;

/**
 * The only assembly of the house: builds the parts, starts them, stops them. Tests build the same one with port
 * 0 and a clock they turn.
 */
public final class App implements AutoCloseable {

    private final CallTable calls = new CallTable();
    private final JournalStore store;
    private final MailServers servers;
    private final Worlds worlds;
    private final Classrooms classrooms;
    private final Door door;
    private final Library library;
    private final Site site;
    private final StoreOptions keeping;
    private @Nullable AdminPort admin;
    private volatile boolean stopping;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sweeper");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Builds the parts and starts none. The place where worlds are kept is opened meanwhile.
     *
     * @throws IllegalArgumentException if there can be no such place; whatever is thrown, nothing is left open
     */
    public App(Setup setup) {
        keeping = setup.keeping();
        Meter meter = setup.site().operation().meter();
        JournalStore kept = Stores.of(keeping, setup.clock(), meter);
        ClassStore classes = Stores.classes(kept);
        store = setup.store().apply(kept);
        boolean built = false;
        try {
            library = Library.open(setup.shelf());
            Listeners listeners = setup.calls().apply(this::listener);
            worlds = new Worlds(
                    new PracticeNetwork.Exterior(HostTable.directory(), listeners, calls),
                    setup.clock(),
                    setup.worlds(),
                    store,
                    library::behaviour,
                    meter);
            servers = new MailServers(worlds, calls, Limits.inPractice(), new FaultLog(setup.clock()));
            door = new Door(setup.clock());
            SiteOptions watched = setup.site().withHealth(this::health).withKeep(keeping.keep());
            classrooms = new Classrooms(classes, worlds, setup.clock());
            site = new Site(new Routes.Parts(worlds, classrooms, library, door, setup.clock()), setup.shelf(), watched);
            built = true;
        } finally {
            if (!built) {
                store.close();
            }
        }
    }

    /**
     * Starts the servers and the site.
     *
     * @param bind the address that the site listens at
     * @param port 0 for any free one
     * @throws IOException if a port cannot be had, or the store never can be used; everything is stopped again
     */
    public void start(String bind, int port) throws IOException {
        startServers();
        orNothing(() -> {
            site.start(bind, port);
            store.open();
        });
        try {
            LastResort lastResort = LastResort.ofThisProcess();
            Runnable rest = lastResort.guard("letting worlds rest", worlds::sweep);
            Runnable forget = lastResort.guard("forgetting old worlds", this::sweepStore);
            Future<?> unused = sweeper.scheduleWithFixedDelay(rest, 1, 1, TimeUnit.MINUTES);
            Future<?> unusedToo = sweeper.scheduleWithFixedDelay(forget, 10, 60, TimeUnit.MINUTES);
        } catch (RejectedExecutionException e) {
            // It was stopped while it was starting.
        }
    }

    /**
     * Starts the practice servers alone: worlds can be played, and nobody looks.
     *
     * @throws IOException if no port can be had; everything is stopped again
     */
    void startServers() throws IOException {
        orNothing(servers::start);
    }

    /**
     * Opens real ports for mail programs.
     *
     * @param bind the address that they listen at
     * @param pop3 where mail is received, 0 for any free port
     * @param smtp where mail is sent, 0 for any free port
     * @throws IOException if one of them cannot be had; everything is stopped again
     */
    public void openDoor(String bind, int pop3, int smtp) throws IOException {
        orNothing(() -> door.open(bind, pop3, smtp));
    }

    /**
     * Tells the numbers of a meter, and how many worlds and sessions there are, at a port of this machine.
     *
     * @param meter the one that the site's options name
     * @param port 0 for any free one
     * @throws IOException if it cannot be had; everything is stopped again
     */
    public void openAdmin(PrometheusMeter meter, int port) throws IOException {
        meter.gauge("worlds", "Worlds, journals included", worlds::size);
        meter.gauge("worlds.active", "Worlds that are being played", worlds::active);
        meter.gauge("sessions", "Open sessions at the practice servers", servers::connections);
        meter.refusals("mail_sessions", servers::turnedAway);
        meter.refusals("door_sessions", door::turnedAway);
        meter.gauge("door.sessions", "Open sessions at the door", door::connections);
        meter.gauge("door.watchers", "Who watches the door's page", site::watching);
        meter.gauge("connections", "Open connections to the site", site::connections);
        orNothing(() -> {
            synchronized (this) {
                admin = AdminPort.open(meter, port);
            }
        });
    }

    /** A part of the start. */
    @FunctionalInterface
    private interface Start {
        void run() throws IOException;
    }

    /** Whatever goes wrong, nothing is left open. */
    private void orNothing(Start part) throws IOException {
        boolean done = false;
        try {
            part.run();
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    private void sweepStore() {
        try {
            classrooms.sweep();
            store.sweep();
        } catch (JournalStore.Unavailable e) {
            // The log has told it; the next time it may go.
        }
    }

    /** Whether presses can be done and kept now. May take as long as a write. */
    public boolean isReady() {
        return !stopping && store.isReady();
    }

    /** The door, open or not. */
    public Door door() {
        return door;
    }

    /** The port that the site listens at. */
    public int port() {
        return site.port();
    }

    /** Where metrics are told, if they are. */
    public synchronized OptionalInt adminPort() {
        return admin == null ? OptionalInt.empty() : OptionalInt.of(admin.port());
    }

    /** Where worlds are to be kept. */
    public StoreOptions store() {
        return keeping;
    }

    /** Whether it was told to stop. */
    public boolean isStopping() {
        return stopping;
    }

    /**
     * Reads the texts that nobody has asked for yet.
     *
     * @throws popbeforesmtp.lesson.source.BadContent if something is wrong in them
     */
    public void checkTexts() {
        library.check();
    }

    /** The calls that wait to be taken. */
    CallTable calls() {
        return calls;
    }

    /** The practice servers. */
    MailServers servers() {
        return servers;
    }

    /** All worlds. */
    public Worlds worlds() {
        return worlds;
    }

    /**
     * Stops everything: the door and the site at once, so that mail programs hear of it while the last pages go out, then
     * the servers that those pages may still need. May come at any time, also while everything is being started.
     */
    @Override
    public void close() {
        stopping = true;
        sweeper.shutdownNow();
        CompletableFuture<Void> doorClosed = CompletableFuture.runAsync(door::close);
        try {
            site.close();
        } finally {
            try {
                doorClosed.join();
            } finally {
                servers.close();
                store.close();
                closeAdmin();
            }
        }
    }

    private synchronized void closeAdmin() {
        if (admin != null) {
            admin.close();
            admin = null;
        }
    }

    private Optional<InetSocketAddress> listener(int port) {
        return servers.at(port);
    }

    private Health health() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("worlds", worlds.size());
        counts.put("active", worlds.active());
        counts.put("connections", servers.connections());
        return new Health(Version.ofThis(), isReady(), counts);
    }

    /** Starts the site as the command line says; exit code 2 and one line if that cannot be. */
    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler(LastResort.ofThisProcess());
        var unused = new Launch(System.out, System.err).run(List.of(arguments), System.getenv());
    }
}
