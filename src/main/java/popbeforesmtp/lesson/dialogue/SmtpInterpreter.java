package popbeforesmtp.lesson.dialogue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.sandbox.explain.Message;

/** Understands a sending (RFC 5321): what a line means depends on its code and on the command before it. */
final class SmtpInterpreter implements LineExplainer {

    private static final Pattern REPLY = Pattern.compile("(\\d{3})([ -]?)(?:([245]\\.\\d{1,3}\\.\\d{1,3}) )?(.*)");
    private static final Pattern AFTER_VERB = Pattern.compile("[ :]+");
    private static final Pattern PATH = Pattern.compile("(?:FROM|TO):\\s*<([^>]*)>.*", Pattern.CASE_INSENSITIVE);

    /** Those whose names are known from the map. */
    private static final Set<String> PEOPLE = Set.of("hanako", "jiro", "saburo");

    /** Codes, some with their enhanced code, that have a text of their own, whatever was asked. */
    private static final Set<String> KNOWN = Set.of(
            "214",
            "235",
            "252",
            "334",
            "354",
            "421",
            "421.4.3.2",
            "421.4.4.2",
            "451",
            "452",
            "452.4.2.2",
            "452.4.5.3",
            "500",
            "500.5.5.2",
            "501",
            "501.5.1.3",
            "501.5.1.7",
            "502",
            "503",
            "504",
            "530",
            "534",
            "535",
            "538",
            "550",
            "550.5.7.1",
            "552",
            "553",
            "554",
            "555");

    /** Replies of the practice servers that share a number with others, and what they mean. */
    private static final Map<String, String> PHRASES = Map.of(
            "Too many wrong log-ins",
            "421.log-ins",
            "Too many errors",
            "421.errors",
            "not a web server",
            "421.browser",
            "must stand in angle brackets",
            "501.brackets",
            "Must issue a STARTTLS",
            "530.tls",
            "Ready to start TLS",
            "220.tls");

    /** The reasons that a reply to a recipient may have. */
    private static final Set<Reason> OF_RECIPIENTS = EnumSet.complementOf(EnumSet.of(
            Reason.AUTH_REQUIRED,
            Reason.ENCRYPTION_REQUIRED,
            Reason.WRONG_PASSWORD,
            Reason.SILENCE,
            Reason.CONNECTION_REFUSED,
            Reason.NAME_UNKNOWN,
            Reason.LINE_CUT));

    private final String host;
    private String verb = "";
    private boolean greeted;
    private boolean lettered;
    private boolean listing;

    /** @param host the mail domain of the server that answered, empty if that is not known */
    SmtpInterpreter(String host) {
        this.host = host;
    }

    @Override
    public Message client(String line) {
        if (verb.equals("AUTH") && listing) {
            return Message.of("talk.smtp.auth.secret");
        }
        String[] words = AFTER_VERB.split(line.strip(), 2);
        verb = words[0].toUpperCase(Locale.ROOT);
        lettered = false;
        listing = false;
        // As long as the word that was said: upper-cased, it may be longer (RFC 5321 knows ASCII only, a hand types
        // anything).
        String rest = words.length < 2
                ? ""
                : line.strip().substring(words[0].length()).strip();
        return switch (verb) {
            case "EHLO", "HELO" -> Message.of("talk.smtp.hello").with("name", rest);
            case "MAIL" -> from(rest);
            case "RCPT" -> to(rest);
            case "DATA" -> Message.of("talk.smtp.data");
            case "RSET" -> Message.of("talk.smtp.rset");
            case "NOOP" -> Message.of("talk.noop");
            case "VRFY" -> Message.of("talk.smtp.vrfy").with("user", rest);
            case "HELP" -> Message.of("talk.smtp.help");
            case "AUTH" -> Message.of("talk.smtp.auth");
            case "STARTTLS" -> Message.of("talk.tls");
            case "QUIT" -> Message.of("talk.quit");
            default -> Message.of("talk.client.other");
        };
    }

    /** Base64 hides nothing: whoever can read it can undo it (RFC 4616). */
    @Override
    public Optional<String> secret(String line) {
        if (!verb.equals("AUTH")) {
            return Optional.empty();
        }
        String[] words = line.strip().split(" +", -1);
        boolean response = listing || words.length == 3;
        return response ? decoded(words[words.length - 1]) : Optional.empty();
    }

    private static Optional<String> decoded(String base64) {
        try {
            String octets = new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
            String words = octets.replace('\0', ' ').strip();
            return words.chars().allMatch(letter -> letter >= ' ' && letter <= '~') && !words.isEmpty()
                    ? Optional.of(words)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public Message server(String line, Optional<Reason> reason) {
        Matcher reply = REPLY.matcher(line);
        if (!reply.matches()) {
            return Message.of("talk.server.other");
        }
        String code = reply.group(1);
        String text = reply.group(4);
        boolean first = !greeted;
        greeted = true;
        if (reason.filter(why -> OF_RECIPIENTS.contains(why) && why.accepts() == code.startsWith("2"))
                .isPresent()) {
            return Message.of("talk.smtp.rcpt." + reason.get().kebab());
        }
        if (first && code.equals("220")) {
            return Message.of("talk.smtp.greeting").with("name", text.split(" ", 2)[0]);
        }
        if (code.equals("250")) {
            return done(text);
        }
        if (verb.equals("AUTH")) {
            listing = code.equals("334");
        }
        return PHRASES.entrySet().stream()
                .filter(phrase ->
                        text.contains(phrase.getKey()) && phrase.getValue().startsWith(code))
                .findFirst()
                .map(phrase -> Message.of("talk.smtp." + phrase.getValue()).with("code", code))
                .orElseGet(
                        () -> because(code, Optional.ofNullable(reply.group(3)).orElse("")));
    }

    @Override
    public Message letter(Event.Letter letter) {
        lettered = true;
        return Message.of("talk.letter").with("octets", letter.octets());
    }

    private Message done(String text) {
        return switch (verb) {
            case "EHLO", "HELO" -> listing ? capability(text) : hello(text);
            case "MAIL" -> Message.of("talk.smtp.mail.ok");
            case "RCPT" -> Message.of("talk.smtp.rcpt.ok");
            case "DATA" -> Message.of(lettered ? "talk.smtp.letter.ok" : "talk.smtp.2");
            case "RSET" -> Message.of("talk.smtp.rset.ok");
            case "NOOP" -> Message.of("talk.noop.ok");
            case "VRFY" -> Message.of("talk.smtp.vrfy.ok");
            default -> Message.of("talk.smtp.2");
        };
    }

    private Message hello(String text) {
        listing = verb.equals("EHLO");
        return Message.of("talk.smtp.hello.ok").with("name", text.split(" ", 2)[0]);
    }

    private static Message capability(String text) {
        List<String> words = List.of(text.split(" ", 2));
        return switch (words.get(0)) {
            case "SIZE" ->
                Message.of("talk.smtp.can.size").with("octets", LineExplainer.number(words.get(words.size() - 1)));
            case "8BITMIME" -> Message.of("talk.smtp.can.8bitmime");
            case "PIPELINING" -> Message.of("talk.smtp.can.pipelining");
            case "ENHANCEDSTATUSCODES" -> Message.of("talk.smtp.can.enhancedstatuscodes");
            case "AUTH" -> Message.of("talk.smtp.can.auth");
            case "STARTTLS" -> Message.of("talk.smtp.can.starttls");
            default -> Message.of("talk.smtp.can.other").with("name", words.get(0));
        };
    }

    private Message from(String rest) {
        String sender = path(rest);
        String user = sender.split("@", 2)[0].toLowerCase(Locale.ROOT);
        if (sender.isEmpty()) {
            return Message.of("talk.smtp.mail.nobody");
        }
        return PEOPLE.contains(user)
                ? Message.of("talk.smtp.mail." + user)
                : Message.of("talk.smtp.mail").with("sender", sender);
    }

    private Message to(String rest) {
        String recipient = path(rest);
        if (recipient.equalsIgnoreCase("taro@friend.example") && !host.equals("friend.example")) {
            return Message.of("talk.smtp.rcpt.taro");
        }
        if (recipient.equalsIgnoreCase("hanako@" + host)) {
            return Message.of("talk.smtp.rcpt.hanako");
        }
        return Message.of("talk.smtp.rcpt").with("recipient", recipient);
    }

    private static String path(String rest) {
        Matcher path = PATH.matcher(rest);
        return path.matches() ? path.group(1) : rest;
    }

    /** The meaning of a code: with its enhanced code if that is known, by itself, or by its first digit. */
    private static Message because(String code, String enhanced) {
        return switch (code + "." + enhanced) {
            case "221.2.0.0" -> Message.of("talk.bye");
            case "550.5.1.1" -> Message.of("talk.smtp.rcpt.unknown-recipient");
            default ->
                Stream.of(code + "." + enhanced, code, code.substring(0, 1))
                        .filter(known -> KNOWN.contains(known) || "2345".contains(known))
                        .findFirst()
                        .map(known -> Message.of("talk.smtp." + known).with("code", code))
                        .orElse(Message.of("talk.server.other"));
        };
    }
}
