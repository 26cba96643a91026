package popbeforesmtp.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What somebody gets who is answered before any page is: broken requests, and addresses outside the base path. */
public final class FallbackErrors extends ErrorHandler {

    /** Without templates and without texts of files: it must not go wrong. */
    public static final String TEXT = """
            <!doctype html><html lang="ja"><meta charset="utf-8"><title>受けてから送る</title>
            <p>このページは、いま開けません。</p><p lang="en">This page cannot be opened now.</p></html>
            """;

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.setStatus(code);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
        response.getHeaders().put("Content-Security-Policy", SecurityRules.CSP);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(TEXT.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
