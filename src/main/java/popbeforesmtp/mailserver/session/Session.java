package popbeforesmtp.mailserver.session;

import com.icegreen.greenmail.server.ProtocolHandler;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.Protocol;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.session.Dialogue.Trouble;
import popbeforesmtp.mailserver.session.Reply.Next;
import popbeforesmtp.network.Call;

/**
 * One connection from its greeting to its end, on a thread of its own: it carries lines from the wire to the dialogue
 * and replies back, and tells the tap each of them first. However it ends, the maildrop is free, the last event is
 * logged and the call is told, in this order.
 */
public final class Session implements ProtocolHandler {

    /** In both protocols. */
    private static final String FAREWELL = "QUIT";

    private final Role role;
    private final Protocol protocol;
    private final Call call;
    private final Desk desk;
    private final Wire wire;
    private final SessionLog tap;
    private final Dialogue dialogue;
    private volatile Runnable atEnd = () -> {};
    private volatile @Nullable Trouble stopping;
    private int mistakes;
    private int looks;
    /** Whether the last command asked for the end. */
    private boolean asked;
    /** Whether TLS was begun and not agreed on: nothing can be said. */
    private boolean sealing;

    public Session(SessionContext visit, Wire wire, SessionLog tap, Dialogue dialogue) {
        this.role = visit.role();
        this.protocol = visit.role().protocol();
        this.call = visit.call();
        this.desk = visit.desk();
        this.wire = wire;
        this.tap = tap;
        this.dialogue = dialogue;
        call.whenTimedOut(() -> stop(Trouble.SILENCE));
    }

    /** Adds what is done once, when the session has ended and before the call is told. Not after {@link #run} began. */
    public void atEnd(Runnable action) {
        Runnable before = atEnd;
        atEnd = () -> {
            before.run();
            action.run();
        };
    }

    @Override
    public void run() {
        try {
            tap.opened(protocol);
            if (role.isSealed()) {
                tap.secured();
                seal();
            }
            Next next = say(dialogue.greeting());
            while (next != Next.END) {
                if (next == Next.TLS) {
                    seal();
                }
                next = say(next == Next.DATA ? mail() : command());
            }
        } catch (SocketTimeoutException e) {
            part(Trouble.SILENCE);
        } catch (EOFException e) {
            Trouble why = stopping;
            if (why != null) {
                part(why);
            }
        } catch (IOException e) {
            // The caller is gone, or close() has cut the line.
        } catch (RuntimeException | Error e) {
            desk.faults().tell(protocol + " session", e);
            part(Trouble.FAULT);
        } finally {
            end(() -> wire.hangUp(asked));
        }
    }

    /** Answers a caller who is one too many, instead of {@link #run}; never waits for him, and so not for his TLS. */
    public void turnAway(Trouble why) {
        try {
            tap.opened(protocol);
            sealing = role.isSealed();
            part(why);
        } finally {
            end(wire::hangUpAtOnce);
        }
    }

    /** Ends a session that never ran. */
    public void abandon() {
        inTurn(List.of(wire::cut, atEnd, call::end));
    }

    /** Asks the session to say why and end; returns at once. From any thread. */
    public void stop(Trouble why) {
        stopping = why;
        try {
            wire.stopReading();
        } catch (IOException e) {
            // It has ended already.
        }
    }

    /**
     * Ends the session if its time is up or its caller does not read. To be called by one thread, once every {@link
     * Limits.Times#stall}.
     */
    public void look() {
        Limits.Times times = desk.limits().times();
        boolean late = times.stall().multipliedBy(++looks).compareTo(times.session()) >= 0;
        if (wire.hasStalled() || (late && stopping != null)) {
            wire.cut();
        } else if (late) {
            stop(Trouble.OVERTIME);
        }
    }

    /** Cuts the line. From any thread; for a session that {@link #stop} could not reach. */
    @Override
    public void close() {
        wire.cut();
    }

    /** Waits for the end. */
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return call.awaitEnd(atMost);
    }

    private void seal() throws IOException {
        sealing = true;
        wire.seal();
        sealing = false;
    }

    private Reply command() throws IOException {
        if (stopping != null) {
            throw new EOFException();
        }
        Wire.Line line = wire.readLine();
        asked = line.text().equalsIgnoreCase(FAREWELL);
        tap.said(Speaker.CLIENT, line.text());
        wire.heard().ifPresent(octets -> tap.sealed(Speaker.CLIENT, octets));
        Reply reply = line.trouble() == null ? dialogue.answer(line.text()) : dialogue.trouble(line.trouble());
        return reply.mistake() && ++mistakes >= desk.limits().mistakes() ? dialogue.trouble(Trouble.MISTAKES) : reply;
    }

    private Reply mail() throws IOException {
        try (HalfMails.Share room = desk.halfMails().of(call)) {
            Wire.Data data = wire.readMail(room);
            tap.passed(Speaker.CLIENT, data.letter(), data.octets());
            wire.heard().ifPresent(octets -> tap.sealed(Speaker.CLIENT, octets));
            return data.trouble() == null ? dialogue.received(data.letter()) : dialogue.trouble(data.trouble());
        }
    }

    private Next say(Reply reply) throws IOException {
        for (String line : reply.lines()) {
            tap.said(Speaker.SERVER, line);
        }
        Letter letter = reply.letter();
        if (letter != null) {
            tap.passed(Speaker.SERVER, letter, letter.octets());
        }
        if (reply.next() == Next.END) {
            call.ending();
        }
        if (reply.next() == Next.TLS) {
            tap.secured();
        }
        wire.write(reply, octets -> tap.sealed(Speaker.SERVER, octets));
        return reply.next();
    }

    private void part(Trouble trouble) {
        if (sealing) {
            return;
        }
        try {
            say(dialogue.trouble(trouble));
        } catch (IOException e) {
            // The caller is gone.
        } catch (RuntimeException | Error e) {
            desk.faults().tell("last word of a " + protocol + " session", e);
        }
    }

    private void end(Runnable hangUp) {
        inTurn(List.of(dialogue::end, hangUp, tap::closed, atEnd, call::end));
    }

    /** Does one thing after the other; a fault in one keeps none of the others from being done. */
    private void inTurn(List<Runnable> steps) {
        for (Runnable step : steps) {
            try {
                step.run();
            } catch (RuntimeException | Error e) {
                desk.faults().tell("end of a " + protocol + " session", e);
            }
        }
    }
}
