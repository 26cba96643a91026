package popbeforesmtp.web.server;

import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.web.http.SiteLimits.Share;
import popbeforesmtp.web.http.SiteOptions;

/**
 * Keeps slow lines from costing anybody else an answer: no thread waits for one. A form is whole before a page is asked for
 * it, and a page is whole before its first octet leaves; between, only memory is held, and that is bounded. Streams of events
 * are let through as they come.
 *
 * <p>Jetty's {@code EagerContentHandler} also waits for forms without a thread. It knows no bound for all of them together,
 * none for one address and no deadline, and an octet that comes alone costs it an object of its own.
 */
public final class BufferedExchange extends Handler.Wrapper {

    /** How many octets of answers may wait for their readers. */
    private static final long ANSWER_OCTETS = 24L << 20;

    private final Callers callers;
    private final LongSupplier nanos;
    private final SharedRoom forms;
    private final SharedRoom answers;
    private final Meter meter;

    /** @param pages who answers */
    public BufferedExchange(Handler pages, SiteOptions options) {
        super(pages);
        this.callers = new Callers(options);
        this.nanos = options.nanos();
        Share share = options.limits().forms();
        this.meter = options.operation().meter();
        this.forms = new SharedRoom(share.all(), share.address(), () -> meter.refused(Meter.Limit.FORM_ROOM));
        this.answers = new SharedRoom(ANSWER_OCTETS, ANSWER_OCTETS, this::unread);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String address = callers.of(request).share();
        BufferedResponse answer = new BufferedResponse(
                request,
                response,
                callback,
                (length, leave) -> answers.take(address, true, length, nanos.getAsLong(), leave)::release,
                this::unread);
        boolean isRead = request.getLength() != 0 && request.getLength() <= IncomingForm.HEARD_OUT;
        if (!isRead) {
            return super.handle(request, answer, answer);
        }
        new IncomingForm(request, nanos, (whole, status) -> took(request, whole, status, answer)).hear(forms, address);
        return true;
    }

    private void unread() {
        meter.refused(Meter.Limit.READING);
    }

    /** Passes a form on that is whole, or tells its sender why it never will be. */
    private void took(Request request, byte[] whole, int status, BufferedResponse answer) {
        if (status != HttpStatus.OK_200) {
            Response.writeError(request, answer, answer, status);
            return;
        }
        try {
            if (!super.handle(new Whole(request, whole), answer, answer)) {
                Response.writeError(request, answer, answer, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception e) {
            Response.writeError(request, answer, answer, e);
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
}
