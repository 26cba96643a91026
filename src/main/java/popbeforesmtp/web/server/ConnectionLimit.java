package popbeforesmtp.web.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.web.http.ClientAddress;
import popbeforesmtp.web.http.FallbackErrors;
import popbeforesmtp.web.http.LastResort;
import popbeforesmtp.web.http.SiteLimits;
import popbeforesmtp.web.http.SiteOptions;

/**
 * Bounds the connections to the site, in all and of one address, and ends those whose time is up. Whoever comes finds room:
 * a connection that waits for its client gives way, never one whose request is being answered. Only a new connection that
 * finds everybody else at work is told so and closed. A trusted proxy is not bounded by its address: it speaks for many.
 */
public final class ConnectionLimit extends Handler.Wrapper implements SelectorManager.AcceptListener {

    /** Without a deadline: Jetty's own time-out for silence is enough. */
    private static final long NEVER = Long.MAX_VALUE / 2;

    private static final long TICK_SECONDS = 1;

    private final SharedRoom room;
    private final Callers callers;
    private final LongSupplier nanos;
    private final LastResort lastResort;
    private final Meter meter;
    private final Map<SelectableChannel, SharedRoom.Place> places = new ConcurrentHashMap<>();
    private volatile Scheduler.@Nullable Task next;

    /**
     * @param handler who answers
     * @param limits how many connections there may be
     */
    public ConnectionLimit(Handler handler, SiteLimits limits, SiteOptions options, LastResort lastResort) {
        super(handler);
        this.meter = options.operation().meter();
        this.room = new SharedRoom(
                limits.connections().all(),
                limits.connections().address(),
                () -> meter.refused(Meter.Limit.CONNECTIONS));
        this.callers = new Callers(options);
        this.nanos = options.nanos();
        this.lastResort = lastResort;
    }

    /** How many connections there are. */
    public int connections() {
        return places.size();
    }

    /** Somebody's time is up. */
    void late(Meter.Limit limit) {
        meter.refused(limit);
    }

    long never() {
        return nanos.getAsLong() + NEVER;
    }

    /** The instant so many seconds from now. */
    long in(long seconds) {
        return nanos.getAsLong() + TimeUnit.SECONDS.toNanos(seconds);
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        SocketChannel accepted = (SocketChannel) channel;
        try {
            ClientAddress end = Callers.of(accepted.getRemoteAddress());
            SharedRoom.Place place =
                    room.take(end.share(), !callers.isProxy(end), 1, never(), status -> refuse(accepted, status));
            places.put(channel, place);
        } catch (IOException e) {
            // It is gone already.
            IO.close(channel);
        }
    }

    /** Tells one that has not been listened to yet why it is closed. */
    private static void refuse(SocketChannel channel, int status) {
        try (channel) {
            channel.write(ByteBuffer.wrap(FallbackErrors.bare(status)));
            channel.shutdownOutput();
        } catch (IOException e) {
            // It did not wait for it.
        }
    }

    /** The place of a connection, for its end point. */
    SharedRoom.Place place(SelectableChannel channel) {
        SharedRoom.Place place = places.get(channel);
        return place == null ? new SharedRoom(1, 1, () -> {}).take("", true, 0, never(), status -> {}) : place;
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        onClosed(channel);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        SharedRoom.Place place = places.remove(channel);
        if (place != null) {
            place.release();
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint end = request.getConnectionMetaData().getConnection().getEndPoint();
        if (end instanceof ClientConnection connection) {
            boolean unused = connection.works();
            request.addHttpStreamWrapper(stream -> new Watched(stream, connection));
        }
        return super.handle(request, response, callback);
    }

    /** Notices when a request is over, before the next one can begin. */
    private static final class Watched extends HttpStream.Wrapper {

        private final ClientConnection connection;

        Watched(HttpStream stream, ClientConnection connection) {
            super(stream);
            this.connection = connection;
        }

        @Override
        public void succeeded() {
            connection.rests();
            super.succeeded();
        }

        @Override
        public void failed(Throwable cause) {
            connection.rests();
            super.failed(cause);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        tick();
    }

    @Override
    protected void doStop() throws Exception {
        Scheduler.Task last = next;
        if (last != null) {
            last.cancel();
        }
        super.doStop();
    }

    private void tick() {
        lastResort
                .guard("ending late connections", () -> room.sweep(nanos.getAsLong()))
                .run();
        if (isRunning()) {
            next = getServer().getScheduler().schedule(this::tick, TICK_SECONDS, TimeUnit.SECONDS);
        }
    }
}
