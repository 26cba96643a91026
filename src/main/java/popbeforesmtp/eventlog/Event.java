package popbeforesmtp.eventlog;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a world, in codes and values. The instants are those of the world's practice clock, and
 * sessions are counted from 1 in the order of their calls, so that two worlds given the same presses log equal events.
 */
public sealed interface Event {

    /** When it happened, on the world's clock. */
    Instant at();

    /** The number of the session that it belongs to, 0 if to none. */
    default int session() {
        return 0;
    }

    /** How many octets of memory the event takes, roughly. */
    default int weight() {
        return 100;
    }

    /**
     * A server took a call.
     *
     * @param session the number of the call within its world
     * @param seat who called
     * @param protocol what is spoken
     * @param called what was asked for
     * @param host the host that answered, {@code plala.example}; not the dialled one's if the network redirected the call
     * @param from the address that the server sees
     */
    record SessionOpened(
            Instant at, int session, SeatId seat, Protocol protocol, Called called, String host, InetAddress from)
            implements Event {

        /** The name that was asked for, {@code smtp.plala.example}. */
        public String dialled() {
            return called.name();
        }

        /** The port that was asked for. */
        public int port() {
            return called.port();
        }
    }

    /** A name and a port that somebody calls. */
    record Called(String name, int port) {}

    /**
     * One line, exactly as it went over the wire, without its CRLF.
     *
     * @param line octets as ISO 8859-1 characters, at most a few hundred of them
     * @param sealed whether it went under TLS, so that nobody on the way could read it
     */
    record Said(Instant at, int session, Speaker speaker, String line, boolean sealed) implements Event {

        /** A line that anybody on the way could read. */
        public Said(Instant at, int session, Speaker speaker, String line) {
            this(at, session, speaker, line, false);
        }

        @Override
        public int weight() {
            return 100 + line.length();
        }
    }

    /**
     * A whole mail went over the wire (after DATA, RETR or TOP); the log keeps its size and its beginning.
     *
     * @param octets the size on the wire, dot-stuffing and final dot left out
     * @param beginning the first octets as ISO 8859-1 characters, bounded
     * @param sealed whether it went under TLS, so that nobody on the way could read it
     */
    record Letter(Instant at, int session, Speaker speaker, long octets, String beginning, boolean sealed)
            implements Event {

        /** A mail that anybody on the way could read. */
        public Letter(Instant at, int session, Speaker speaker, long octets, String beginning) {
            this(at, session, speaker, octets, beginning, false);
        }

        @Override
        public int weight() {
            return 100 + beginning.length();
        }
    }

    /**
     * Server and mail program go over to TLS: nothing readable is said any more. Logged before they agree on keys, as they may fail
     * to.
     */
    record Secured(Instant at, int session) implements Event {}

    /**
     * What went over the wire for what was said right before, under TLS. The octets are others each time, and so only what can be
     * read of them is told; that is the same for the same words and the same version.
     *
     * @param octets how many there were
     * @param beginning the head of the first record in hexadecimal digits, {@code 17 03 03 00 36}: its kind and its length
     */
    record SealedOctets(Instant at, int session, Speaker speaker, long octets, String beginning) implements Event {}

    /**
     * A log-in succeeded and the list was written. Logged before the {@code +OK} leaves.
     *
     * @param until the last instant that is still inside
     */
    record Listed(Instant at, int session, SeatId seat, String host, InetAddress address, Instant until)
            implements Event {}

    /**
     * A line was written into the mail log that tells of a log-in, or seems to. Whoever keeps the list by reading that log has
     * yet to read it.
     *
     * @param address the one that the line tells of
     * @param until the last instant that will be inside, once it is read
     */
    record Logged(Instant at, int session, SeatId seat, String host, InetAddress address, Instant until)
            implements Event {}

    /** What is done to a list or its keeper without a caller. */
    enum Chore {
        /** The watcher looks into the log. */
        LOOK,
        /** The daemon looks through the list for rows whose time is up. */
        SWEEP,
        /** Cron does. */
        CRON,
        /** A keeper that slept begins again. */
        START
    }

    /**
     * Who keeps a list has done something because its time had come.
     *
     * @param host whose list it is
     * @param chore what was done
     * @param listed what it wrote into the list or renewed in it, as it stands there
     * @param removed what it took out
     */
    record Kept(Instant at, String host, Chore chore, List<String> listed, List<String> removed) implements Event {

        /** Keeps the lists as they are now. */
        public Kept {
            listed = List.copyOf(listed);
            removed = List.copyOf(removed);
        }

        /** Whether it changed the list. */
        public boolean didSomething() {
            return !listed.isEmpty() || !removed.isEmpty();
        }
    }

    /**
     * A server asked a program beside it that did not answer, and its caller had to wait as long. The clock of the world
     * does not move by itself for that.
     *
     * @param time how long, in practice time
     */
    record Waited(Instant at, int session, String host, Duration time) implements Event {}

    /**
     * A log-in was refused, or something was asked for that takes one. Logged right before the reply.
     *
     * @param reason {@code WRONG_PASSWORD}, {@code AUTH_REQUIRED} or {@code ENCRYPTION_REQUIRED}
     */
    record LogInRefused(Instant at, int session, String host, Reason reason) implements Event {}

    /** A password was right, and its mailbox open in another session. Logged right before the reply. */
    record InUse(Instant at, int session, String host) implements Event {}

    /** A password was right, and its mailbox cannot be opened by anybody. Logged right before the reply. */
    record MailboxBroken(Instant at, int session, String host) implements Event {}

    /** The program that keeps the list cannot do with the caller's address, and the session ends. Logged right before the reply. */
    record TurnedAway(Instant at, int session, String host) implements Event {}

    /**
     * The gate was asked about one recipient.
     *
     * @param envelope from whom to whom
     * @param verdict what it answered
     */
    record Decided(Instant at, int session, String host, InetAddress from, Envelope envelope, Verdict verdict)
            implements Event {

        /** Why. */
        public Reason reason() {
            return verdict.reason();
        }

        /** The address of MAIL FROM. */
        public String sender() {
            return envelope.sender();
        }

        /** The address of RCPT TO. */
        public String recipient() {
            return envelope.recipient();
        }

        @Override
        public int weight() {
            return 200 + sender().length() + recipient().length();
        }
    }

    /**
     * What a gate answers.
     *
     * @param reason why
     * @param when the end of the row that decided (for {@code LISTED} and {@code EXPIRED}), else null
     * @param walked the questions that led there, in their order; the last one decided
     */
    record Verdict(Reason reason, @Nullable Instant when, List<DeskAnswer> walked) {

        /** Keeps the list as it is now. */
        public Verdict {
            walked = List.copyOf(walked);
        }
    }

    /** The addresses of MAIL FROM and RCPT TO. */
    record Envelope(String sender, String recipient) {}

    /**
     * A mail was put into a mailbox of this world.
     *
     * @param host where the mailbox is
     * @param mailbox its user
     * @param octets the size as LIST tells it
     */
    record Delivered(Instant at, int session, String host, String mailbox, long octets) implements Event {}

    /** The server has ended its side of a session; no line of it follows. */
    record SessionClosed(Instant at, int session) implements Event {}

    /**
     * The network ended a call before any server saw it.
     *
     * @param reason {@code SILENCE}, {@code CONNECTION_REFUSED} or {@code NAME_UNKNOWN}
     */
    record CallFailed(Instant at, SeatId seat, String dialled, int port, Reason reason) implements Event {}
}
