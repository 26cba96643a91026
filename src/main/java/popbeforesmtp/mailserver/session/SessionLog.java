package popbeforesmtp.mailserver.session;

import java.time.Instant;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Protocol;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.gate.Attempt;
import popbeforesmtp.gate.Decision;
import popbeforesmtp.gate.Heard;
import popbeforesmtp.gate.ListedAddress;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.network.Call;
import popbeforesmtp.tls.Sealed;

/** Tells the world's log what is said and done in one session; each thing before the caller can see it. */
public final class SessionLog {

    private final Call call;
    private final MailHost host;
    private final LogRedaction discretion;
    private boolean sealed;

    public SessionLog(SessionContext visit) {
        this.call = visit.call();
        this.host = visit.host();
        this.discretion = visit.desk().redaction();
    }

    /** The time of the world. */
    public Instant now() {
        return host.clock().instant();
    }

    void opened(Protocol protocol) {
        tell(new Event.SessionOpened(
                now(),
                call.session(),
                call.seat(),
                protocol,
                new Event.Called(call.dialled(), call.port()),
                host.domain(),
                call.from()));
    }

    void said(Speaker speaker, String line) {
        String kept = (speaker == Speaker.CLIENT ? discretion : LogRedaction.NONE).line(line);
        tell(new Event.Said(now(), call.session(), speaker, kept, sealed));
    }

    void passed(Speaker speaker, Letter letter, long octets) {
        tell(new Event.Letter(now(), call.session(), speaker, octets, discretion.beginning(letter), sealed));
    }

    /** From here on everything is said under TLS. */
    void secured() {
        sealed = true;
        tell(new Event.Secured(now(), call.session()));
    }

    /** What went over the line for what was said last. */
    void sealed(Speaker speaker, Sealed octets) {
        tell(new Event.SealedOctets(now(), call.session(), speaker, octets.octets(), octets.beginning()));
    }

    /** What the gate made of something that has happened in this session. */
    public void heard(Heard heard) {
        heard.listed().ifPresent(this::listed);
        heard.logged()
                .ifPresent(row -> tell(new Event.Logged(
                        now(), call.session(), call.seat(), host.domain(), row.address(), row.until())));
        if (!heard.waited().isZero()) {
            tell(new Event.Waited(now(), call.session(), host.domain(), heard.waited()));
        }
        if (heard.turnedAway().isPresent()) {
            tell(new Event.TurnedAway(now(), call.session(), host.domain()));
        }
    }

    private void listed(ListedAddress row) {
        tell(new Event.Listed(row.since(), call.session(), call.seat(), host.domain(), row.address(), row.until()));
    }

    public void logInRefused(Reason reason) {
        tell(new Event.LogInRefused(now(), call.session(), host.domain(), reason));
    }

    /** A right password for a mailbox that another session has open. */
    public void inUse() {
        tell(new Event.InUse(now(), call.session(), host.domain()));
    }

    /** A right password for a mailbox that cannot be opened. */
    public void mailboxBroken() {
        tell(new Event.MailboxBroken(now(), call.session(), host.domain()));
    }

    public void decided(Attempt attempt, Decision decision) {
        tell(new Event.Decided(
                attempt.now(),
                call.session(),
                host.domain(),
                attempt.from(),
                new Event.Envelope(attempt.sender(), attempt.recipient()),
                new Event.Verdict(decision.reason(), decision.when(), decision.answers())));
    }

    public void delivered(String domain, String user, Letter letter) {
        tell(new Event.Delivered(now(), call.session(), domain, user, letter.octets()));
    }

    void closed() {
        tell(new Event.SessionClosed(now(), call.session()));
    }

    private void tell(Event event) {
        host.witness().saw(call.from(), event);
    }
}
