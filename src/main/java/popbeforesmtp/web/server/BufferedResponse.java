package popbeforesmtp.web.server;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An answer that is kept until it is whole, then sent while nobody waits. A stream of events is sent as it comes. */
final class BufferedResponse extends Response.Wrapper implements Callback {

    /** How long a reader may take for an answer, however the octets drip. */
    static final long SECONDS = 60;

    /** Room for an answer until its reader has taken it. */
    interface Waiting {

        /**
         * Takes it.
         *
         * @param octets how long the answer is
         * @param leave cuts the line if the room is wanted
         * @return to be run when the answer was taken, or never will be
         */
        Runnable takes(long octets, IntConsumer leave);
    }

    private final Callback callback;
    private final Waiting waiting;
    private final Runnable late;
    private final List<ByteBuffer> kept = new ArrayList<>();
    private long length;
    private boolean whole;

    /** @param late hears if the reader takes too long for it */
    BufferedResponse(Request request, Response response, Callback callback, Waiting waiting, Runnable late) {
        super(request, response);
        this.callback = callback;
        this.waiting = waiting;
        this.late = late;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback written) {
        if (isStream()) {
            super.write(last, content, written);
            return;
        }
        whole |= last;
        if (content != null && content.hasRemaining()) {
            length += content.remaining();
            kept.add(ByteBuffer.allocate(content.remaining()).put(content).flip());
        }
        written.succeeded();
    }

    private boolean isStream() {
        String type = getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type != null && type.startsWith("text/event-stream");
    }

    @Override
    public boolean hasLastWrite() {
        return whole || super.hasLastWrite();
    }

    @Override
    public void reset() {
        super.reset();
        kept.clear();
        length = 0;
        whole = false;
    }

    @Override
    public void succeeded() {
        if (isStream() || super.isCommitted()) {
            callback.succeeded();
            return;
        }
        EndPoint line = getRequest().getConnectionMetaData().getConnection().getEndPoint();
        ClientConnection.waits(getRequest(), SECONDS, status -> {
            if (status == HttpStatus.REQUEST_TIMEOUT_408) {
                late.run();
            }
        });
        Runnable taken = waiting.takes(length, status -> line.close());
        // In one piece: then it says how long it is, and a reader knows one that was cut.
        getWrapped().write(true, whole(), Callback.from(taken, callback));
    }

    private ByteBuffer whole() {
        if (kept.size() == 1) {
            return kept.get(0);
        }
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(length));
        kept.forEach(all::put);
        return all.flip();
    }

    @Override
    public void failed(Throwable cause) {
        callback.failed(cause);
    }
}
