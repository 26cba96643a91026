package popbeforesmtp.mailserver.smtp;

import java.util.List;
import popbeforesmtp.gate.Attempt;
import popbeforesmtp.gate.Decision;
import popbeforesmtp.gate.ProtocolEvent.Kind;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.mailserver.session.GateReport;
import popbeforesmtp.mailserver.session.Reply;
import popbeforesmtp.mailserver.session.SessionContext;
import popbeforesmtp.mailserver.session.SessionLog;

/**
 * The mails of one session, one after another, each from its sender over its recipients to its final dot. The gate hears of
 * every sender and of every mail that is relayed, and is asked once a recipient; a refused one ends nothing. For the
 * session's thread.
 */
final class MailIntake {

    private final SessionContext visit;
    private final MailHost host;
    private final SessionLog tap;
    private final GateReport gate;
    private final Delivery post;
    private final Limits.Sizes limits;
    private final Authentication authentication;
    private SmtpState state = SmtpState.CONNECTED;
    private Transaction.Hello hello = Transaction.Hello.NONE;
    private Transaction transaction = Transaction.from("", hello, false);

    /** @param authentication knows whether the caller is a member */
    MailIntake(SessionContext visit, SessionLog tap, GateReport gate, Authentication authentication) {
        this.visit = visit;
        this.host = visit.host();
        this.tap = tap;
        this.gate = gate;
        this.post = new Delivery(visit, tap);
        this.limits = visit.limits().sizes();
        this.authentication = authentication;
    }

    /** How far the session has come. */
    SmtpState state() {
        return state;
    }

    /** How the caller has introduced himself. */
    Transaction.Hello hello() {
        return hello;
    }

    /** The caller has introduced himself, once more perhaps; a mail that was begun is forgotten. */
    void greeted(Transaction.Hello said) {
        hello = said;
        state = SmtpState.GREETED;
        reset();
    }

    /** Nothing was ever said. */
    void forget() {
        hello = Transaction.Hello.NONE;
        state = SmtpState.CONNECTED;
        reset();
    }

    /** Forgets the mail that was begun. */
    void reset() {
        transaction = Transaction.from("", hello, false);
        state = state == SmtpState.CONNECTED ? SmtpState.CONNECTED : SmtpState.GREETED;
    }

    /** Forgets the mail that was begun, and answers so. */
    Reply refused(Reply reply) {
        reset();
        return reply;
    }

    /** A sender is named. */
    Reply mail(String argument) {
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
        gate.tell(Kind.SENDER_LOGGED, argument);
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
                gate.tell(Kind.SENDER_GIVEN, path.address());
                yield SmtpReply.SENDER_OK.with(path.address());
            }
        };
    }

    /** A recipient is named. */
    Reply rcpt(String argument) {
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

    /** The final dot has come. */
    Reply received(Letter letter) {
        boolean taken = post.deliver(transaction, letter);
        if (taken) {
            transaction.recipients().stream()
                    .filter(recipient -> !host.domainOf(recipient).equals(host.domain()))
                    .forEach(recipient -> gate.tell(Kind.RELAYED, recipient));
        }
        reset();
        return (taken ? SmtpReply.TAKEN : SmtpReply.MAILBOXES_FULL).with();
    }
}
