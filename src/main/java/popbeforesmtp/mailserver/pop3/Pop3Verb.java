package popbeforesmtp.mailserver.pop3;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The POP3 commands that work here, each with its form and how many numbers it takes. */
public enum Pop3Verb {
    USER("USER name", 0, 0),
    PASS("PASS password", 0, 0),
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

    /**
     * The command of that name; upper and lower case are one (RFC 1939, 3), letter by letter: {@code toUpperCase} would
     * make PASS of pa and a sharp s.
     */
    public static Optional<Pop3Verb> of(String word) {
        return Stream.of(values())
                .filter(verb -> verb.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /**
     * The numbers of a command that takes numbers; none of one that takes text.
     *
     * @return nothing if they are not what the command takes
     */
    public Optional<List<Integer>> numbers(String argument) {
        if (this == USER || this == PASS) {
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
