package popbeforesmtp.web.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Keeps slow lines from costing anybody else an answer: no thread waits for one. A form is whole before a page is asked for
 * it, and a page is whole before its first octet leaves; between, only memory is held, and {@link PendingResponses} bounds that.
 * Streams of events are let through as they come.
 */
public final class BufferedExchange extends Handler.Wrapper {

    /** How long a form may take from its first octet to its last. */
    static final long SECONDS = 30;

    /** How many octets of a form that is too long are heard out, so that its sender hears the answer and no reset. */
    private static final long HEARD_OUT = 256 * 1024;

    private final LongSupplier nanos;
    private final PendingResponses held = new PendingResponses();

    /**
     * @param pages who answers
     * @param nanos true time, as {@link System#nanoTime()} tells it
     */
    public BufferedExchange(Handler pages, LongSupplier nanos) {
        super(pages);
        this.nanos = nanos;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Answer answer = new Answer(request, response, callback);
        boolean isRead = request.getLength() != 0 && request.getLength() <= HEARD_OUT;
        if (!isRead) {
            return super.handle(request, answer, answer);
        }
        new Reading(request, answer).run();
        return true;
    }

    private boolean pass(Request request, Answer answer) throws Exception {
        return super.handle(request, answer, answer);
    }

    /** A form on its way. Jetty runs it again whenever more of it is there, never twice at once. */
    private final class Reading implements Runnable {

        private final Request request;
        private final Answer answer;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private long heard;
        private final long until = nanos.getAsLong() + TimeUnit.SECONDS.toNanos(SECONDS);

        Reading(Request request, Answer answer) {
            this.request = request;
            this.answer = answer;
        }

        @Override
        public void run() {
            boolean more = true;
            while (more) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                more = take(chunk);
            }
        }

        private boolean take(Content.Chunk chunk) {
            if (Content.Chunk.isFailure(chunk)) {
                boolean slow = chunk.getFailure() instanceof TimeoutException;
                refuse(slow ? HttpStatus.REQUEST_TIMEOUT_408 : HttpStatus.BAD_REQUEST_400);
                return false;
            }
            heard += chunk.remaining();
            byte[] octets = new byte[Math.min(chunk.remaining(), Form.MOST + 1 - body.size())];
            chunk.getByteBuffer().get(octets);
            chunk.release();
            body.writeBytes(octets);
            if (chunk.isLast() || heard > HEARD_OUT) {
                answer();
                return false;
            }
            if (nanos.getAsLong() - until > 0) {
                refuse(HttpStatus.REQUEST_TIMEOUT_408);
                return false;
            }
            return true;
        }

        private void refuse(int status) {
            Response.writeError(request, answer, answer, status);
        }

        private void answer() {
            try {
                if (!pass(new Whole(request, body.toByteArray()), answer)) {
                    refuse(HttpStatus.NOT_FOUND_404);
                }
            } catch (Exception e) {
                Response.writeError(request, answer, answer, e);
            }
        }
    }

    /** A request whose form is there. */
    private static final class Whole extends Request.Wrapper {

        private final Content.Source body;

        Whole(Request request, byte[] body) {
            super(request);
            this.body = new ByteBufferContentSource(ByteBuffer.wrap(body));
        }

        @Override
        public Content.Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable whenThere) {
            body.demand(whenThere);
        }
    }

    /** An answer that is kept until it is whole, then sent while nobody waits. */
    private final class Answer extends Response.Wrapper implements Callback {

        private final Callback callback;
        private final List<ByteBuffer> kept = new ArrayList<>();
        private long length;
        private boolean whole;

        Answer(Request request, Response response, Callback callback) {
            super(request, response);
            this.callback = callback;
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
            boolean hasBody = !HttpMethod.HEAD.is(getRequest().getMethod()) && !HttpStatus.hasNoBody(getStatus());
            if (hasBody && !getHeaders().contains(HttpHeader.CONTENT_LENGTH)) {
                getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
            }
            Runnable release = held.hold(
                    getRequest().getConnectionMetaData().getConnection().getEndPoint(),
                    Request.getRemoteAddr(getRequest()),
                    length);
            Content.copy(new ByteBufferContentSource(kept), getWrapped(), Callback.from(release, callback));
        }

        @Override
        public void failed(Throwable cause) {
            callback.failed(cause);
        }
    }
}
