package popbeforesmtp.web.template;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * What stands between <code>${</code> and <code>}</code> in a template, without OGNL: a page asks hundreds of them, and OGNL
 * looks every method up again each time. Expressions do not change, so each is read once. Safe for any number of threads.
 */
public final class PlainExpressions implements IStandardVariableExpressionEvaluator {

    private final Map<String, Expression> read = new ConcurrentHashMap<>();

    @Override
    public @Nullable Object evaluate(
            IExpressionContext page, IStandardVariableExpression asked, StandardExpressionExecutionContext execution) {
        return read.computeIfAbsent(asked.getExpression(), ExpressionParser::parse)
                .value(page);
    }
}
