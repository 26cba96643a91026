package popbeforesmtp.mailserver.listen;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.mailserver.session.Dialogue.Trouble;
import popbeforesmtp.mailserver.session.Role;
import popbeforesmtp.mailserver.session.Session;

/**
 * GreenMail's accept loop for one role, fenced in: the socket is bound before, no caller and no fault of ours can end
 * the loop, and a stop lets every session say good-bye. The users that GreenMail wants to have here are nobody's; those
 * of a host belong to its {@link MailHost}.
 */
public final class Listener extends AbstractServer {

    private static final Duration GOOD_BYE = Duration.ofMillis(500);
    private static final long JOIN_MILLIS = 500;
    private static final long START_MILLIS = 5_000;
    private static final long KEPT_SECONDS = 5;

    private final ServerSocket bound;
    private final Role role;
    private final Admission desk;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    /** A thread a session; one that has ended is kept for a moment, for the next. */
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, KEPT_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);

    /**
     * A loop that is not yet running.
     *
     * @param bound the socket that is listened at
     * @param desk where callers are taken in
     */
    public Listener(Role role, ServerSocket bound, Admission desk) {
        super(
                new ServerSetup(
                        bound.getLocalPort(),
                        bound.getInetAddress().getHostAddress(),
                        role.name().toLowerCase(Locale.ROOT)),
                new Managers());
        this.bound = bound;
        this.role = role;
        this.desk = desk;
        setDaemon(true);
    }

    /**
     * Starts the loop; it accepts when this returns.
     *
     * @throws IOException if it does not begin within some seconds
     */
    void open() throws IOException, InterruptedException {
        startService();
        if (!waitTillRunning(START_MILLIS)) {
            throw new IOException("the listener of " + getName() + " does not begin");
        }
    }

    /** Ends the sessions and the loop, within about a second. */
    void close() {
        stopService(JOIN_MILLIS);
    }

    @Override
    protected ServerSocket openServerSocket() {
        return bound;
    }

    /** Looks after the sessions; see {@link Session#look}. A fault in one is told, and the others are looked after. */
    void look() {
        for (Session session : sessions) {
            try {
                session.look();
            } catch (RuntimeException | Error e) {
                desk.faults().tell("looking after a session at " + getName(), e);
            }
        }
    }

    /** Only the accepting thread comes here. GreenMail's own would keep what it cannot find a thread for. */
    @Override
    protected void handleClientSocket(Socket socket) {
        Optional<Session> accepted = Optional.empty();
        try {
            accepted = desk.receive(role, socket);
            if (accepted.isPresent()) {
                run(accepted.get(), socket);
            } else {
                letGo(socket);
            }
        } catch (IOException e) {
            // A caller who is gone already.
            giveUp(accepted, socket);
        } catch (RuntimeException | Error e) {
            // No thread to be had, or a fault of ours: this caller's trouble, not the loop's.
            giveUp(accepted, socket);
            desk.faults().tell("serving a caller at " + getName(), e);
        }
    }

    private static void giveUp(Optional<Session> accepted, Socket socket) {
        accepted.ifPresent(Session::abandon);
        letGo(socket);
    }

    private void run(Session session, Socket socket) throws IOException {
        socket.setSoTimeout((int) desk.limits().times().idle(role.protocol()).toMillis());
        sessions.add(session);
        session.atEnd(() -> sessions.remove(session));
        if (!keepOn()) {
            session.stop(Trouble.STOP);
        }
        threads.execute(session);
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, getName() + "-session");
        thread.setDaemon(true);
        return thread;
    }

    private static void letGo(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed.
        }
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket socket) {
        throw new IllegalStateException("callers are taken in elsewhere");
    }

    @Override
    protected synchronized void quit() {
        closeServerSocket();
        sessions.forEach(session -> session.stop(Trouble.STOP));
        awaitSessions();
        sessions.forEach(Session::close);
        awaitSessions();
        threads.shutdown();
    }

    private void awaitSessions() {
        Duration patience = GOOD_BYE;
        try {
            for (Session session : sessions) {
                if (!session.awaitEnd(patience)) {
                    patience = Duration.ZERO;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
