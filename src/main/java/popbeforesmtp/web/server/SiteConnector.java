package popbeforesmtp.web.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;
import popbeforesmtp.web.http.LastResort;

/** Where the site listens. Whoever accepts or selects connections here cannot die without the process ending too. */
public final class SiteConnector extends ServerConnector {

    private static final int BACKLOG = 128;
    private static final long SHUTDOWN_IDLE_MILLIS = 100;
    private static final long PAUSE_MILLIS = 100;

    private final ConnectionLimit limit;
    private final LastResort lastResort;
    private volatile boolean isEnding;

    /**
     * Does not listen yet.
     *
     * @param lastResort hears when no connection can be accepted any more
     */
    public SiteConnector(Server server, HttpConfiguration http, ConnectionLimit limit, LastResort lastResort) {
        super(server, new HttpConnectionFactory(http));
        this.limit = limit;
        this.lastResort = lastResort;
        setAcceptQueueSize(BACKLOG);
        setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        addEventListener(limit);
    }

    /**
     * Binds at once: later, Javalin would log a failure, and not throw it as it was.
     *
     * @throws UncheckedIOException with a {@link BindException} inside whose message says what cannot be had
     */
    public void bind(String host, int port) {
        setHost(host);
        setPort(port);
        try {
            open();
        } catch (IOException e) {
            close();
            String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new UncheckedIOException(new BindException("cannot listen at " + host + " port " + port + ": "
                    + (why == null ? "there is no such address here" : why)));
        }
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        isEnding = true;
        return super.shutdown();
    }

    @Override
    public void close() {
        isEnding = true;
        super.close();
    }

    @Override
    protected void doStop() throws Exception {
        isEnding = true;
        super.doStop();
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        ClientConnection connection = new ClientConnection(channel, selector, key, getScheduler(), limit);
        connection.setIdleTimeout(getIdleTimeout());
        return connection;
    }

    @Override
    protected boolean handleAcceptFailure(Throwable failure) {
        if (isEnding) {
            return false;
        }
        if (!isOpen()) {
            lastResort.died("whoever accepts connections");
            return false;
        }
        lastResort.note("accepting a connection", failure);
        try {
            // It may be the want of a descriptor, which passes.
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            // Whoever stops it has closed it.
        }
        return true;
    }

    @Override
    protected SelectorManager newSelectorManager(Executor executor, Scheduler scheduler, int selectors) {
        return new ServerConnectorManager(executor, scheduler, selectors) {
            @Override
            protected ManagedSelector newSelector(int id) {
                return new ManagedSelector(this, id) {
                    @Override
                    protected void onSelectFailed(Throwable cause) {
                        lastResort.check(cause);
                        if (!isEnding) {
                            lastResort.died("whoever listens to connections");
                        }
                    }
                };
            }
        };
    }
}
