package popbeforesmtp.mailserver.pop3;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.gate.ProtocolEvent.Kind;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.mailserver.mailbox.Mailbox;
import popbeforesmtp.mailserver.mailbox.Mailbox.Mail;
import popbeforesmtp.mailserver.mailbox.Maildrop;
import popbeforesmtp.mailserver.session.Dialogue;
import popbeforesmtp.mailserver.session.GateReport;
import popbeforesmtp.mailserver.session.Reply;
import popbeforesmtp.mailserver.session.SessionContext;
import popbeforesmtp.mailserver.session.SessionLog;
import popbeforesmtp.mailserver.session.StrayBrowser;
import popbeforesmtp.mailserver.session.WrongLogIns;
import popbeforesmtp.network.Call;

/**
 * The server's side of POP3 (RFC 1939 with APOP, CAPA of RFC 2449, STLS of RFC 2595). Its one effect outside the mailbox is
 * POP before SMTP: the gate hears of the right password, of the log-in, before the {@code +OK} leaves, of every mail taken and
 * of the end.
 *
 * <p>A right password for a mailbox that another session has open is no log-in: the answer is {@code -ERR [IN-USE]} and
 * the state does not change; so it is with a mailbox that is broken. Whether the list does is for the gate's behaviour to say, and whether there is a lock at all.
 */
public final class Pop3Dialogue implements Dialogue {

    private final Call call;
    private final MailHost host;
    private final SessionLog tap;
    private final GateReport gate;
    private final Limits limits;
    private Pop3State state = Pop3State.AUTHORIZATION;
    private Maildrop maildrop = Maildrop.none();
    private String name = "";
    private String stamp = "";
    private boolean sealed;
    private String user = "";
    private final WrongLogIns wrongLogIns;
    private int wrongHere;

    public Pop3Dialogue(SessionContext visit, SessionLog tap) {
        this.call = visit.call();
        this.host = visit.host();
        this.limits = visit.limits();
        this.wrongLogIns = visit.desk().wrongLogIns();
        this.sealed = visit.role().isSealed();
        this.tap = tap;
        this.gate = new GateReport(visit, tap);
    }

    @Override
    public Reply greeting() {
        stamp = Apop.stamp(call.session(), tap.now(), host.domain());
        return Pop3Reply.GREETING.with(host.domain(), stamp);
    }

    @Override
    public Reply answer(String line) {
        int space = line.indexOf(' ');
        String argument = space < 0 ? "" : line.substring(space + 1);
        Optional<Pop3Verb> verb = Pop3Verb.of(space < 0 ? line : line.substring(0, space));
        if (verb.isEmpty()) {
            boolean stray = StrayBrowser.says(space < 0 ? line : line.substring(0, space));
            return (stray ? Pop3Reply.STRAY_BROWSER : Pop3Reply.UNKNOWN_COMMAND).with();
        }
        if (!state.accepts(verb.get())) {
            return switch (state) {
                case AUTHORIZATION -> Pop3Reply.LOG_IN_FIRST.with();
                case TRANSACTION -> Pop3Reply.LOGGED_IN_ALREADY.with();
            };
        }
        return verb.get()
                .numbers(argument)
                .map(numbers -> obey(verb.get(), argument, numbers))
                .orElseGet(() -> Pop3Reply.BAD_ARGUMENT.with(verb.get().form()));
    }

    private Reply obey(Pop3Verb verb, String argument, List<Integer> numbers) {
        return switch (verb) {
            case USER -> user(argument);
            case PASS -> pass(argument);
            case APOP -> apop(argument);
            case STLS -> startTls();
            case CAPA -> (sealed ? Pop3Reply.CAPABILITIES : Pop3Reply.UNSEALED_CAPABILITIES).with();
            case STAT -> Pop3Reply.TOTAL.with(maildrop.numbers().size(), maildrop.octets());
            case LIST ->
                list(
                        Pop3Reply.LISTING.with(maildrop.numbers().size(), maildrop.octets()),
                        numbers,
                        mail -> mail.letter().octets());
            case UIDL -> list(Pop3Reply.UNIQUE_IDS.with(), numbers, Mail::uid);
            case RETR -> one(numbers, this::retrieve);
            case TOP ->
                one(numbers, mail -> Pop3Reply.TOP.with().with(mail.letter().top(numbers.get(1))));
            case DELE -> one(numbers, mail -> delete(numbers.get(0)));
            case RSET -> {
                maildrop.reset();
                yield Pop3Reply.RESET.with();
            }
            case NOOP -> Pop3Reply.NOTHING_DONE.with();
            case QUIT -> {
                maildrop.update();
                yield Pop3Reply.BYE.with(host.domain());
            }
        };
    }

    /** Any name is taken, so that nobody learns who lives here. */
    private Reply user(String argument) {
        name = argument.strip();
        return name.isEmpty() ? Pop3Reply.BAD_ARGUMENT.with(Pop3Verb.USER.form()) : Pop3Reply.NAME_TAKEN.with();
    }

    private Reply pass(String password) {
        if (name.isEmpty()) {
            return Pop3Reply.NAME_FIRST.with();
        }
        String named = name;
        name = "";
        return logIn(named, password::equals);
    }

    private Reply apop(String argument) {
        String[] words = argument.strip().split(" +", -1);
        if (words.length != 2) {
            return Pop3Reply.BAD_ARGUMENT.with(Pop3Verb.APOP.form());
        }
        name = "";
        return logIn(words[0], secret -> Apop.digest(stamp, secret).equals(words[1]));
    }

    /** Whatever was said before is forgotten: it may have been somebody else who said it (RFC 2595, 4). */
    private Reply startTls() {
        if (sealed) {
            return Pop3Reply.SEALED_ALREADY.with();
        }
        sealed = true;
        name = "";
        return Pop3Reply.SEALED.with();
    }

    private Reply logIn(String named, Predicate<String> isRight) {
        if (wrongLogIns.areTooMany(call, tap.now())) {
            return Pop3Reply.WRONG_TOO_OFTEN.with();
        }
        user = named.toLowerCase(Locale.ROOT);
        Optional<Mailbox> mailbox = host.logIn(user, isRight, call.from());
        if (mailbox.isEmpty()) {
            user = "";
            wrongLogIns.count(call, tap.now());
            tap.logInRefused(Reason.WRONG_PASSWORD);
            boolean last = ++wrongHere >= limits.logIns().session();
            return (last ? Pop3Reply.LAST_WRONG_LOG_IN : Pop3Reply.WRONG_LOG_IN).with();
        }
        if (gate.tell(Kind.PASSWORD_RIGHT, user).turnedAway().isPresent()) {
            return Pop3Reply.NO_LOG_IN.with();
        }
        if (mailbox.get().isBroken()) {
            tap.mailboxBroken();
            return Reply.of(List.of(host.gate().behaviour().voice().broken()));
        }
        Optional<String> inUse = host.gate().behaviour().voice().inUse();
        return mailbox.get().open(inUse.isPresent()).map(this::loggedIn).orElseGet(() -> inUse(inUse.orElseThrow()));
    }

    private Reply inUse(String words) {
        tap.inUse();
        return Reply.of(List.of(words));
    }

    private Reply loggedIn(Maildrop opened) {
        maildrop = opened;
        state = Pop3State.TRANSACTION;
        if (gate.tell(Kind.LOGGED_IN, user).turnedAway().isPresent()) {
            return Pop3Reply.NO_LOG_IN.with();
        }
        return Pop3Reply.LOGGED_IN.with(opened.numbers().size(), opened.octets());
    }

    private Reply list(Reply first, List<Integer> numbers, Function<Mail, Object> value) {
        if (!numbers.isEmpty()) {
            return one(numbers, mail -> Pop3Reply.ONE.with(numbers.get(0), value.apply(mail)));
        }
        Stream<String> values = maildrop.numbers().stream()
                .flatMap(number -> maildrop.mail(number).stream().map(mail -> number + " " + value.apply(mail)));
        return Reply.of(Stream.of(first.lines().stream(), values, Stream.of("."))
                .flatMap(part -> part)
                .toList());
    }

    private Reply one(List<Integer> numbers, Function<Mail, Reply> reply) {
        return maildrop.mail(numbers.get(0)).map(reply).orElseGet(Pop3Reply.NO_SUCH_MAIL::with);
    }

    private Reply retrieve(Mail mail) {
        gate.tell(Kind.RETRIEVED, user);
        return Pop3Reply.MAIL.with(mail.letter().octets()).with(mail.letter());
    }

    private Reply delete(int number) {
        maildrop.delete(number);
        return Pop3Reply.MARKED.with(number);
    }

    @Override
    public Reply received(Letter letter) {
        throw new IllegalStateException("POP3 takes no mail");
    }

    @Override
    public Reply trouble(Trouble trouble) {
        return (switch (trouble) {
                    case LONG_LINE, LONG_MAIL, NO_ROOM -> Pop3Reply.LONG_LINE;
                    case MALFORMED_LINE -> Pop3Reply.MALFORMED_LINE;
                    case FLOOD, FLOOD_OF_A_MAIL -> Pop3Reply.FLOOD;
                    case SILENCE -> Pop3Reply.SILENCE;
                    case OVERTIME -> Pop3Reply.OVERTIME;
                    case MISTAKES -> Pop3Reply.MISTAKES;
                    case CROWD -> Pop3Reply.CROWD;
                    case CROWD_AT_HOST -> Pop3Reply.CROWD_AT_HOST;
                    case CROWD_FROM_ADDRESS -> Pop3Reply.CROWD_FROM_ADDRESS;
                    case STOP -> Pop3Reply.STOP;
                    case FAULT -> Pop3Reply.FAULT;
                })
                .with();
    }

    @Override
    public void end() {
        maildrop.release();
        gate.tell(Kind.QUIT, user);
    }
}
