package popbeforesmtp.web.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.IntConsumer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.web.http.FallbackErrors;

/**
 * One connection, and whether it waits for its client: {@code RESTING} between requests, {@code HEADED} from the first octet
 * of a request to the end of its headers, {@code TAKEN} from then on until the answer is over. While it is taken, its request
 * may wait for its client too, for the rest of a form or until an answer was read.
 */
final class ClientConnection extends SocketChannelEndPoint {

    /** How long the headers of a request may take from their first octet to their last, however they drip. */
    static final long HEADER_SECONDS = 10;

    private enum State {
        RESTING,
        HEADED,
        TAKEN
    }

    private final ConnectionLimit limit;
    private final SharedRoom.Place place;
    private volatile State state = State.RESTING;

    ClientConnection(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            ConnectionLimit limit) {
        super(channel, selector, key, scheduler);
        this.limit = limit;
        this.place = limit.place(channel);
        rests();
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (filled > 0 && state == State.RESTING) {
            state = State.HEADED;
            waits(HEADER_SECONDS, status -> {
                if (status == HttpStatus.REQUEST_TIMEOUT_408) {
                    limit.late(Meter.Limit.HEADERS);
                }
                tell(status);
            });
        }
        return filled;
    }

    /** Nobody has taken the request yet, so nobody else writes here. */
    private void tell(int status) {
        write(Callback.NOOP, ByteBuffer.wrap(FallbackErrors.bare(status)));
    }

    /** No request is under way. */
    void rests() {
        state = State.RESTING;
        place.waits(limit.never(), status -> close());
    }

    /**
     * A request is under way, and it is our turn.
     *
     * @return false if the connection had to give way in the meantime
     */
    boolean works() {
        state = State.TAKEN;
        return place.works();
    }

    /** A whole request waits until others of its address have been answered; nobody has written an answer yet. */
    private void queues() {
        place.waits(limit.never(), status -> {
            tell(status);
            close();
        });
    }

    /**
     * It is the client's turn; after these seconds, or when room is needed, the connection ends.
     *
     * @param told hears the status that says why, right before
     */
    void waits(long seconds, IntConsumer told) {
        place.waits(limit.in(seconds), status -> {
            try {
                told.accept(status);
            } finally {
                close();
            }
        });
    }

    /** Lets the connection of a request wait; one that was not made here never does. */
    static void waits(Request request, long seconds, IntConsumer told) {
        if (request.getConnectionMetaData().getConnection().getEndPoint() instanceof ClientConnection connection) {
            connection.waits(seconds, told);
        }
    }

    /** It is our turn; false if the connection had to give way in the meantime. */
    static boolean works(Request request) {
        return !(request.getConnectionMetaData().getConnection().getEndPoint() instanceof ClientConnection connection)
                || connection.works();
    }

    /** A request that is whole waits for its turn. */
    static void queues(Request request) {
        if (request.getConnectionMetaData().getConnection().getEndPoint() instanceof ClientConnection connection) {
            connection.queues();
        }
    }
}
