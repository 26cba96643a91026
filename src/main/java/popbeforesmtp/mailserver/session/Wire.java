package popbeforesmtp.mailserver.session;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.session.Dialogue.Trouble;
import popbeforesmtp.tls.PracticeCertificate;
import popbeforesmtp.tls.Sealed;
import popbeforesmtp.tls.ServerSeal;

/**
 * The line that both protocols speak over: bounded lines and mails, octets as ISO 8859-1 characters, one write a reply.
 *
 * <p>Only CRLF ends a line. A bare LF ends the reading too, so that whoever types into a raw connection is told, but
 * such a line is malformed and never obeyed. Only CRLF . CRLF ends a mail, and a dot is stuffed only after CRLF.
 *
 * <p>Inside a mail a bare CR or LF, which nobody may send (RFC 5321, 2.3.8; RFC 5322, 2.3), is taken and kept as CRLF.
 * Kept as it came it would go out again over POP3, where every line ends with CRLF (RFC 1939, 3), and a mail program that
 * takes LF for a line end would find a final dot where the sender wrote one, and an answer of the sender's in what follows.
 * Other servers refuse such a mail (Cyrus) or mend it (Postfix). To mend it is kinder, and it is the only thing that is
 * ever changed in a mail.
 *
 * <p>For the session's thread, except {@link #stopReading}, {@link #cut} and {@link #hasStalled}.
 */
public final class Wire {

    private static final int PIECE = 1 << 12;

    /** How much is read past a bound, in the hope of an end, before the caller is given up. */
    private static final int PATIENCE = 4;

    /** How long a caller may go on talking after the last reply. */
    private static final Duration HEARING_OUT = Duration.ofSeconds(1);

    private final Socket socket;
    private final InputStream in;
    private final Limits.Sizes limits;
    private final byte[] buffer = new byte[PIECE];
    private final Pieces out = new Pieces();
    private int position;
    private int end;
    /** Whether the reading was given up while the caller talked on. */
    private boolean flooded;
    /** Whether the caller has said that nothing more is coming. */
    private boolean hungUp;
    /** TLS, once it was asked for. */
    private @Nullable ServerSeal seal;
    /** The number of the piece that is being written, 0 while none is. */
    private volatile int writing;

    private int pieces;
    private int writingSeen;

    public Wire(Socket socket, Limits.Sizes limits) throws IOException {
        this.socket = socket;
        this.limits = limits;
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    /**
     * A line that was read.
     *
     * @param text without its line end, cut at the bound
     * @param trouble what is wrong with it
     */
    record Line(String text, @Nullable Trouble trouble) {}

    /**
     * A mail that was read.
     *
     * @param letter what fitted
     * @param octets how many there were, each line end counted as two
     * @param trouble what is wrong with it
     */
    record Data(Letter letter, long octets, @Nullable Trouble trouble) {}

    /**
     * Reads a command line.
     *
     * @throws EOFException if the caller has hung up or {@link #stopReading} was called
     * @throws java.net.SocketTimeoutException after the idle time, which the listener has set
     */
    Line readLine() throws IOException {
        int most = limits.lineOctets() - 2;
        byte[] line = new byte[64];
        int length = 0;
        boolean malformed = false;
        boolean afterCr = false;
        long seen = 0;
        while (seen++ < (long) limits.messageOctets() * PATIENCE) {
            int octet = read();
            if (octet == '\n') {
                long octets = seen - (afterCr ? 2 : 1);
                boolean bad = malformed || !afterCr;
                return new Line(
                        text(line, length, most),
                        octets > most ? Trouble.LONG_LINE : bad ? Trouble.MALFORMED_LINE : null);
            }
            malformed |= afterCr || (octet < ' ' && octet != '\r' && octet != '\t') || octet == 0x7F;
            afterCr = octet == '\r';
            if (!afterCr && length <= most) {
                if (length == line.length) {
                    line = Arrays.copyOf(line, length * 2);
                }
                line[length++] = (byte) octet;
            }
        }
        flooded = true;
        return new Line(text(line, length, most), Trouble.FLOOD);
    }

    private static String text(byte[] line, int length, int most) {
        return new String(line, 0, Math.min(length, most), StandardCharsets.ISO_8859_1);
    }

    /**
     * Reads a mail up to its final dot. Throws as {@link #readLine} does.
     *
     * @param room what it may hold of all that is held of mails
     */
    Data readMail(HalfMails.Share room) throws IOException {
        int most = limits.messageOctets();
        IncomingMail mail = new IncomingMail(most, room);
        while (!mail.hasEnded() && mail.length() < (long) most * PATIENCE) {
            fill();
            position = mail.take(buffer, position, end);
        }
        flooded = !mail.hasEnded();
        return new Data(mail.letter(), mail.length(), troubleOf(mail));
    }

    private static @Nullable Trouble troubleOf(IncomingMail mail) {
        if (!mail.hasEnded()) {
            return Trouble.FLOOD_OF_A_MAIL;
        }
        if (mail.isTooLong()) {
            return Trouble.LONG_MAIL;
        }
        return mail.hasNoRoom() ? Trouble.NO_ROOM : null;
    }

    private int read() throws IOException {
        fill();
        return buffer[position++] & 0xFF;
    }

    /** Waits until there is something to read. */
    private void fill() throws IOException {
        if (position < end) {
            return;
        }
        position = 0;
        end = Math.max(0, seal == null ? in.read(buffer) : seal.read(buffer, 0, buffer.length));
        if (end == 0) {
            hungUp = true;
            throw new EOFException();
        }
    }

    /**
     * Talks TLS from here on. What the caller has said already is dropped and never obeyed: it came readable, and somebody on
     * the way may have slipped it in (CVE-2011-0411).
     *
     * @throws IOException if it cannot be agreed on; nothing may be said any more then
     */
    void seal() throws IOException {
        position = 0;
        end = 0;
        ServerSeal made = new ServerSeal(PracticeCertificate.server(), in, socket.getOutputStream());
        seal = made;
        made.handshake();
    }

    /** What went over the line for what was read last; nothing if it was readable itself. */
    Optional<Sealed> heard() {
        return Optional.ofNullable(seal).map(ServerSeal::heard);
    }

    /**
     * Writes a reply, in one piece unless it is a long one.
     *
     * @param told is told what goes over the line instead, if it goes sealed, before all of it has left
     */
    void write(Reply reply, Consumer<Sealed> told) throws IOException {
        reply.writeTo(out);
        out.flush();
        if (seal != null) {
            told.accept(seal.said());
            writing = ++pieces;
            seal.flush();
            writing = 0;
        }
    }

    /** What is written, gathered into pieces, so that neither a short reply takes two packets nor a long one much memory. */
    private final class Pieces extends OutputStream {

        private final byte[] piece = new byte[PIECE];
        private int length;

        @Override
        public void write(int octet) throws IOException {
            if (length == PIECE) {
                flush();
            }
            piece[length++] = (byte) octet;
        }

        @Override
        public void write(byte[] octets, int from, int count) throws IOException {
            int written = 0;
            while (written < count) {
                if (length == PIECE) {
                    flush();
                }
                int fits = Math.min(PIECE - length, count - written);
                System.arraycopy(octets, from + written, piece, length, fits);
                length += fits;
                written += fits;
            }
        }

        @Override
        public void flush() throws IOException {
            writing = ++pieces;
            if (seal == null) {
                socket.getOutputStream().write(piece, 0, length);
            } else {
                seal.write(piece, 0, length);
            }
            writing = 0;
            length = 0;
        }
    }

    /** Whether the same piece was being written at the last call: the caller does not read. For one watching thread. */
    boolean hasStalled() {
        int now = writing;
        boolean stalled = now != 0 && now == writingSeen;
        writingSeen = now;
        return stalled;
    }

    /** Makes the reading end, now and for good; what is written still arrives. */
    void stopReading() throws IOException {
        socket.shutdownInput();
    }

    /**
     * Ends the connection so that the last reply arrives: a socket that is closed while octets are unread, or still coming,
     * resets the line, and some callers lose with it what they have not read yet. So whoever may still be talking is heard out, up
     * to his end of the line or for {@link #HEARING_OUT} in all, however his octets come.
     *
     * @param asked whether the caller has asked for the end: then nothing is expected of him but what is there already
     */
    void hangUp(boolean asked) {
        try (socket) {
            if (seal != null) {
                writing = ++pieces;
                seal.bye();
                writing = 0;
            }
            socket.shutdownOutput();
            if (!hungUp && (!asked || flooded || position < end || in.available() > 0)) {
                CompletableFuture.delayedExecutor(HEARING_OUT.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(this::cut);
                in.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            // The caller was quicker, or too slow.
        }
    }

    /**
     * Ends the connection without waiting for anything, for the thread that accepts: only octets that are there already
     * are taken away, once, so that the last reply arrives.
     */
    void hangUpAtOnce() {
        try (socket) {
            socket.shutdownOutput();
            int there = Math.min(in.available(), buffer.length);
            if (there > 0) {
                int unused = in.read(buffer, 0, there);
            }
        } catch (IOException e) {
            // The caller was quicker.
        }
    }

    /** Ends the connection at once, for whoever waits for it. */
    void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed.
        }
    }
}
