package popbeforesmtp.web.server;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.web.http.Form;

/**
 * A form on its way. Jetty runs it again whenever more of it is there; it is over once: when it is whole, when it breaks off,
 * when it takes too long, or when its room is wanted. Nobody is told of it under its lock.
 */
final class IncomingForm implements Runnable {

    /** How long a form may take from its first octet to its last. */
    static final long SECONDS = 30;

    /** What is counted for a form beside its octets: its connection, its headers. */
    static final int OVERHEAD = 10 * 1024;

    /** How many octets of a form that is too long are heard out, so that its sender hears the answer and no reset. */
    static final long HEARD_OUT = 256 * 1024;

    private static final byte[] NOTHING = {};
    private static final int MORE = 0;
    private static final int GONE = 1;
    private static final int NOT_YET = 2;

    /** Hears once how it ended. */
    interface Ended {

        /**
         * Is told once how a form ended.
         *
         * @param whole the form, one octet longer than allowed if it is too long; empty if it never got there
         * @param status 200, or the one that says why it did not
         */
        void ended(byte[] whole, int status);
    }

    private final Request request;
    private final LongSupplier nanos;
    private final long until;
    private final Ended ended;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private volatile SharedRoom.@Nullable Place place;
    private long heard;
    private boolean isOver;

    /** @param ended hears once how it ended */
    IncomingForm(Request request, LongSupplier nanos, Ended ended) {
        this.request = request;
        this.nanos = nanos;
        this.until = nanos.getAsLong() + TimeUnit.SECONDS.toNanos(SECONDS);
        this.ended = ended;
    }

    /** Hears what is there of it; if that is not all, the rest is waited for in room that all forms share. */
    void hear(SharedRoom room, String address) {
        int status = take();
        if (status == NOT_YET) {
            ClientConnection.waits(request, SECONDS, this::end);
            place = room.take(address, true, OVERHEAD + (long) body.size(), until, this::end);
        }
        goOn(status);
    }

    @Override
    public void run() {
        goOn(take());
    }

    /** Takes all that is there. */
    private int take() {
        int status = MORE;
        while (status == MORE) {
            int before = body.size();
            synchronized (this) {
                status = isOver ? GONE : step();
                isOver |= status > NOT_YET;
            }
            if (place != null && body.size() > before) {
                place.grow(body.size() - before);
            }
        }
        return status;
    }

    private void goOn(int status) {
        if (status == NOT_YET) {
            synchronized (this) {
                if (!isOver) {
                    request.demand(this);
                    return;
                }
            }
            // It had to end while its room was being taken.
            leave();
        } else if (status != GONE) {
            leave();
            boolean unused = ClientConnection.works(request);
            ended.ended(body.toByteArray(), status);
        }
    }

    /** Takes the next piece: what the form comes to by it, or that there may be more, or nothing yet. */
    private int step() {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
            return NOT_YET;
        }
        if (Content.Chunk.isFailure(chunk)) {
            return chunk.getFailure() instanceof TimeoutException
                    ? HttpStatus.REQUEST_TIMEOUT_408
                    : HttpStatus.BAD_REQUEST_400;
        }
        heard += chunk.remaining();
        byte[] octets = new byte[Math.min(chunk.remaining(), Form.MOST + 1 - body.size())];
        chunk.getByteBuffer().get(octets);
        chunk.release();
        body.writeBytes(octets);
        if (chunk.isLast() || heard > HEARD_OUT) {
            return HttpStatus.OK_200;
        }
        return nanos.getAsLong() - until > 0 ? HttpStatus.REQUEST_TIMEOUT_408 : MORE;
    }

    /** Ends it before it is whole, and its connection with it. */
    private void end(int status) {
        synchronized (this) {
            if (isOver) {
                return;
            }
            isOver = true;
        }
        leave();
        ended.ended(NOTHING, status);
        request.getConnectionMetaData().getConnection().getEndPoint().close();
    }

    private void leave() {
        if (place != null) {
            place.release();
        }
    }
}
