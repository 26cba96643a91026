package popbeforesmtp.web.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.mailclient.MailProgram;
import popbeforesmtp.sandbox.console.OpenLine;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.Providers;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.page.OptionGroup;

/**
 * The place where lines are typed by hand.
 *
 * @param open the line that is open, if one is
 * @param used whether the last press was made here; the place is then shown unfolded
 * @param unbracketed whether the last line named an address without the brackets that belong around it
 * @param next lines that make sense now
 * @param calls who can be called at which port
 */
public record ConsoleModel(
        @Nullable OpenLine open, boolean used, boolean unbracketed, List<String> next, List<OptionGroup> calls) {

    /** hanako and her password, as AUTH wants them (RFC 4616). */
    private static final String MEMBER = "AUTH PLAIN AGhhbmFrbwBzYWt1cmE=";

    private static final List<String> PORTS =
            Press.Open.PORTS.stream().map(String::valueOf).toList();

    private static final String MISSING = "(MAIL FROM|RCPT TO):[^<]*";

    /** The key of what is said of the line: none is open, a mail is being written, a command can be typed. */
    public String state() {
        return open == null ? "console.closed.now" : open.inMail() ? "console.mail.now" : "console.open.now";
    }

    /** Who is at the other end, if a line is open. */
    public @Nullable String peer() {
        return open == null ? null : open.server() + ":" + open.port();
    }

    /** What was said so far, as far as it matters for what comes next. */
    private record Said(String verb, boolean taken) {}

    public static ConsoleModel of(WorldView view) {
        Optional<OpenLine> open = view.line();
        List<Said> said = open.isPresent() ? said(view.talk()) : List.of();
        boolean used =
                view.result().map(Result::press).filter(ConsoleModel::isTyped).isPresent();
        return new ConsoleModel(
                open.orElse(null),
                used || open.isPresent(),
                !said.isEmpty() && said.get(said.size() - 1).verb.matches(MISSING),
                open.map(line -> next(line, said)).orElse(List.of()),
                calls(view));
    }

    private static boolean isTyped(Press press) {
        return press instanceof Press.Open || press instanceof Press.Type || press instanceof Press.Close;
    }

    private static List<OptionGroup> calls(WorldView view) {
        return List.of(
                OptionGroup.of(
                        "host", "host.", Providers.OUTGOING, view.options().outgoing()),
                OptionGroup.of("dialled", "console.port.", PORTS, "25"));
    }

    private static List<Said> said(List<Event> talk) {
        List<Said> all = new ArrayList<>();
        for (Event event : talk) {
            if (event instanceof Event.Letter letter && letter.speaker() == Speaker.CLIENT) {
                all.add(new Said(".", false));
            } else if (event instanceof Event.Said line) {
                if (line.speaker() == Speaker.CLIENT) {
                    all.add(new Said(line.line().strip().toUpperCase(Locale.ROOT), false));
                } else if (!all.isEmpty()) {
                    Said last = all.get(all.size() - 1);
                    all.set(all.size() - 1, new Said(last.verb, line.line().matches("(\\+OK|[23]\\d\\d).*")));
                }
            }
        }
        return all;
    }

    private static List<String> next(OpenLine line, List<Said> said) {
        if (line.inMail()) {
            return List.of("Subject: Hello", "Hello, Taro.", ".");
        }
        String host = line.server().substring(line.server().indexOf('.') + 1);
        return switch (line.port()) {
            case MailProgram.POP3_PORT -> reading(said, isDone(said, "STLS"));
            case MailProgram.POP3S_PORT -> reading(said, true);
            case MailProgram.SUBMISSION_PORT -> submitting(said, host, isDone(said, "STARTTLS"));
            case MailProgram.SUBMISSIONS_PORT -> submitting(said, host, true);
            default -> sending(said, host);
        };
    }

    private static List<String> reading(List<Said> said, boolean sealed) {
        if (isDone(said, "PASS") || isDone(said, "APOP")) {
            return List.of("STAT", "LIST", "RETR 1", "QUIT");
        }
        boolean named = !said.isEmpty() && said.get(said.size() - 1).verb.startsWith("USER");
        return named
                ? List.of("PASS sakura", "QUIT")
                : sealed ? List.of("USER hanako", "QUIT") : List.of("USER hanako", "STLS", "QUIT");
    }

    /** At the desk for members: who is not yet known as one says so first. */
    private static List<String> submitting(List<Said> said, String host, boolean sealed) {
        boolean greeted = last(said, "EHLO") > last(said, "STARTTLS");
        if (!greeted || isDone(said, "AUTH")) {
            return greeted ? sending(said, host) : List.of("EHLO my-pc", "QUIT");
        }
        return sealed ? List.of(MEMBER, "QUIT") : List.of(MEMBER, "STARTTLS", "QUIT");
    }

    private static List<String> sending(List<Said> said, String host) {
        if (!isDone(said, "EHLO") && !isDone(said, "HELO")) {
            return List.of("EHLO my-pc", "QUIT");
        }
        int mail = last(said, "MAIL");
        if (mail < 0 || last(said, ".") > mail || last(said, "RSET") > mail) {
            return List.of("MAIL FROM:<hanako@" + host + ">", "QUIT");
        }
        return last(said, "RCPT") > mail
                ? List.of("DATA", "RSET", "QUIT")
                : List.of("RCPT TO:<taro@friend.example>", "RCPT TO:<hanako@" + host + ">", "QUIT");
    }

    private static boolean isDone(List<Said> said, String verb) {
        return last(said, verb) >= 0;
    }

    /** Where such a line was taken last, -1 if nowhere. */
    private static int last(List<Said> said, String verb) {
        for (int i = said.size() - 1; i >= 0; i--) {
            if (said.get(i).taken && said.get(i).verb.startsWith(verb)) {
                return i;
            }
        }
        return -1;
    }
}
