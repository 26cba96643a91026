package popbeforesmtp.mailserver.smtp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.gate.Attempt;
import popbeforesmtp.gate.Decision;
import popbeforesmtp.gate.Heard;
import popbeforesmtp.gate.ProtocolEvent;
import popbeforesmtp.gate.ProtocolEvent.Kind;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.mailserver.session.Dialogue;
import popbeforesmtp.mailserver.session.Reply;
import popbeforesmtp.mailserver.session.Reply.Next;
import popbeforesmtp.mailserver.session.SessionContext;
import popbeforesmtp.mailserver.session.SessionLog;
import popbeforesmtp.mailserver.session.StrayBrowser;

/**
 * The server's side of SMTP (RFC 5321, with 1870, 2034, 2920 and 6152) on port 25 and, with AUTH (RFC 4954) and nothing
 * without it, on ports 587 and 465; with STARTTLS (RFC 3207) where its host offers it. The gate hears of the call, of every sender and of every mail that is relayed, and is asked once
 * a recipient; a refused one ends nothing.
 */
public final class SmtpDialogue implements Dialogue {

    private final SessionContext visit;
    private final MailHost host;
    private final SessionLog tap;
    private final Delivery post;
    private final Limits.Sizes limits;
    private final Authentication authentication;
    private final Offers offers;
    private SmtpState state = SmtpState.CONNECTED;
    private Transaction.Hello hello = Transaction.Hello.NONE;
    private Transaction transaction = Transaction.from("", hello, false);

    public SmtpDialogue(SessionContext visit, SessionLog tap) {
        this.visit = visit;
        this.host = visit.host();
        this.offers = new Offers(visit.role(), host.sealing());
        this.limits = visit.limits().sizes();
        this.tap = tap;
        this.post = new Delivery(visit, tap);
        this.authentication = new Authentication(visit, tap);
    }

    @Override
    public Reply greeting() {
        return tell(Kind.CONNECTED, "")
                .turnedAway()
                .map(words -> Reply.of(List.of(words)).then(Next.END))
                .orElseGet(() -> SmtpReply.GREETING.with(host.domain()));
    }

    @Override
    public Reply answer(String line) {
        return authentication.isUnderWay() ? authentication.hear(line) : command(line);
    }

    private Reply command(String line) {
        int space = line.indexOf(' ');
        String word = space < 0 ? line : line.substring(0, space);
        String argument = space < 0 ? "" : line.substring(space + 1).strip();
        Optional<SmtpVerb> verb = SmtpVerb.of(word).filter(offers::has);
        if (verb.isEmpty()) {
            return unknown(word);
        }
        boolean inOrder = state.accepts(verb.get());
        if (mustLogInFirst(verb.get()) && (inOrder || state != SmtpState.CONNECTED)) {
            return offers.mustSealFirst()
                    ? refused(Reason.ENCRYPTION_REQUIRED, SmtpReply.TLS_REQUIRED)
                    : refused(Reason.AUTH_REQUIRED, SmtpReply.AUTH_REQUIRED);
        }
        return inOrder ? obey(verb.get(), argument) : outOfOrder(verb.get());
    }

    private Reply unknown(String word) {
        if (StrayBrowser.says(word)) {
            return SmtpReply.STRAY_BROWSER.with(host.domain());
        }
        return (SmtpVerb.isKnownElsewhere(word) ? SmtpReply.NOT_OFFERED : SmtpReply.UNKNOWN_COMMAND).with();
    }

    private boolean mustLogInFirst(SmtpVerb verb) {
        return offers.isForMembers()
                && verb.isForMembers()
                && authentication.user().isEmpty();
    }

    private Reply refused(Reason reason, SmtpReply reply) {
        tap.logInRefused(reason);
        return reply.with();
    }

    private Reply outOfOrder(SmtpVerb verb) {
        if (verb == SmtpVerb.AUTH) {
            return auth("");
        }
        if (verb == SmtpVerb.STARTTLS) {
            return startTls("");
        }
        return (switch (state) {
                    case CONNECTED -> SmtpReply.HELLO_FIRST;
                    case GREETED -> SmtpReply.MAIL_FIRST;
                    case SENDER -> verb == SmtpVerb.MAIL ? SmtpReply.SENDER_KNOWN : SmtpReply.RECIPIENT_FIRST;
                    case RECIPIENT -> SmtpReply.SENDER_KNOWN;
                })
                .with();
    }

    private Reply obey(SmtpVerb verb, String argument) {
        return switch (verb) {
            case HELO, EHLO -> hello(verb, argument);
            case MAIL -> mail(argument);
            case RCPT -> rcpt(argument);
            case VRFY -> (argument.isEmpty() ? SmtpReply.BAD_ARGUMENT : SmtpReply.NOT_VERIFIED).with("VRFY name");
            case NOOP -> SmtpReply.OK.with();
            case HELP -> SmtpReply.HELP.with(offers.more());
            case AUTH -> auth(argument);
            case STARTTLS -> startTls(argument);
            case DATA, RSET, QUIT -> argument.isEmpty() ? alone(verb) : SmtpReply.BAD_ARGUMENT.with(verb);
        };
    }

    private Reply alone(SmtpVerb verb) {
        if (verb == SmtpVerb.DATA) {
            return SmtpReply.SEND_IT.with();
        }
        reset();
        return verb == SmtpVerb.QUIT ? SmtpReply.BYE.with(host.domain()) : SmtpReply.OK.with();
    }

    private Reply hello(SmtpVerb verb, String name) {
        if (!HelloName.isOne(name)) {
            return SmtpReply.BAD_ARGUMENT.with(verb + " name");
        }
        hello = new Transaction.Hello(name, verb == SmtpVerb.EHLO, offers.isSealed());
        state = SmtpState.GREETED;
        reset();
        return (hello.extended() ? offers.hello() : SmtpReply.HELLO).with(host.domain(), limits.messageOctets());
    }

    /** Whatever was said before is forgotten: it may have been somebody else who said it (RFC 3207, 4.2). */
    private Reply startTls(String argument) {
        if (offers.isSealed()) {
            return SmtpReply.SEALED_ALREADY.with();
        }
        if (!hello.extended()) {
            return SmtpReply.EHLO_FIRST.with();
        }
        if (!argument.isEmpty()) {
            return SmtpReply.BAD_ARGUMENT.with(SmtpVerb.STARTTLS);
        }
        offers.seal();
        hello = Transaction.Hello.NONE;
        authentication.forget();
        state = SmtpState.CONNECTED;
        reset();
        return SmtpReply.SEALED.with();
    }

    private Reply auth(String argument) {
        if (authentication.user().isPresent()) {
            return SmtpReply.LOGGED_IN_ALREADY.with();
        }
        if (!hello.extended()) {
            return SmtpReply.EHLO_FIRST.with();
        }
        return offers.mustSealFirst()
                ? refused(Reason.ENCRYPTION_REQUIRED, SmtpReply.TLS_REQUIRED_TO_LOG_IN)
                : authentication.begin(argument);
    }

    private Reply mail(String argument) {
        if (!argument.regionMatches(true, 0, "FROM:", 0, 5)) {
            return SmtpReply.BAD_ARGUMENT.with("MAIL FROM:<name@host>");
        }
        MailPath path = MailPath.of(argument.substring(5));
        return switch (path.form()) {
            case NO_BRACKETS -> refusedSender(argument, SmtpReply.NO_BRACKETS.with("MAIL FROM:<name@host>"));
            case SOURCE_ROUTE, LOCAL_PART, MALFORMED -> refusedSender(argument, SmtpReply.BAD_SENDER.with());
            case EMPTY, ADDRESS -> sender(path);
        };
    }

    /** A mail server writes into its log what it refuses, and some lists hang on the log. */
    private Reply refusedSender(String argument, Reply reply) {
        tell(Kind.SENDER_LOGGED, argument);
        return reply;
    }

    private Reply sender(MailPath path) {
        return switch (MailParameters.of(path.parameters(), visit)) {
            case UNKNOWN -> SmtpReply.UNKNOWN_PARAMETER.with();
            case MALFORMED -> SmtpReply.BAD_PARAMETER.with();
            case TOO_BIG -> SmtpReply.TOO_BIG.with(limits.messageOctets());
            case FINE -> {
                transaction = Transaction.from(
                        path.address(), hello, authentication.user().isPresent());
                state = SmtpState.SENDER;
                tell(Kind.SENDER_GIVEN, path.address());
                yield SmtpReply.SENDER_OK.with(path.address());
            }
        };
    }

    private Reply rcpt(String argument) {
        if (!argument.regionMatches(true, 0, "TO:", 0, 3)) {
            return SmtpReply.BAD_ARGUMENT.with("RCPT TO:<name@host>");
        }
        MailPath path = MailPath.of(argument.substring(3));
        boolean postmaster = path.address().equalsIgnoreCase("postmaster");
        return switch (path.form()) {
            case NO_BRACKETS -> SmtpReply.NO_BRACKETS.with("RCPT TO:<name@host>");
            case SOURCE_ROUTE -> SmtpReply.SOURCE_ROUTE.with();
            case EMPTY, MALFORMED -> SmtpReply.BAD_RECIPIENT.with();
            case LOCAL_PART -> postmaster ? recipient(path) : SmtpReply.BAD_RECIPIENT.with();
            case ADDRESS -> recipient(path);
        };
    }

    private Reply recipient(MailPath path) {
        String recipient = path.address();
        if (!path.parameters().isEmpty()) {
            return SmtpReply.UNKNOWN_PARAMETER.with();
        }
        if (transaction.recipients().size() >= limits.recipients()) {
            return SmtpReply.TOO_MANY_RECIPIENTS.with();
        }
        Attempt attempt = new Attempt(
                visit.call().session(),
                visit.call().from(),
                tap.now(),
                hello.name(),
                transaction.sender(),
                recipient,
                authentication.user().orElse(null));
        Decision decision = host.gate().ask(attempt);
        if (decision.accepts() && host.isFull(recipient, visit.call().from(), limits)) {
            return SmtpReply.MAILBOX_FULL.with(recipient);
        }
        tap.decided(attempt, decision);
        if (decision.accepts()) {
            transaction.recipients().add(recipient);
            state = SmtpState.RECIPIENT;
            return SmtpReply.RECIPIENT_OK.with(recipient);
        }
        return Reply.of(List.of(decision.words()));
    }

    @Override
    public Reply received(Letter letter) {
        boolean taken = post.deliver(transaction, letter);
        if (taken) {
            transaction.recipients().stream()
                    .filter(recipient -> !host.domainOf(recipient).equals(host.domain()))
                    .forEach(recipient -> tell(Kind.RELAYED, recipient));
        }
        reset();
        return (taken ? SmtpReply.TAKEN : SmtpReply.MAILBOXES_FULL).with();
    }

    @Override
    public Reply trouble(Trouble trouble) {
        return switch (trouble) {
            case LONG_LINE -> noCommand(SmtpReply.LONG_LINE, SmtpReply.LONG_RESPONSE);
            case MALFORMED_LINE -> noCommand(SmtpReply.MALFORMED_LINE, SmtpReply.BAD_RESPONSE);
            case LONG_MAIL -> {
                reset();
                yield SmtpReply.TOO_BIG.with(limits.messageOctets());
            }
            case NO_ROOM -> {
                reset();
                yield SmtpReply.NO_ROOM.with();
            }
            case FLOOD -> SmtpReply.FLOOD.with(host.domain());
            case FLOOD_OF_A_MAIL -> refusedForGood();
            case SILENCE -> SmtpReply.SILENCE.with(host.domain());
            case OVERTIME -> SmtpReply.OVERTIME.with(host.domain());
            case MISTAKES -> SmtpReply.MISTAKES.with(host.domain());
            case CROWD -> SmtpReply.CROWD.with(host.domain());
            case CROWD_AT_HOST -> SmtpReply.CROWD_AT_HOST.with(host.domain());
            case CROWD_FROM_ADDRESS -> SmtpReply.CROWD_FROM_ADDRESS.with(host.domain());
            case STOP -> SmtpReply.STOP.with(host.domain());
            case FAULT -> SmtpReply.FAULT.with(host.domain());
        };
    }

    /**
     * The mail is refused for good, so that nobody sends it again; and since its end was not waited for, the connection is
     * shut down in the only way there is without QUIT (RFC 5321, 3.8).
     */
    private Reply refusedForGood() {
        reset();
        Reply last = SmtpReply.FLOOD.with(host.domain());
        return Reply.of(Stream.concat(
                                SmtpReply.TOO_BIG.with(limits.messageOctets()).lines().stream(), last.lines().stream())
                        .toList())
                .then(last.next());
    }

    private Reply noCommand(SmtpReply asCommand, SmtpReply asResponse) {
        return authentication.isUnderWay() ? authentication.instead(asResponse.with()) : asCommand.with();
    }

    @Override
    public void end() {
        reset();
        tell(Kind.QUIT, "");
    }

    /** The gate hears of it, and the log of what that has led to. */
    private Heard tell(Kind happened, String name) {
        Heard heard = host.gate()
                .hear(new ProtocolEvent(
                        happened, visit.call().session(), visit.call().from(), name, tap.now()));
        tap.heard(heard);
        return heard;
    }

    private void reset() {
        transaction = Transaction.from("", hello, false);
        state = state == SmtpState.CONNECTED ? SmtpState.CONNECTED : SmtpState.GREETED;
    }
}
