package popbeforesmtp.web.page;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import popbeforesmtp.lesson.source.ResourceRoot;

/**
 * Style sheet, scripts and icon, each under a name that holds a hash of its content, {@code /static/app.1a2b3c4d5e.css}, so
 * that browsers may keep them for ever. Compressed once.
 */
public final class StaticFiles {

    private static final Map<String, String> TYPES = Map.of(
            "app.css", "text/css; charset=utf-8",
            "pages.css", "text/css; charset=utf-8",
            "app.js", "text/javascript; charset=utf-8",
            "htmx.js", "text/javascript; charset=utf-8",
            "speech.js", "text/javascript; charset=utf-8",
            "sse.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml; charset=utf-8",
            "card.png", "image/png");
    private static final String WEBJARS = "META-INF/resources/webjars/";
    private static final Map<String, String> PACKED = Map.of(
            "htmx.js", WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js",
            "sse.js", WEBJARS + "htmx-ext-sse/2.2.2/sse.js");

    private static final class File {
        final String hashed;
        final byte[] octets;
        final byte[] compressed;

        File(String hashed, byte[] octets) {
            this.hashed = hashed;
            this.octets = octets;
            this.compressed = compressed(octets);
        }
    }

    private final ResourceRoot shelf;
    private final Map<String, File> files = new LinkedHashMap<>();

    public StaticFiles(ResourceRoot shelf) {
        this.shelf = shelf;
        TYPES.keySet().forEach(name -> files.put(name, read(name)));
    }

    /** The name with the hash, {@code app.1a2b3c4d5e.css}. */
    String hashed(String name) {
        return file(name).hashed;
    }

    /** Answers {@code /static/{name}}; an old hash gets what is there now, but is not to be kept. */
    public void serve(Context ctx) {
        String asked = ctx.pathParam("name");
        String name = asked.replaceFirst("\\.[0-9a-f]{10}\\.", ".");
        if (!TYPES.containsKey(name)) {
            throw new NotFoundResponse();
        }
        File file = file(name);
        boolean current = asked.equals(file.hashed);
        ctx.header("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
        ctx.header("Vary", "Accept-Encoding");
        ctx.contentType(TYPES.get(name));
        String accepted = ctx.header("Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            ctx.header("Content-Encoding", "gzip");
            ctx.result(file.compressed);
        } else {
            ctx.disableCompression();
            ctx.result(file.octets);
        }
    }

    private File file(String name) {
        File kept = files.get(name);
        if (kept == null) {
            throw new IllegalArgumentException("no static file " + name);
        }
        return shelf.isLive() ? read(name) : kept;
    }

    private File read(String name) {
        String webjar = PACKED.get(name);
        byte[] octets = webjar != null
                ? packed(webjar)
                : shelf.read("static/" + name).orElseThrow(() -> new IllegalStateException("missing static/" + name));
        int dot = name.indexOf('.');
        String hashed = name.substring(0, dot) + "." + hash(octets) + name.substring(dot);
        return new File(hashed, octets);
    }

    private static byte[] packed(String path) {
        try (InputStream in = StaticFiles.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] octets) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(octets))
                    .substring(0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] compressed(byte[] octets) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
