package popbeforesmtp.web.template;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IContext;

/** An expression of a template, read once and asked often. Safe for any number of threads. */
@FunctionalInterface
interface Expression {

    /** Its value for a page. */
    @Nullable
    Object value(IContext page);

    /** Whether it holds: what is no boolean holds if it is there. */
    default boolean holds(IContext page) {
        Object value = value(page);
        return value instanceof Boolean truth ? truth : value != null;
    }
}
