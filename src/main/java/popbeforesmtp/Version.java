package popbeforesmtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which version of the site this is. */
final class Version {

    private Version() {}

    /** As Maven wrote it down, {@code 1.0}. */
    static String ofThis() {
        Properties written = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/version.properties")) {
            if (in != null) {
                written.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.getProperty("version", "unknown");
    }
}
