package popbeforesmtp.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where worlds are to be kept, and for how long. Neither folder nor database: in memory.
 *
 * @param folder a folder of this machine, for a site that is one process
 * @param database {@code jdbc:postgresql://…}, for a site that may be many; may hold a password, so it is never printed
 * @param keep how long after its last press a world is kept, at least a day
 */
public record StoreOptions(Optional<Path> folder, Optional<String> database, Duration keep) {

    /** How long a world is kept if nothing else is said. */
    public static final int USUAL_DAYS = 30;

    /** @throws IllegalArgumentException if both places are named, or the time is too short */
    public StoreOptions {
        if (folder.isPresent() && database.isPresent()) {
            throw new IllegalArgumentException("worlds are kept in a folder or in a database, not in both");
        }
        if (keep.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("worlds are kept for a day at least");
        }
    }

    /** In memory. */
    public static StoreOptions inMemory() {
        return new StoreOptions(Optional.empty(), Optional.empty(), Duration.ofDays(USUAL_DAYS));
    }

    /** In a folder, for as long as usual. */
    public static StoreOptions in(Path folder) {
        return new StoreOptions(Optional.of(folder), Optional.empty(), Duration.ofDays(USUAL_DAYS));
    }

    /** In a database, for as long as usual. */
    public static StoreOptions in(String database) {
        return new StoreOptions(Optional.empty(), Optional.of(database), Duration.ofDays(USUAL_DAYS));
    }

    @Override
    public String toString() {
        return "StoreOptions[folder=" + folder + ", database=" + (database.isPresent() ? "***" : "none") + ", keep="
                + keep + "]";
    }
}
