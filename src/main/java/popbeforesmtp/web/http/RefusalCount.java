package popbeforesmtp.web.http;

import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import popbeforesmtp.operation.Meter;

/** Counts the answers that say that a bound was met, whoever gives them. */
public final class RefusalCount extends Handler.Wrapper {

    private static final Map<Integer, Meter.Limit> LIMITS = Map.of(
            HttpStatus.REQUEST_TIMEOUT_408, Meter.Limit.FORM_TIME,
            HttpStatus.PAYLOAD_TOO_LARGE_413, Meter.Limit.FORM_SIZE,
            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431, Meter.Limit.HEADERS,
            HttpStatus.SERVICE_UNAVAILABLE_503, Meter.Limit.UNAVAILABLE);

    private final Meter meter;

    /**
     * @param next who answers
     * @param meter is told
     */
    public RefusalCount(Handler next, Meter meter) {
        super(next);
        this.meter = meter;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Request.addCompletionListener(
                request,
                failure -> Optional.ofNullable(LIMITS.get(response.getStatus())).ifPresent(meter::refused));
        return super.handle(request, response, callback);
    }
}
