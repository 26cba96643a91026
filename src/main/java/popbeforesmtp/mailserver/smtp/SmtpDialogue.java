package popbeforesmtp.mailserver.smtp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.gate.ProtocolEvent.Kind;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.mailserver.session.Dialogue;
import popbeforesmtp.mailserver.session.GateReport;
import popbeforesmtp.mailserver.session.Reply;
import popbeforesmtp.mailserver.session.Reply.Next;
import popbeforesmtp.mailserver.session.SessionContext;
import popbeforesmtp.mailserver.session.SessionLog;
import popbeforesmtp.mailserver.session.StrayBrowser;

/**
 * The server's side of SMTP (RFC 5321, with 1870, 2034, 2920 and 6152) on port 25 and, with AUTH (RFC 4954) and nothing
 * without it, on ports 587 and 465; with STARTTLS (RFC 3207) where its host offers it. Here it is decided which command may
 * come now and who may give it; the mails themselves are {@link MailIntake}'s.
 */
public final class SmtpDialogue implements Dialogue {

    private final MailHost host;
    private final SessionLog tap;
    private final Limits.Sizes limits;
    private final Authentication authentication;
    private final Offers offers;
    private final GateReport gate;
    private final MailIntake intake;

    public SmtpDialogue(SessionContext visit, SessionLog tap) {
        this.host = visit.host();
        this.offers = new Offers(visit.role(), host.sealing());
        this.limits = visit.limits().sizes();
        this.tap = tap;
        this.authentication = new Authentication(visit, tap);
        this.gate = new GateReport(visit, tap);
        this.intake = new MailIntake(visit, tap, gate, authentication);
    }

    @Override
    public Reply greeting() {
        return gate.tell(Kind.CONNECTED, "")
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
        boolean inOrder = intake.state().accepts(verb.get());
        if (mustLogInFirst(verb.get()) && (inOrder || intake.state() != SmtpState.CONNECTED)) {
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
        return (switch (intake.state()) {
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
            case MAIL -> intake.mail(argument);
            case RCPT -> intake.rcpt(argument);
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
        intake.reset();
        return verb == SmtpVerb.QUIT ? SmtpReply.BYE.with(host.domain()) : SmtpReply.OK.with();
    }

    private Reply hello(SmtpVerb verb, String name) {
        if (!HelloName.isOne(name)) {
            return SmtpReply.BAD_ARGUMENT.with(verb + " name");
        }
        Transaction.Hello hello = new Transaction.Hello(name, verb == SmtpVerb.EHLO, offers.isSealed());
        intake.greeted(hello);
        return (hello.extended() ? offers.hello() : SmtpReply.HELLO).with(host.domain(), limits.messageOctets());
    }

    /** Whatever was said before is forgotten: it may have been somebody else who said it (RFC 3207, 4.2). */
    private Reply startTls(String argument) {
        if (offers.isSealed()) {
            return SmtpReply.SEALED_ALREADY.with();
        }
        if (!intake.hello().extended()) {
            return SmtpReply.EHLO_FIRST.with();
        }
        if (!argument.isEmpty()) {
            return SmtpReply.BAD_ARGUMENT.with(SmtpVerb.STARTTLS);
        }
        offers.seal();
        intake.forget();
        authentication.forget();
        return SmtpReply.SEALED.with();
    }

    private Reply auth(String argument) {
        if (authentication.user().isPresent()) {
            return SmtpReply.LOGGED_IN_ALREADY.with();
        }
        if (!intake.hello().extended()) {
            return SmtpReply.EHLO_FIRST.with();
        }
        return offers.mustSealFirst()
                ? refused(Reason.ENCRYPTION_REQUIRED, SmtpReply.TLS_REQUIRED_TO_LOG_IN)
                : authentication.begin(argument);
    }

    @Override
    public Reply received(Letter letter) {
        return intake.received(letter);
    }

    @Override
    public Reply trouble(Trouble trouble) {
        return switch (trouble) {
            case LONG_LINE -> noCommand(SmtpReply.LONG_LINE, SmtpReply.LONG_RESPONSE);
            case MALFORMED_LINE -> noCommand(SmtpReply.MALFORMED_LINE, SmtpReply.BAD_RESPONSE);
            case LONG_MAIL -> intake.refused(SmtpReply.TOO_BIG.with(limits.messageOctets()));
            case NO_ROOM -> intake.refused(SmtpReply.NO_ROOM.with());
            case FLOOD_OF_A_MAIL -> intake.refused(refusedForGood());
            case FLOOD, SILENCE, OVERTIME, MISTAKES, CROWD, CROWD_AT_HOST, CROWD_FROM_ADDRESS, STOP, FAULT ->
                SmtpReply.farewell(trouble).with(host.domain());
        };
    }

    /**
     * The mail is refused for good, so that nobody sends it again; and since its end was not waited for, the connection is
     * shut down in the only way there is without QUIT (RFC 5321, 3.8).
     */
    private Reply refusedForGood() {
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
        intake.reset();
        gate.tell(Kind.QUIT, "");
    }
}
