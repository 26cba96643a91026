package popbeforesmtp.mailserver;

import java.time.Instant;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.EventLog;
import popbeforesmtp.eventlog.Protocol;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.gate.Attempt;
import popbeforesmtp.gate.Decision;
import popbeforesmtp.gate.ListedAddress;
import popbeforesmtp.network.Call;

/** Tells the world's log what is said and done in one session; each thing before the caller can see it. */
final class Tap {

    private final Call call;
    private final MailHost host;
    private final EventLog log;
    private final Discretion discretion;

    Tap(Visit visit, Discretion discretion) {
        this.call = visit.call();
        this.host = visit.host();
        this.discretion = discretion;
        this.log = host.log();
    }

    /** The time of the world. */
    Instant now() {
        return host.clock().instant();
    }

    void opened(Protocol protocol) {
        log.append(new Event.SessionOpened(
                now(), call.session(), call.seat(), protocol, call.dialled(), call.port(), host.domain(), call.from()));
    }

    void said(Speaker speaker, String line) {
        String kept = (speaker == Speaker.CLIENT ? discretion : Discretion.NONE).line(line);
        log.append(new Event.Said(now(), call.session(), speaker, kept));
    }

    void passed(Speaker speaker, Letter letter, long octets) {
        log.append(new Event.Letter(now(), call.session(), speaker, octets, discretion.beginning(letter)));
    }

    void listed(ListedAddress row) {
        log.append(
                new Event.Listed(row.since(), call.session(), call.seat(), host.domain(), row.address(), row.until()));
    }

    void logInRefused(Reason reason) {
        log.append(new Event.LogInRefused(now(), call.session(), host.domain(), reason));
    }

    void decided(Attempt attempt, Decision decision) {
        log.append(new Event.Decided(
                attempt.now(),
                call.session(),
                host.domain(),
                attempt.from(),
                attempt.sender(),
                attempt.recipient(),
                decision.reason(),
                decision.when()));
    }

    void delivered(String domain, String user, Letter letter) {
        log.append(new Event.Delivered(now(), call.session(), domain, user, letter.octets()));
    }

    void closed() {
        log.append(new Event.SessionClosed(now(), call.session()));
    }
}
