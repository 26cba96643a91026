package popbeforesmtp.web.template;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What joins two expressions, from the loosest on. */
enum Operator {
    OR("or", 1, (one, other) -> page -> one.holds(page) || other.holds(page)),
    AND("and", 2, (one, other) -> page -> one.holds(page) && other.holds(page)),
    IS("==", 3, (one, other) -> page -> isSame(one.value(page), other.value(page))),
    IS_NOT("!=", 3, (one, other) -> page -> !isSame(one.value(page), other.value(page))),
    LESS("<", 4, (one, other) -> page -> number(one.value(page)) < number(other.value(page))),
    LESS_OR_SAME("<=", 4, (one, other) -> page -> number(one.value(page)) <= number(other.value(page))),
    MORE(">", 4, (one, other) -> page -> number(one.value(page)) > number(other.value(page))),
    MORE_OR_SAME(">=", 4, (one, other) -> page -> number(one.value(page)) >= number(other.value(page))),
    PLUS("+", 5, (one, other) -> page -> sum(one.value(page), other.value(page))),
    MINUS("-", 5, (one, other) -> page -> number(one.value(page)) - number(other.value(page)));

    private final String sign;
    private final int strength;

    @SuppressWarnings("ImmutableEnumChecker") // They hold nothing.
    private final BinaryOperator<Expression> join;

    Operator(String sign, int strength, BinaryOperator<Expression> join) {
        this.sign = sign;
        this.strength = strength;
        this.join = join;
    }

    static Optional<Operator> of(String sign) {
        return Arrays.stream(values()).filter(each -> each.sign.equals(sign)).findFirst();
    }

    /** The stronger ones are done first. */
    int strength() {
        return strength;
    }

    Expression join(Expression one, Expression other) {
        return join.apply(one, other);
    }

    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        return (one instanceof Number && other instanceof Number)
                ? number(one) == number(other)
                : Objects.equals(one, other);
    }

    private static Object sum(@Nullable Object one, @Nullable Object other) {
        return (one instanceof Number && other instanceof Number)
                ? (Object) (number(one) + number(other))
                : String.valueOf(one) + other;
    }

    /** Only whole numbers are known. */
    static long number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException("no number: " + value);
    }
}
