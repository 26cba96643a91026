package popbeforesmtp.web.bench;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is asked for, once. For one thread: that of the answer that it belongs to. */
public final class Lazy<T> {

    private final Supplier<T> made;
    private @Nullable T value;

    public Lazy(Supplier<T> made) {
        this.made = made;
    }

    /** The value. */
    public T get() {
        T known = value;
        if (known == null) {
            known = made.get();
            value = known;
        }
        return known;
    }
}
