package popbeforesmtp.mailserver.pop3;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import popbeforesmtp.mailserver.session.Keyword;

/** The POP3 commands that work here, each with its form and how many numbers it takes. */
public enum Pop3Verb {
    USER("USER name", 0, 0),
    PASS("PASS password", 0, 0),
    APOP("APOP name digest", 0, 0),
    STLS("STLS", 0, 0),
    CAPA("CAPA", 0, 0),
    STAT("STAT", 0, 0),
    LIST("LIST or LIST 1", 0, 1),
    UIDL("UIDL or UIDL 1", 0, 1),
    RETR("RETR 1", 1, 1),
    TOP("TOP 1 10", 2, 2),
    DELE("DELE 1", 1, 1),
    RSET("RSET", 0, 0),
    NOOP("NOOP", 0, 0),
    QUIT("QUIT", 0, 0);

    private static final Map<String, Pop3Verb> ALL =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Pop3Verb::name, verb -> verb));

    private final String form;
    private final int least;
    private final int most;

    Pop3Verb(String form, int least, int most) {
        this.form = form;
        this.least = least;
        this.most = most;
    }

    /** How it is written, by example. */
    public String form() {
        return form;
    }

    /** The command of that name; upper and lower case are one (RFC 1939, 3). */
    public static Optional<Pop3Verb> of(String word) {
        return Optional.ofNullable(ALL.get(Keyword.of(word)));
    }

    /**
     * The numbers of a command that takes numbers; none of one that takes text.
     *
     * @return nothing if they are not what the command takes
     */
    public Optional<List<Integer>> numbers(String argument) {
        if (this == USER || this == PASS || this == APOP) {
            return Optional.of(List.of());
        }
        List<String> words =
                Stream.of(argument.split(" ")).filter(word -> !word.isEmpty()).toList();
        boolean fits = words.size() >= least
                && words.size() <= most
                && words.stream().allMatch(word -> word.matches("[0-9]+"));
        return fits ? Optional.of(words.stream().map(Pop3Verb::number).toList()) : Optional.empty();
    }

    private static int number(String digits) {
        return digits.length() < 10 ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }
}
