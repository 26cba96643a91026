package popbeforesmtp.sandbox.press;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import popbeforesmtp.network.CentreNetwork;

/** A question that a learner answers, with the answers that there are. One id in forms, cases, links and the journal. */
public enum Setting {
    /** The host that mail is received from, by its mail domain. */
    INCOMING("plala.example", Providers.INCOMING),
    /** The host that mail is sent through. */
    OUTGOING("plala.example", Providers.OUTGOING),
    /** The habits of the mail program. */
    PROGRAM("manual", Arrays.stream(Program.values()).map(Program::id).toList()),
    /** Minutes for which a log-in opens sending at plala; the other hosts' are fixed. */
    WINDOW("10", Providers.WINDOWS.stream().map(String::valueOf).toList()),
    /** What the community centre's network does. */
    CENTRE(
            "normal",
            Arrays.stream(CentreNetwork.values()).map(CentreNetwork::id).toList()),
    /** Whom the letter claims to come from, whoever sits there. */
    SENDER("own", List.of("own", "hanako")),
    /** Whom the letter is for. */
    RECIPIENTS("taro", Arrays.stream(Recipients.values()).map(Recipients::id).toList()),
    /** Whether the mail program has the right password. */
    PASSWORD("right", List.of("right", "wrong")),
    /** Where the mail program sends: 25, or 587 as today, or 465 with TLS from the first octet. */
    PORT("25", List.of("25", "587", "465")),
    /** Whether the mail program gives name and password when it sends, if the server offers to check them. */
    AUTH("off", List.of("off", "on")),
    /** Whether the mail program asks for TLS, where the server offers it. */
    TLS("off", List.of("off", "on")),
    /** How the mail program receives: at 110 with a password, the same with APOP, or at 995 with TLS from the first octet. */
    POP3("110", List.of("110", "apop", "995")),
    /** The program that keeps the lists of all hosts that keep one; with one of the time, its own minutes count. */
    SERVER(Providers.OWN_SERVER, Providers.SERVERS);

    private final String usual;

    @SuppressWarnings("ImmutableEnumChecker") // Lists that are made here, and never change.
    private final List<String> values;

    Setting(String usual, List<String> values) {
        this.usual = usual;
        this.values = values;
    }

    /** The name in forms, content and links: {@code incoming}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The answers in the order in which they are shown. */
    public List<String> answers() {
        return values;
    }

    /** The answer that counts until another one is given. */
    public String usual() {
        return usual;
    }

    /** The setting of that name, or nothing. */
    public static Optional<Setting> of(String id) {
        return Arrays.stream(values())
                .filter(setting -> setting.id().equals(id))
                .findFirst();
    }
}
