package popbeforesmtp.web.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many files and sockets this process may have open. */
public final class OpenFiles {

    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Pattern MOST = Pattern.compile("Max open files +(\\d+)");

    private OpenFiles() {}

    /** The number, where Linux tells it; elsewhere so many that it is never too few. */
    public static long most() {
        try {
            return read(Files.readString(LIMITS));
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    static long read(String limits) {
        Matcher most = MOST.matcher(limits);
        return most.find() ? Long.parseLong(most.group(1)) : Long.MAX_VALUE;
    }
}
