package popbeforesmtp;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.source.BadContent;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.mailserver.listen.MailServers;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.network.CallTable;
import popbeforesmtp.network.Directory;
import popbeforesmtp.network.PracticeNetwork;
import popbeforesmtp.sandbox.door.Door;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.store.StoreOptions;
import popbeforesmtp.store.Stores;
import popbeforesmtp.web.Site;
import popbeforesmtp.web.http.SiteOptions;

/**
 * The only assembly of the house: builds the parts, starts them, stops them. Tests build the same one with port
 * 0 and a clock they turn.
 */
public final class App implements AutoCloseable {

    private final JournalStore store;
    private final MailServers servers;
    private final Worlds worlds;
    private final Door door;
    private final Library library;
    private final Site site;
    private volatile boolean stopping;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sweeper");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Builds the parts and starts none.
     *
     * @param clock true time, for idleness; the worlds have clocks of their own
     * @param options how the site is set up; what is up is added here
     */
    public App(ResourceRoot shelf, InstantSource clock, SiteOptions options) {
        this(shelf, clock, options, StoreOptions.inMemory());
    }

    /**
     * The same with a place where worlds are kept. It is opened while the parts are built and started.
     *
     * @param keeping where, and how long
     * @throws IllegalArgumentException if there can be no such place
     */
    public App(ResourceRoot shelf, InstantSource clock, SiteOptions options, StoreOptions keeping) {
        store = Stores.of(keeping, clock);
        CallTable calls = new CallTable();
        worlds = new Worlds(
                new PracticeNetwork.Exterior(Directory.ofTheStory(), this::listener, calls),
                clock,
                Worlds.Limits.usual(),
                store);
        servers = new MailServers(worlds, calls, Limits.inPractice());
        door = new Door(clock);
        library = Library.open(shelf);
        site = new Site(worlds, library, door, shelf, options.withHealth(this::health));
    }

    /**
     * Starts the servers and the site.
     *
     * @param bind the address that the site listens at
     * @param port 0 for any free one
     * @throws IOException if a port cannot be had, or the store never can be used; everything is stopped again
     */
    public void start(String bind, int port) throws IOException {
        try {
            servers.start();
            site.start(bind, port);
            store.open();
        } catch (IOException e) {
            close();
            throw e;
        }
        try {
            Future<?> unused = sweeper.scheduleWithFixedDelay(worlds::sweep, 1, 1, TimeUnit.MINUTES);
            Future<?> too = sweeper.scheduleWithFixedDelay(this::sweepStore, 10, 60, TimeUnit.MINUTES);
        } catch (RejectedExecutionException e) {
            // It was stopped while it was starting.
        }
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
        try {
            door.open(bind, pop3, smtp);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void sweepStore() {
        try {
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
            }
        }
    }

    private Optional<InetSocketAddress> listener(int port) {
        return servers.at(port);
    }

    private Map<String, String> health() {
        return Map.of(
                "store", isReady() ? "up" : "away",
                "worlds", Integer.toString(worlds.size()),
                "active", Integer.toString(worlds.active()),
                "connections", Integer.toString(servers.connections()));
    }

    /** Starts the site as the command line says; exit code 2 and one line if that cannot be. */
    public static void main(String[] arguments) {
        try {
            CommandLine line = CommandLine.parse(List.of(arguments), System.getenv());
            ResourceRoot shelf = shelf();
            App app = new App(shelf, InstantSource.system(), options(line), keeping(shelf));
            if (shelf.isLive()) {
                app.library.check();
            }
            Runtime.getRuntime().addShutdownHook(new Thread(app::close, "stop"));
            app.start(line.bind(), line.port());
            if (line.door().isPresent()) {
                CommandLine.DoorPorts ports = line.door().get();
                app.openDoor(ports.bind(), ports.pop3(), ports.smtp());
            }
            if (app.stopping) {
                return;
            }
            System.out.println(welcome(line, app.port()));
            line.door().ifPresent(ports -> System.out.println(atTheDoor(ports, app.door())));
            if (!shelf.isLive()) {
                app.library.check();
            }
        } catch (CommandLine.Unusable | IOException | BadContent e) {
            System.err.println("popbeforesmtp: " + e.getMessage());
            System.exit(2);
        }
    }

    /** The files on disk while the site is being developed, which is when it does not run from its jar. */
    private static ResourceRoot shelf() {
        Path here = Path.of("");
        boolean packed = App.class.getResource("App.class").getProtocol().equals("jar");
        boolean beside = Files.isDirectory(here.resolve("templates")) && Files.isDirectory(here.resolve("content"));
        return packed || !beside ? ResourceRoot.packed() : ResourceRoot.live(here);
    }

    /** Whoever starts it from its sources, perhaps again and again while teaching, loses nothing. */
    private static StoreOptions keeping(ResourceRoot shelf) {
        return shelf.isLive() ? StoreOptions.in(Path.of("target", "worlds")) : StoreOptions.inMemory();
    }

    private static SiteOptions options(CommandLine line) throws CommandLine.Unusable {
        try {
            SiteOptions options =
                    SiteOptions.usual().withBasePath(line.basePath()).withTrustedProxies(line.trustedProxies());
            return line.publicUrl().map(options::withPublicUrl).orElse(options);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.Unusable(String.valueOf(e.getMessage()));
        }
    }

    private static String welcome(CommandLine line, int port) {
        Duration since = ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
        String ready = String.format(Locale.ROOT, "ready after %.1f s; Ctrl-C stops it", since.toMillis() / 1000.0);
        String welcome = "Receive, then send: http://localhost:" + port + line.basePath() + "/ (" + ready + ")";
        return line.bind().equals("0.0.0.0") ? welcome + whiteboard(line, port) : welcome;
    }

    /** Where mail programs find the door, and what it means if it is open to more than this machine. */
    private static String atTheDoor(CommandLine.DoorPorts ports, Door door) {
        String where = "The door: POP3 at " + ports.bind() + " port " + door.pop3Port() + ", SMTP at port "
                + door.smtpPort() + "; name hanako, password sakura";
        return ports.bind().startsWith("127.") || ports.bind().equals("::1")
                ? where
                : where + "\nThe door is open to other machines: whoever reaches it can log in and fill its mailboxes. "
                        + "Nothing leaves it, and nothing else can be reached through it.";
    }

    /** The addresses, one of which is to be written on the whiteboard, for the other PCs in the room. */
    private static String whiteboard(CommandLine line, int port) {
        try {
            String addresses = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address
                            && !address.isLoopbackAddress()
                            && !address.isLinkLocalAddress())
                    .map(address -> "http://" + address.getHostAddress() + ":" + port + line.basePath() + "/")
                    .collect(Collectors.joining(" or "));
            return "\nFor the other PCs in the room: "
                    + (addresses.isEmpty() ? "this machine has no address in a network" : addresses);
        } catch (SocketException e) {
            return "";
        }
    }
}
