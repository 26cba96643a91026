package popbeforesmtp.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gets who is answered before any page is: broken requests, addresses outside the base path, names that are
 * not ours, and whoever asks too much. In both languages, since nothing is known of the reader; without templates and without
 * texts of files, since it must not go wrong, and must cost nothing.
 */
public final class FallbackErrors extends ErrorHandler {

    /** How long somebody should wait who asked too much, or came when there was no room. */
    static final int RETRY_SECONDS = 5;

    private static final String TYPE = "text/html; charset=utf-8";

    /** What a status means, Japanese and English. */
    private record Words(String japanese, String english) {}

    private static final Words USUAL = new Words("このページは、いま開けません。", "This page cannot be opened now.");
    private static final Map<Integer, Words> WORDS = Map.of(
            HttpStatus.REQUEST_TIMEOUT_408,
            new Words("とどくまでに時間がかかりすぎました。もう一度、送ってください。", "That took too long to arrive. Please send it again."),
            HttpStatus.MISDIRECTED_REQUEST_421,
            new Words(
                    "このサイトは、その名前では開けません。起動したときに表示されたアドレスで、開いてください。",
                    "This site does not go by that name. Open it under the address that it said when it was started;"
                            + " who runs it can name another one with --public-url."),
            HttpStatus.TOO_MANY_REQUESTS_429,
            new Words(
                    "同じ場所から、一度にたくさん求められました。少し待って、もう一度開いてください。",
                    "Very much was asked for from your address at once. Wait a little, then try again."),
            HttpStatus.SERVICE_UNAVAILABLE_503,
            new Words(
                    "いま、たいへん混み合っています。少し待って、もう一度開いてください。",
                    "It is very busy here right now. Wait a little, then try again."));

    /** The page that says no more than that something is wrong. */
    public static final String TEXT = page(USUAL);

    private final LastResort lastResort;

    /** @param lastResort hears of what went wrong so badly that nobody else caught it */
    public FallbackErrors(LastResort lastResort) {
        this.lastResort = lastResort;
    }

    private static String page(Words words) {
        return """
            <!doctype html><html lang="ja"><meta charset="utf-8"><title>受けてから送る</title>
            <p>%s</p><p lang="en">%s</p></html>
            """.formatted(words.japanese, words.english);
    }

    private static byte[] body(int status) {
        return page(WORDS.getOrDefault(status, USUAL)).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether somebody who gets this status should come back after a while. */
    public static boolean isForLater(int status) {
        return status == HttpStatus.TOO_MANY_REQUESTS_429 || status == HttpStatus.SERVICE_UNAVAILABLE_503;
    }

    /** A whole answer as it goes over the wire, for a connection on which no request was read. */
    public static byte[] bare(int status) {
        byte[] body = body(status);
        String head = "HTTP/1.1 " + status + " " + HttpStatus.getMessage(status)
                + "\r\nContent-Type: " + TYPE
                + "\r\nContent-Length: " + body.length
                + (isForLater(status) ? "\r\nRetry-After: " + RETRY_SECONDS : "")
                + "\r\nContent-Security-Policy: " + SecurityRules.CSP
                + "\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
        byte[] headers = head.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(headers.length + body.length)
                .put(headers)
                .put(body)
                .array();
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        lastResort.check(cause);
        response.setStatus(code);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("Content-Security-Policy", SecurityRules.CSP);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        if (isForLater(code)) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
        }
        boolean isHead = HttpMethod.HEAD.is(request.getMethod());
        response.write(true, isHead ? null : ByteBuffer.wrap(body(code)), callback);
    }
}
