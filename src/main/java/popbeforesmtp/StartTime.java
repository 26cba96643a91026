package popbeforesmtp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * How long ago this process was started. Linux tells it in hundredths of a second since the machine was; what Java makes of
 * that is wrong by up to a second, since it adds the machine's start in whole seconds.
 */
final class StartTime {

    private static final Path PROC = Path.of("/proc");
    private static final int TICKS_A_SECOND = 100;

    /** Of {@code /proc/self/stat}, counted from the process's name on, which may hold spaces (proc(5)). */
    private static final int START_FIELD = 20;

    private StartTime() {}

    /** Since the process was started. */
    static Duration ago() {
        Duration measured = linux(PROC);
        return measured.isNegative() || measured.isZero() ? java() : measured;
    }

    private static Duration linux(Path proc) {
        try {
            String stat = Files.readString(proc.resolve("self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 1).split(" ", -1);
            double up =
                    Double.parseDouble(Files.readString(proc.resolve("uptime")).split(" ", 2)[0]);
            double started = Double.parseDouble(fields[START_FIELD]) / TICKS_A_SECOND;
            return Duration.ofMillis(Math.round((up - started) * 1_000));
        } catch (IOException | RuntimeException e) {
            return Duration.ZERO;
        }
    }

    private static Duration java() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
    }
}
