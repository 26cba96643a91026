package popbeforesmtp.mailserver.listen;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import popbeforesmtp.eventlog.FaultLog;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.mailserver.pop3.Pop3Dialogue;
import popbeforesmtp.mailserver.session.Desk;
import popbeforesmtp.mailserver.session.Dialogue;
import popbeforesmtp.mailserver.session.Dialogue.Trouble;
import popbeforesmtp.mailserver.session.Role;
import popbeforesmtp.mailserver.session.Session;
import popbeforesmtp.mailserver.session.SessionContext;
import popbeforesmtp.mailserver.session.SessionLog;
import popbeforesmtp.mailserver.session.Wire;
import popbeforesmtp.mailserver.smtp.SmtpDialogue;
import popbeforesmtp.network.Call;
import popbeforesmtp.network.Callers;

/** Takes callers in, on the accepting thread: finds out who calls whom, and whether there is room. */
public final class Admission {

    private final Callers callers;
    private final Desk desk;
    private final Crowd crowd;

    public Admission(Callers callers, Desk desk) {
        this.callers = callers;
        this.desk = desk;
        crowd = new Crowd(desk.limits().crowds());
    }

    Limits limits() {
        return desk.limits();
    }

    FaultLog faults() {
        return desk.faults();
    }

    /** How many sessions are open now. */
    public int sessions() {
        return crowd.size();
    }

    /** How many sessions there was no room for, since the start. */
    public int turnedAway() {
        return crowd.turnedAway();
    }

    /**
     * Takes a caller in, or not. Whoever has a call is told its end in any case.
     *
     * @return the session that is to be run; nothing if he is not served, or was answered already
     */
    Optional<Session> receive(Role role, Socket socket) throws IOException {
        Optional<Call> known = callers.whoIs(socket, role.port());
        Optional<Session> session = Optional.empty();
        try {
            Optional<MailHost> host = known.flatMap(call -> desk.hosts().find(call.world(), call.host()));
            if (host.isPresent()) {
                session = admit(socket, new SessionContext(role, known.orElseThrow(), host.get(), desk));
            }
            return session;
        } finally {
            if (session.isEmpty()) {
                known.ifPresent(Call::end);
            }
        }
    }

    private Optional<Session> admit(Socket socket, SessionContext visit) throws IOException {
        Session session = session(socket, visit);
        Optional<Trouble> trouble = crowd.enter(visit.call());
        if (trouble.isPresent()) {
            session.turnAway(trouble.get());
            return Optional.empty();
        }
        session.atEnd(() -> crowd.leave(visit.call()));
        return Optional.of(session);
    }

    private Session session(Socket socket, SessionContext visit) throws IOException {
        SessionLog tap = new SessionLog(visit);
        Dialogue dialogue = switch (visit.role()) {
            case POP3, POP3S -> new Pop3Dialogue(visit, tap);
            case SMTP, SUBMISSION, SUBMISSIONS -> new SmtpDialogue(visit, tap);
        };
        return new Session(visit, new Wire(socket, visit.limits().sizes()), tap, dialogue);
    }
}
