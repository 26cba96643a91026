package popbeforesmtp.lesson.dialogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.sandbox.explain.Message;

/** Understands a receiving (RFC 1939): what a line means depends on the command before it. */
final class Pop3Interpreter implements LineExplainer {

    private static final String NONE = "";
    private static final Pattern GAP = Pattern.compile(" +");

    /** POP3 has no numbers for its refusals: what the practice servers say, and what it means. */
    private static final Map<String, String> PHRASES = Map.ofEntries(
            Map.entry("USER comes first", "user-first"),
            Map.entry("Log in first", "order"),
            Map.entry("Logged in already", "order"),
            Map.entry("TLS is on already", "order"),
            Map.entry("Command not known", "unknown"),
            Map.entry("Syntax:", "form"),
            Map.entry("printable characters", "form"),
            Map.entry("No such message", "no-mail"),
            Map.entry("$HOME/Maildir", "broken"),
            Map.entry("[SYS/PERM]", "broken"),
            Map.entry("Log-in failed", "no-log-in"),
            Map.entry("access denied", "no-log-in"),
            Map.entry("Line too long", "long"),
            Map.entry("Idle too long", "idle"),
            Map.entry("Too many errors", "errors"),
            Map.entry("not a web server", "browser"));

    private String verb = NONE;
    private List<String> arguments = List.of();
    private boolean greeted;
    private boolean listing;

    @Override
    public Message client(String line) {
        List<String> words = List.of(GAP.split(line.strip(), -1));
        verb = words.get(0).toUpperCase(Locale.ROOT);
        arguments = words.subList(1, words.size());
        listing = false;
        return switch (verb) {
            case "USER" -> Message.of("talk.pop.user").with("user", rest(line));
            case "PASS" -> Message.of("talk.pop.pass").with("password", rest(line));
            case "APOP" -> Message.of("talk.pop.apop").with("user", arguments.isEmpty() ? "" : arguments.get(0));
            case "STLS" -> Message.of("talk.tls");
            case "STAT" -> Message.of("talk.pop.stat");
            case "LIST" -> about("talk.pop.list");
            case "UIDL" -> about("talk.pop.uidl");
            case "RETR" -> numbered("talk.pop.retr");
            case "DELE" -> numbered("talk.pop.dele");
            case "TOP" -> numbered("talk.pop.top");
            case "RSET" -> Message.of("talk.pop.rset");
            case "NOOP" -> Message.of("talk.noop");
            case "CAPA" -> Message.of("talk.pop.capa");
            case "QUIT" -> Message.of("talk.quit");
            default -> Message.of("talk.client.other");
        };
    }

    @Override
    public Optional<String> secret(String line) {
        return verb.equals("PASS") && !arguments.isEmpty() ? Optional.of(rest(line)) : Optional.empty();
    }

    @Override
    public Message server(String line, Optional<Reason> reason) {
        if (listing) {
            return item(line);
        }
        boolean first = !greeted;
        greeted = true;
        if (line.startsWith("-ERR")) {
            return no(line, reason);
        }
        if (!line.startsWith("+OK")) {
            return Message.of("talk.server.other");
        }
        if (first && verb.equals(NONE)) {
            return Message.of(line.endsWith(">") ? "talk.pop.greeting.stamp" : "talk.pop.greeting");
        }
        listing = verb.equals("CAPA") || (arguments.isEmpty() && (verb.equals("LIST") || verb.equals("UIDL")));
        return yes(List.of(GAP.split(line, -1)), reason);
    }

    @Override
    public Message letter(Event.Letter letter) {
        return Message.of(verb.equals("TOP") ? "talk.letter.top" : "talk.letter")
                .with("octets", letter.octets());
    }

    private Message yes(List<String> words, Optional<Reason> reason) {
        return switch (verb) {
            case "USER" -> Message.of("talk.pop.user.ok");
            case "STLS" -> Message.of("talk.pop.stls.ok");
            case "PASS", "APOP" -> Message.of(reason.isPresent() ? "talk.pop.pass.listed" : "talk.pop.pass.ok");
            case "STAT" -> counted("talk.pop.stat.ok", words, 1);
            case "LIST" -> listing ? Message.of("talk.pop.list.ok") : counted("talk.pop.list.item", words, 1);
            case "UIDL" -> listing ? Message.of("talk.pop.uidl.ok") : marked(words, 1);
            case "RETR" -> numbered("talk.pop.retr.ok");
            case "DELE" -> numbered("talk.pop.dele.ok");
            case "TOP" -> numbered("talk.pop.top.ok");
            case "RSET" -> Message.of("talk.pop.rset.ok");
            case "NOOP" -> Message.of("talk.noop.ok");
            case "CAPA" -> Message.of("talk.pop.capa.ok");
            case "QUIT" -> Message.of("talk.bye");
            default -> Message.of("talk.pop.ok");
        };
    }

    private Message no(String line, Optional<Reason> reason) {
        if (reason.isPresent() || line.contains("[AUTH]")) {
            return Message.of("talk.pop.pass.no");
        }
        if (line.contains("[IN-USE]")) {
            return Message.of("talk.pop.in-use");
        }
        if (line.contains("[SYS/TEMP]")) {
            return Message.of("talk.pop.busy");
        }
        return Message.of("talk.pop.err"
                + PHRASES.entrySet().stream()
                        .filter(phrase -> line.contains(phrase.getKey()))
                        .map(phrase -> "." + phrase.getValue())
                        .findFirst()
                        .orElse(""));
    }

    /** A line of a list, or its end. */
    private Message item(String line) {
        if (line.equals(".")) {
            listing = false;
            return Message.of("talk.end");
        }
        List<String> words = List.of(GAP.split(line, -1));
        return switch (verb) {
            case "LIST" -> counted("talk.pop.list.item", words, 0);
            case "UIDL" -> marked(words, 0);
            default -> Message.of("talk.pop.capa.item").with("name", words.get(0));
        };
    }

    /** A command about all mails, or about one of them. */
    private Message about(String key) {
        return arguments.isEmpty() ? Message.of(key) : numbered(key + ".one");
    }

    private Message numbered(String key) {
        return Message.of(key).with("n", arguments.isEmpty() ? "" : arguments.get(0));
    }

    /** A number of mails, or the number of one, and octets. */
    private static Message counted(String key, List<String> words, int from) {
        return words.size() < from + 2
                ? Message.of("talk.pop.ok")
                : Message.of(key)
                        .with("n", LineExplainer.number(words.get(from)))
                        .with("octets", LineExplainer.number(words.get(from + 1)));
    }

    private static Message marked(List<String> words, int from) {
        return words.size() < from + 2
                ? Message.of("talk.pop.ok")
                : Message.of("talk.pop.uidl.item")
                        .with("n", LineExplainer.number(words.get(from)))
                        .with("mark", words.get(from + 1));
    }

    private static String rest(String line) {
        int space = line.strip().indexOf(' ');
        return space < 0 ? "" : line.strip().substring(space + 1);
    }
}
