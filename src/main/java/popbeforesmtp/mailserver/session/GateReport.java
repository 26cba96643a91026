package popbeforesmtp.mailserver.session;

import popbeforesmtp.gate.Heard;
import popbeforesmtp.gate.ProtocolEvent;

/** Tells the gate of a host what happens in one session, and the log what that has led to. */
public final class GateReport {

    private final SessionContext visit;
    private final SessionLog tap;

    public GateReport(SessionContext visit, SessionLog tap) {
        this.visit = visit;
        this.tap = tap;
    }

    /**
     * Something happened just now.
     *
     * @param name whom it is about: a user, a sender, a recipient; empty if nobody
     */
    public Heard tell(ProtocolEvent.Kind happened, String name) {
        Heard heard = visit.host()
                .gate()
                .hear(new ProtocolEvent(
                        happened, visit.call().session(), visit.call().from(), name, tap.now()));
        tap.heard(heard);
        return heard;
    }
}
