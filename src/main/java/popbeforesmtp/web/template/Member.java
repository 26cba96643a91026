package popbeforesmtp.web.template;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IContext;

/**
 * A call in an expression, <code>row.address()</code> or <code>t.plain('key')</code>; without brackets it may also be a getter,
 * <code>at.index</code>. Which method is meant is found out once for each type of owner: a place in a template always passes
 * arguments of the same types.
 */
final class Member implements Expression {

    private static final MethodType WITHOUT_ARGUMENTS = MethodType.genericMethodType(1);
    private static final MethodType WITH_ARGUMENTS = MethodType.genericMethodType(2);

    private final Expression owner;
    private final String name;
    private final Expression[] arguments;
    private final boolean called;
    private final Map<Class<?>, MethodHandle> found = new ConcurrentHashMap<>();

    /**
     * @param called whether brackets stand behind the name
     */
    Member(Expression owner, String name, List<Expression> arguments, boolean called) {
        this.owner = owner;
        this.name = name;
        this.arguments = arguments.toArray(Expression[]::new);
        this.called = called;
    }

    @Override
    public @Nullable Object value(IContext page) {
        Object on = owner.value(page);
        if (on == null) {
            throw new IllegalStateException("nothing has no " + name);
        }
        try {
            return arguments.length == 0 ? (Object) method(on, arguments).invokeExact(on) : call(on, page);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(name + " failed", e);
        }
    }

    private @Nullable Object call(Object on, IContext page) throws Throwable {
        @Nullable Object[] values = new Object[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[i].value(page);
        }
        return (Object) method(on, values).invokeExact(on, (Object) values);
    }

    private MethodHandle method(Object on, @Nullable Object[] values) {
        MethodHandle known = found.get(on.getClass());
        return known != null ? known : found.computeIfAbsent(on.getClass(), type -> find(type, values));
    }

    private MethodHandle find(Class<?> type, @Nullable Object[] values) {
        Method method = names().flatMap(each -> methods(type, each, values))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + name + " in " + type.getName()));
        try {
            MethodHandle handle = MethodHandles.lookup().unreflect(method);
            return values.length == 0
                    ? handle.asType(WITHOUT_ARGUMENTS)
                    : handle.asSpreader(Object[].class, values.length).asType(WITH_ARGUMENTS);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stream<String> names() {
        String upper = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return called ? Stream.of(name) : Stream.of(name, "get" + upper, "is" + upper);
    }

    /** The public methods of that name that take these values, as a public type declares them where there is one. */
    private static Stream<Method> methods(Class<?> type, String name, @Nullable Object[] values) {
        return types(type).stream()
                .flatMap(each -> Arrays.stream(each.getMethods()))
                .filter(method -> method.getName().equals(name) && takes(method, values))
                .filter(method ->
                        Modifier.isPublic(method.getDeclaringClass().getModifiers()) || method.trySetAccessible());
    }

    /** The type and all that it is, too. */
    private static List<Class<?>> types(Class<?> type) {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            types.add(each);
            for (Class<?> face : each.getInterfaces()) {
                types.addAll(types(face));
            }
        }
        return types;
    }

    private static boolean takes(Method method, @Nullable Object[] values) {
        Class<?>[] wanted = method.getParameterTypes();
        return wanted.length == values.length
                && Stream.iterate(0, i -> i < wanted.length, i -> i + 1)
                        .allMatch(i -> values[i] == null
                                ? !wanted[i].isPrimitive()
                                : MethodType.methodType(wanted[i])
                                                .wrap()
                                                .returnType()
                                                .isInstance(values[i])
                                        || (wanted[i] == long.class && values[i] instanceof Integer));
    }
}
