package popbeforesmtp.lesson.experiment;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import popbeforesmtp.gate.behaviour.Expiry;
import popbeforesmtp.gate.behaviour.Listing;
import popbeforesmtp.gate.behaviour.Memory;
import popbeforesmtp.gate.behaviour.Reading;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.gate.behaviour.Voice;
import popbeforesmtp.lesson.experiment.ServerProgram.Column;
import popbeforesmtp.lesson.source.YamlNode;

/** Reads one program of {@code content/servers.yml}; the head of that file says what the words mean. */
final class ServerProgramReader {

    private static final Set<String> WORDS = Set.of(
            "id",
            "minutes",
            "listed",
            "told",
            "waits",
            "key",
            "prefix",
            "renews",
            "ipv6",
            "read",
            "ends",
            "at-the-end",
            "memory",
            "says",
            "columns",
            "chosen");
    private static final Set<String> SAYINGS = Set.of("refused", "nobody", "in-use", "broken");
    private static final Pattern REFUSAL = line("[45]\\d\\d ");
    private static final Pattern NO_LOG_IN = line("-ERR ");

    private final YamlNode program;
    private final Map<String, YamlNode> words;

    ServerProgramReader(YamlNode program) {
        this.program = program;
        this.words = program.entries(WORDS);
    }

    /** Printable characters that fit on a line of SMTP and of POP3; nothing in braces but what is filled in. */
    private static Pattern line(String beginning) {
        return Pattern.compile(beginning + "(?:[ -z|~]|\\{rcpt\\}|\\{ip\\}){1,200}");
    }

    ServerProgram program() {
        try {
            return new ServerProgram(behaviour(), columns(), chosen());
        } catch (IllegalArgumentException e) {
            throw program.bad(String.valueOf(e.getMessage()));
        }
    }

    private RelayBehaviour behaviour() {
        return new RelayBehaviour(
                word("id").text(),
                Duration.ofMinutes(number("minutes")),
                listing(),
                constant(word("read"), "moment of reading", Reading.values()),
                new Expiry(
                        constant(word("ends"), "end of a row", Expiry.By.values()),
                        word("at-the-end").isFirstOf("in", "out")),
                constant(word("memory"), "memory", Memory.values()),
                voice());
    }

    private Listing listing() {
        return new Listing(
                constant(word("listed"), "moment of listing", Listing.Moment.values()),
                constant(word("told"), "messenger", Listing.Messenger.values()),
                constant(word("key"), "key", Listing.Key.values()),
                number("prefix"),
                word("renews").isTrue(),
                words.containsKey("waits") ? Duration.ofSeconds(number("waits")) : Duration.ZERO,
                constant(word("ipv6"), "way over IPv6", Listing.OverIpv6.values()));
    }

    private Voice voice() {
        YamlNode says = word("says");
        Map<String, YamlNode> sayings = says.entries(SAYINGS);
        return new Voice(
                said(says.required(sayings, "refused"), REFUSAL),
                Optional.ofNullable(sayings.get("nobody")).map(words -> said(words, REFUSAL)),
                Optional.ofNullable(sayings.get("in-use")).map(words -> said(words, NO_LOG_IN)),
                Optional.ofNullable(sayings.get("broken"))
                        .map(words -> said(words, NO_LOG_IN))
                        .orElse(Voice.BROKEN));
    }

    private static String said(YamlNode words, Pattern form) {
        return words.as(
                "form of what a server says",
                text -> Optional.of(text).filter(line -> form.matcher(line).matches()));
    }

    private List<Column> columns() {
        return word("columns").items().stream()
                .map(column -> constant(column, "column", Column.values()))
                .toList();
    }

    private Set<String> chosen() {
        Set<String> chosen = new HashSet<>();
        if (words.containsKey("chosen")) {
            for (YamlNode word : word("chosen").items()) {
                chosen.add(word.as(
                        "word of a program",
                        known -> Optional.of(known).filter(text -> WORDS.contains(text) || SAYINGS.contains(text))));
            }
        }
        return chosen;
    }

    private YamlNode word(String word) {
        return program.required(words, word);
    }

    private int number(String word) {
        return word(word).parsed("number", Integer::valueOf);
    }

    private static <E extends Enum<E>> E constant(YamlNode node, String what, E[] values) {
        return node.as(
                what,
                word -> Arrays.stream(values)
                        .filter(value -> value.name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                                .equals(word))
                        .findFirst());
    }
}
