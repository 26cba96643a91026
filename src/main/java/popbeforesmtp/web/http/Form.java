package popbeforesmtp.web.http;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A sent form: at most 16 kB, the first value of each name. */
public final class Form {

    /** How many octets it may have. */
    public static final int MOST = 16 * 1024;

    private final Map<String, String> values = new LinkedHashMap<>();

    private Form() {}

    /**
     * Reads the form of a request; one that says it is too long is not read.
     *
     * @throws ContentTooLargeResponse if it is too long
     * @throws BadRequestResponse if it breaks off
     */
    public static Form of(Context ctx) {
        if (ctx.req().getContentLengthLong() > MOST) {
            throw new ContentTooLargeResponse();
        }
        try {
            byte[] body = ctx.req().getInputStream().readNBytes(MOST + 1);
            if (body.length > MOST) {
                throw new ContentTooLargeResponse();
            }
            return ctx.isFormUrlencoded() ? parsed(new String(body, StandardCharsets.US_ASCII)) : new Form();
        } catch (IOException e) {
            throw new BadRequestResponse();
        }
    }

    private static Form parsed(String body) {
        Form form = new Form();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.values.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /**
     * The first part of an address that a form carries, {@code learn} of {@code /learn/2?trial=b}; empty if it has none, or
     * is no path of this site.
     */
    public static String section(String address) {
        String[] parts = address.split("[/?]", 3);
        return parts.length > 1 && parts[0].isEmpty() ? parts[1] : "";
    }

    /** The value of that name, empty if there is none. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The value of that name, or another one if there is none. */
    public String value(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
