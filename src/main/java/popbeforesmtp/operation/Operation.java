package popbeforesmtp.operation;

import java.util.function.Supplier;

/**
 * The two ways between a part of the site and the person who runs it.
 *
 * @param meter what it is to be told
 * @param health what can be asked
 */
public record Operation(Meter meter, Supplier<Health> health) {

    /** Nobody listens. */
    public static final Operation UNWATCHED = new Operation(Meter.NONE, () -> Health.UP);
}
