package popbeforesmtp.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.sandbox.Telling;

/** Understands a receiving (RFC 1939): what a line means depends on the command before it. */
final class Pop3Interpreter implements Interpreter {

    private static final String NONE = "";

    /** POP3 has no numbers for its refusals: what the practice servers say, and what it means. */
    private static final Map<String, String> PHRASES = Map.of(
            "USER comes first", "user-first",
            "Log in first", "order",
            "Logged in already", "order",
            "Command not known", "unknown",
            "Syntax:", "form",
            "printable characters", "form",
            "No such message", "no-mail",
            "Line too long", "long",
            "Idle too long", "idle",
            "Too many errors", "errors");

    private String verb = NONE;
    private List<String> arguments = List.of();
    private boolean greeted;
    private boolean listing;

    @Override
    public Telling client(String line) {
        List<String> words = List.of(line.strip().split(" +", -1));
        verb = words.get(0).toUpperCase(Locale.ROOT);
        arguments = words.subList(1, words.size());
        listing = false;
        return switch (verb) {
            case "USER" -> Telling.of("talk.pop.user").with("user", rest(line));
            case "PASS" -> Telling.of("talk.pop.pass").with("password", rest(line));
            case "STAT" -> Telling.of("talk.pop.stat");
            case "LIST" -> about("talk.pop.list");
            case "UIDL" -> about("talk.pop.uidl");
            case "RETR" -> numbered("talk.pop.retr");
            case "DELE" -> numbered("talk.pop.dele");
            case "TOP" -> numbered("talk.pop.top");
            case "RSET" -> Telling.of("talk.pop.rset");
            case "NOOP" -> Telling.of("talk.noop");
            case "CAPA" -> Telling.of("talk.pop.capa");
            case "QUIT" -> Telling.of("talk.quit");
            default -> Telling.of("talk.client.other");
        };
    }

    @Override
    public Telling server(String line, Optional<Reason> reason) {
        if (listing) {
            return item(line);
        }
        boolean first = !greeted;
        greeted = true;
        if (line.startsWith("-ERR")) {
            return no(line, reason);
        }
        if (!line.startsWith("+OK")) {
            return Telling.of("talk.server.other");
        }
        if (first && verb.equals(NONE)) {
            return Telling.of("talk.pop.greeting");
        }
        listing = verb.equals("CAPA") || (arguments.isEmpty() && (verb.equals("LIST") || verb.equals("UIDL")));
        return yes(List.of(line.split(" +", -1)), reason);
    }

    @Override
    public Telling letter(Event.Letter letter) {
        return Telling.of(verb.equals("TOP") ? "talk.letter.top" : "talk.letter")
                .with("octets", letter.octets());
    }

    private Telling yes(List<String> words, Optional<Reason> reason) {
        return switch (verb) {
            case "USER" -> Telling.of("talk.pop.user.ok");
            case "PASS" -> Telling.of(reason.isPresent() ? "talk.pop.pass.listed" : "talk.pop.pass.ok");
            case "STAT" -> counted("talk.pop.stat.ok", words, 1);
            case "LIST" -> listing ? Telling.of("talk.pop.list.ok") : counted("talk.pop.list.item", words, 1);
            case "UIDL" -> listing ? Telling.of("talk.pop.uidl.ok") : marked(words, 1);
            case "RETR" -> numbered("talk.pop.retr.ok");
            case "DELE" -> numbered("talk.pop.dele.ok");
            case "TOP" -> numbered("talk.pop.top.ok");
            case "RSET" -> Telling.of("talk.pop.rset.ok");
            case "NOOP" -> Telling.of("talk.noop.ok");
            case "CAPA" -> Telling.of("talk.pop.capa.ok");
            case "QUIT" -> Telling.of("talk.bye");
            default -> Telling.of("talk.pop.ok");
        };
    }

    private Telling no(String line, Optional<Reason> reason) {
        if (reason.isPresent() || line.contains("[AUTH]")) {
            return Telling.of("talk.pop.pass.no");
        }
        if (line.contains("[IN-USE]")) {
            return Telling.of("talk.pop.in-use");
        }
        if (line.contains("[SYS/TEMP]")) {
            return Telling.of("talk.pop.busy");
        }
        return Telling.of("talk.pop.err"
                + PHRASES.entrySet().stream()
                        .filter(phrase -> line.contains(phrase.getKey()))
                        .map(phrase -> "." + phrase.getValue())
                        .findFirst()
                        .orElse(""));
    }

    /** A line of a list, or its end. */
    private Telling item(String line) {
        if (line.equals(".")) {
            listing = false;
            return Telling.of("talk.end");
        }
        List<String> words = List.of(line.split(" +", -1));
        return switch (verb) {
            case "LIST" -> counted("talk.pop.list.item", words, 0);
            case "UIDL" -> marked(words, 0);
            default -> Telling.of("talk.pop.capa.item").with("name", words.get(0));
        };
    }

    /** A command about all mails, or about one of them. */
    private Telling about(String key) {
        return arguments.isEmpty() ? Telling.of(key) : numbered(key + ".one");
    }

    private Telling numbered(String key) {
        return Telling.of(key).with("n", arguments.isEmpty() ? "" : arguments.get(0));
    }

    /** A number of mails, or the number of one, and octets. */
    private static Telling counted(String key, List<String> words, int from) {
        return words.size() < from + 2
                ? Telling.of("talk.pop.ok")
                : Telling.of(key)
                        .with("n", Interpreter.number(words.get(from)))
                        .with("octets", Interpreter.number(words.get(from + 1)));
    }

    private static Telling marked(List<String> words, int from) {
        return words.size() < from + 2
                ? Telling.of("talk.pop.ok")
                : Telling.of("talk.pop.uidl.item")
                        .with("n", Interpreter.number(words.get(from)))
                        .with("mark", words.get(from + 1));
    }

    private static String rest(String line) {
        int space = line.strip().indexOf(' ');
        return space < 0 ? "" : line.strip().substring(space + 1);
    }
}
