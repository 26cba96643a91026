package popbeforesmtp.mailserver;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import popbeforesmtp.mailserver.Dialogue.Trouble;
import popbeforesmtp.network.Call;
import popbeforesmtp.network.Callers;

/** Takes callers in, on the accepting thread: finds out who calls whom, and whether there is room. */
final class FrontDesk {

    private final Callers callers;
    private final Hosts hosts;
    private final Limits limits;
    private final Discretion discretion;
    private final Crowd crowd;

    FrontDesk(Callers callers, Hosts hosts, Limits limits, Discretion discretion) {
        this.callers = callers;
        this.hosts = hosts;
        this.limits = limits;
        this.discretion = discretion;
        crowd = new Crowd(limits.crowds());
    }

    Limits limits() {
        return limits;
    }

    /** How many sessions are open now. */
    int sessions() {
        return crowd.size();
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
            Optional<MailHost> host = known.flatMap(call -> hosts.find(call.world(), call.host()));
            if (host.isPresent()) {
                session = admit(socket, new Visit(role, known.orElseThrow(), host.get(), hosts, limits));
            }
            return session;
        } finally {
            if (session.isEmpty()) {
                known.ifPresent(Call::end);
            }
        }
    }

    private Optional<Session> admit(Socket socket, Visit visit) throws IOException {
        Session session = session(socket, visit);
        Optional<Trouble> trouble = crowd.enter(visit.call());
        if (trouble.isPresent()) {
            session.turnAway(trouble.get());
            return Optional.empty();
        }
        session.atEnd(() -> crowd.leave(visit.call()));
        return Optional.of(session);
    }

    private Session session(Socket socket, Visit visit) throws IOException {
        Tap tap = new Tap(visit, discretion);
        Dialogue dialogue = switch (visit.role()) {
            case POP3 -> new Pop3Dialogue(visit, tap);
            case SMTP, SUBMISSION -> new SmtpDialogue(visit, tap);
        };
        return new Session(visit, new Wire(socket, limits.sizes()), tap, dialogue);
    }
}
