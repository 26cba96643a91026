package popbeforesmtp.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.sandbox.Press;

/** A sent form: at most 16 kB, the first value of each name. */
final class Form {

    /** How many octets it may have. */
    static final int MOST = 16 * 1024;

    private final Map<String, String> values = new LinkedHashMap<>();

    private Form() {}

    /**
     * Reads the form of a request; one that says it is too long is not read.
     *
     * @throws ContentTooLargeResponse if it is too long
     * @throws BadRequestResponse if it breaks off
     */
    static Form of(Context ctx) {
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
    static String section(String address) {
        String[] parts = address.split("[/?]", 3);
        return parts.length > 1 && parts[0].isEmpty() ? parts[1] : "";
    }

    /** The value of that name, empty if there is none. */
    String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The value of that name, or another one if there is none. */
    String value(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** The press that a button stands for; nothing if it is none, or needs a value that is missing or wrong. */
    Optional<Press> press() {
        String press = value("press");
        if (press.startsWith("advance:")) {
            return Press.ClockMove.of(press.substring("advance:".length())).map(Press.Advance::new);
        }
        return switch (press) {
            case "receive" -> Optional.of(new Press.Receive());
            case "send" -> Optional.of(new Press.Send());
            case "both" -> Optional.of(new Press.SendReceive());
            case "move" -> Choices.place(value("place")).map(Press.MoveTo::new);
            case "dial" -> Optional.of(new Press.Dial());
            case "hang-up" -> Optional.of(new Press.HangUp());
            case "next-caller" -> Optional.of(new Press.NextCallerDials());
            case "choose" -> Choices.options(this).map(Press.Choose::new);
            case "open" -> called();
            case "type" -> typed();
            case "close" -> Optional.of(new Press.Close());
            default -> Optional.empty();
        };
    }

    private Optional<Press> called() {
        try {
            return Optional.of(new Press.Open(value("host"), Integer.parseInt(value("dialled"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Press> typed() {
        try {
            return Optional.of(new Press.Type(value("line")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
