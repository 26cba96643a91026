package popbeforesmtp.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.web.http.FallbackErrors;
import popbeforesmtp.web.http.InFlight;
import popbeforesmtp.web.http.LastResort;
import popbeforesmtp.web.http.RefusalCount;
import popbeforesmtp.web.http.SiteLimits;
import popbeforesmtp.web.http.SiteOptions;
import popbeforesmtp.web.page.StaticFiles;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.server.BufferedExchange;
import popbeforesmtp.web.server.ConnectionLimit;
import popbeforesmtp.web.server.HostCheck;
import popbeforesmtp.web.server.OpenFiles;
import popbeforesmtp.web.server.PerAddressLimit;
import popbeforesmtp.web.server.RequestLimit;
import popbeforesmtp.web.server.SiteConnector;
import popbeforesmtp.web.server.SiteThreads;

/** The web site. Start it once, close it once; nothing is printed. */
public final class Site implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);
    /** A press takes a hundredth of that; one that has to be played again first, a third. */
    private static final Duration FINISH = Duration.ofMillis(1_500);

    private static final long STOP_MILLIS = 1_000;

    private final SiteOptions options;
    private final Routes pages;
    private final Views views;
    private final InFlight inFlight;
    private final LastResort lastResort = LastResort.ofThisProcess();
    private volatile @Nullable ConnectionLimit connections;
    private @Nullable SiteConnector connector;
    private @Nullable Javalin javalin;

    /**
     * Reads templates and texts.
     *
     * @throws IllegalStateException if any of them is missing
     */
    public Site(Routes.Parts parts, ResourceRoot shelf, SiteOptions options) {
        StaticFiles files = new StaticFiles(shelf);
        this.options = options;
        this.inFlight = new InFlight(new PerAddressLimit(options), options.nanos());
        this.views = new Views(shelf, parts.library(), files, options);
        this.pages = new Routes(parts, views, files, options, lastResort);
    }

    /**
     * Opens the site. If that fails in any way, nothing is left open.
     *
     * @param bind the address of this machine to listen at, {@code 127.0.0.1} or {@code 0.0.0.0}
     * @param port 0 for any free one
     * @throws BindException if the port is taken or forbidden, or the address unknown; the message says which
     * @throws IOException if it cannot start for another reason
     */
    public synchronized void start(String bind, int port) throws IOException {
        pages.bound(bind);
        Javalin starting = Javalin.create(config -> configure(config, bind, port));
        try {
            javalin = starting.start();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (javalin == null) {
                stop(starting);
            }
        }
    }

    private void configure(JavalinConfig config, String bind, int port) {
        SiteLimits limits = options.limits().within(OpenFiles.most());
        ConnectionLimit bounded = new ConnectionLimit(handlers(bind), limits, options, lastResort);
        connections = bounded;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = 16_384;
        config.router.contextPath = options.basePath().isEmpty() ? "/" : options.basePath();
        config.router.javaLangErrorHandler(this::broken);
        config.fileRenderer(views);
        config.jetty.threadPool = new SiteThreads(lastResort);
        config.jetty.addConnector((server, http) -> {
            connector = new SiteConnector(server, http, bounded, lastResort);
            connector.bind(bind, port);
            return connector;
        });
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MILLIS);
            server.setErrorHandler(new FallbackErrors(lastResort));
            server.setHandler(bounded);
        });
        pages.routes(config.routes);
    }

    /** Answers where nothing but an error of the machine came of a page; that one leaves no room for templates. */
    private void broken(HttpServletResponse answer, Error error) {
        lastResort.note("a page", error);
        try {
            answer.setStatus(HttpStatus.INTERNAL_SERVER_ERROR_500);
            answer.setContentType("text/html; charset=utf-8");
            answer.getOutputStream().write(FallbackErrors.TEXT.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.debug("nobody waits for it", e);
        }
    }

    /** What a request passes before it comes to a page. */
    private Handler handlers(String bind) {
        Handler named =
                new HostCheck(new RequestLimit(new BufferedExchange(inFlight, options), options), options, bind);
        return new RefusalCount(named, options.operation().meter());
    }

    /** How many connections there are to it. */
    public int connections() {
        ConnectionLimit bounded = connections;
        return bounded == null ? 0 : bounded.connections();
    }

    /** How many watch the door. */
    public int watching() {
        return pages.watching();
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
            stop(javalin);
            javalin = null;
        }
    }

    private void stop(Javalin stopping) {
        try {
            // Javalin's own stop would write a stack trace about whoever has to be cut off.
            stopping.jettyServer().server().stop();
        } catch (Exception e) {
            LOG.debug("somebody was cut off", e);
        }
        if (connector != null) {
            connector.close();
        }
    }
}
