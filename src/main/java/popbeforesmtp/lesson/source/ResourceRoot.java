package popbeforesmtp.lesson.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code templates/}, {@code static/} and {@code content/} are read from: out of the jar, or from disk while the site
 * is being developed, so that a corrected sentence is seen at once. Safe for any number of threads.
 */
public final class ResourceRoot {

    private final @Nullable Path root;

    private ResourceRoot(@Nullable Path root) {
        this.root = root;
    }

    /** The files that were packed into the jar. */
    public static ResourceRoot packed() {
        return new ResourceRoot(null);
    }

    /** The files below a folder, read anew each time. */
    public static ResourceRoot live(Path root) {
        return new ResourceRoot(root);
    }

    /** Whether files may change between two reads. */
    public boolean isLive() {
        return root != null;
    }

    /**
     * Reads a file.
     *
     * @param path with forward slashes, {@code content/ja/messages.properties}; never from a request unchecked
     * @return its octets, or nothing if there is no such file
     * @throws UncheckedIOException if it is there and cannot be read
     */
    public Optional<byte[]> read(String path) {
        try {
            if (root != null) {
                Path file = root.resolve(path);
                return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            }
            try (InputStream in = ResourceRoot.class.getClassLoader().getResourceAsStream(path)) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a text in UTF-8.
     *
     * @throws IllegalStateException if there is no such file
     */
    public String text(String path) {
        return read(path)
                .map(octets -> new String(octets, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("missing file " + path));
    }
}
