package popbeforesmtp.web.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the expressions of templates: names, calls, {@code 'texts'}, whole numbers, {@code null}, {@code list[place]},
 * {@code !}, the {@link Operator}s, and, loosest of all, {@code ? :}.
 */
final class ExpressionParser {

    private static final Pattern TOKEN = Pattern.compile("\\s*('[^']*'|\\w+|[=!<>]=|[-+!?:.,()\\[\\]<>])\\s*");
    private static final String END = "";

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private ExpressionParser(String text) {
        this.text = text;
        Matcher token = TOKEN.matcher(text);
        int from = 0;
        while (from < text.length()) {
            if (!token.region(from, text.length()).lookingAt()) {
                throw bad();
            }
            tokens.add(token.group(1));
            from = token.end();
        }
        tokens.add(END);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Expression parse(String text) {
        ExpressionParser parser = new ExpressionParser(text);
        Expression whole = parser.choice();
        parser.need(END);
        return whole;
    }

    private Expression choice() {
        Expression condition = joined(0);
        if (!took("?")) {
            return condition;
        }
        Expression yes = choice();
        need(":");
        Expression no = choice();
        return page -> condition.holds(page) ? yes.value(page) : no.value(page);
    }

    /** What is joined by operators stronger than that. */
    private Expression joined(int strength) {
        Expression joined = part();
        Optional<Operator> operator = Operator.of(tokens.get(at));
        while (operator.isPresent() && operator.get().strength() > strength) {
            at++;
            joined = operator.get().join(joined, joined(operator.get().strength()));
            operator = Operator.of(tokens.get(at));
        }
        return joined;
    }

    private Expression part() {
        if (took("!")) {
            Expression negated = part();
            return page -> !negated.holds(page);
        }
        Expression owner = single();
        while (true) {
            if (took(".")) {
                String name = word();
                boolean called = took("(");
                owner = new Member(owner, name, called ? arguments() : List.of(), called);
            } else if (took("[")) {
                owner = item(owner, choice());
                need("]");
            } else {
                return owner;
            }
        }
    }

    private static Expression item(Expression list, Expression place) {
        return page ->
                ((List<?>) Objects.requireNonNull(list.value(page))).get((int) Operator.number(place.value(page)));
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        while (!took(")")) {
            arguments.add(choice());
            if (!tokens.get(at).equals(")")) {
                need(",");
            }
        }
        return arguments;
    }

    private Expression single() {
        if (took("(")) {
            Expression inner = choice();
            need(")");
            return inner;
        }
        if (took("null")) {
            return page -> null;
        }
        if (tokens.get(at).startsWith("'")) {
            String quoted = tokens.get(at++);
            String words = quoted.substring(1, quoted.length() - 1);
            return page -> words;
        }
        String word = word();
        if (word.matches("\\d+")) {
            Integer number = Integer.valueOf(word);
            return page -> number;
        }
        return page -> page.getVariable(word);
    }

    private String word() {
        String word = tokens.get(at);
        if (!word.matches("\\w+")) {
            throw bad();
        }
        at++;
        return word;
    }

    private boolean took(String token) {
        boolean here = tokens.get(at).equals(token);
        at += here && !token.equals(END) ? 1 : 0;
        return here;
    }

    private void need(String token) {
        if (!took(token)) {
            throw bad();
        }
    }

    private IllegalArgumentException bad() {
        return new IllegalArgumentException("cannot read the expression " + text);
    }
}
