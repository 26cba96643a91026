package popbeforesmtp.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.sandbox.door.Door;
import popbeforesmtp.sandbox.world.Worlds;
import popbeforesmtp.web.http.BufferedExchange;
import popbeforesmtp.web.http.FallbackErrors;
import popbeforesmtp.web.http.InFlight;
import popbeforesmtp.web.http.PerAddressLimit;
import popbeforesmtp.web.http.RefusalCount;
import popbeforesmtp.web.http.SiteOptions;
import popbeforesmtp.web.page.StaticFiles;
import popbeforesmtp.web.page.Views;

/** The web site. Start it once, close it once; nothing is printed. */
public final class Site implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);
    private static final int BACKLOG = 128;

    /** Nobody waits for a line in one of them. */
    private static final int THREADS = 48;

    /** A press takes a hundredth of that; one that has to be played again first, a third. */
    private static final Duration FINISH = Duration.ofMillis(1_500);

    private static final long STOP_MILLIS = 1_000;
    private static final long IDLE_MILLIS = 100;

    private final SiteOptions options;
    private final Routes pages;
    private final Views views;
    private final InFlight inFlight;
    private @Nullable Javalin javalin;

    /**
     * Reads templates and texts.
     *
     * @throws IllegalStateException if any of them is missing
     */
    public Site(Worlds worlds, Library library, Door door, ResourceRoot shelf, SiteOptions options) {
        StaticFiles files = new StaticFiles(shelf);
        this.options = options;
        this.inFlight = new InFlight(new PerAddressLimit(options), options.nanos());
        this.views = new Views(shelf, library, files, options);
        this.pages = new Routes(worlds, library, door, views, files, options);
    }

    /**
     * Opens the site.
     *
     * @param bind the address of this machine to listen at, {@code 127.0.0.1} or {@code 0.0.0.0}
     * @param port 0 for any free one
     * @throws BindException if the port is taken or forbidden, or the address unknown; the message says which
     * @throws IOException if it cannot start for another reason
     */
    public synchronized void start(String bind, int port) throws IOException {
        try {
            javalin = Javalin.create(config -> configure(config, bind, port)).start();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void configure(JavalinConfig config, String bind, int port) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = 16_384;
        config.router.contextPath = options.basePath().isEmpty() ? "/" : options.basePath();
        config.fileRenderer(views);
        config.jetty.threadPool = new QueuedThreadPool(THREADS);
        config.jetty.addConnector((server, http) -> connector(server, http, bind, port));
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MILLIS);
            server.setErrorHandler(new FallbackErrors());
            server.setHandler(new RefusalCount(
                    new BufferedExchange(inFlight, options.nanos()),
                    options.operation().meter()));
        });
        pages.routes(config.routes);
    }

    /** Binds at once: later, Javalin would log a failure, and not throw it as it was. */
    private static ServerConnector connector(Server server, HttpConfiguration http, String bind, int port) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(bind);
        connector.setPort(port);
        connector.setAcceptQueueSize(BACKLOG);
        connector.setShutdownIdleTimeout(IDLE_MILLIS);
        try {
            connector.open();
        } catch (IOException e) {
            connector.close();
            String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new UncheckedIOException(new BindException("cannot listen at " + bind + " port " + port + ": "
                    + (why == null ? "there is no such address here" : why)));
        }
        return connector;
    }

    /** The port that it listens at. */
    public synchronized int port() {
        if (javalin == null) {
            throw new IllegalStateException("not started");
        }
        return javalin.port();
    }

    /**
     * Answers what was asked before, says to all others that it is closing time, and lets the port go.
     */
    @Override
    public synchronized void close() {
        pages.close();
        if (javalin != null) {
            int unanswered = inFlight.awaitAnswers(FINISH);
            if (unanswered > 0) {
                LOG.warn("{} answers were cut off", unanswered);
            }
            try {
                // Javalin's own stop would write a stack trace about whoever has to be cut off.
                javalin.jettyServer().server().stop();
            } catch (Exception e) {
                LOG.debug("somebody was cut off", e);
            }
            javalin = null;
        }
    }
}
