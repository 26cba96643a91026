package popbeforesmtp.mailserver.session;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.session.Dialogue.Trouble;

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

    private static final int PIECE = 1 << 16;

    /** How much is read past a bound, in the hope of an end, before the caller is given up. */
    private static final int PATIENCE = 4;

    /** How long a caller may go on talking after the last reply. */
    private static final Duration HEARING_OUT = Duration.ofSeconds(1);

    private final Socket socket;
    private final InputStream in;
    private final Limits.Sizes limits;
    private final byte[] buffer = new byte[4096];
    private int position;
    private int end;
    /** Whether the reading was given up while the caller talked on. */
    private boolean flooded;
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
        long seen = 0;
        boolean malformed = false;
        boolean afterCr = false;
        while (seen++ < (long) limits.messageOctets() * PATIENCE) {
            int octet = read();
            if (octet == '\n') {
                String text = new String(line, 0, Math.min(length, most), StandardCharsets.ISO_8859_1);
                boolean bad = malformed || !afterCr;
                return new Line(text, length > most ? Trouble.LONG_LINE : bad ? Trouble.MALFORMED_LINE : null);
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
        return new Line(new String(line, 0, most, StandardCharsets.ISO_8859_1), Trouble.FLOOD);
    }

    /** Where the reader of a mail stands within a line. */
    private enum Within {
        LINE_START,
        LINE,
        CR,
        DOT,
        DOT_CR
    }

    /**
     * Reads a mail up to its final dot, takes the dot-stuffing away (RFC 5321, 4.5.2) and makes every line end CRLF. Throws
     * as {@link #readLine} does.
     */
    Data readMail() throws IOException {
        int most = limits.messageOctets();
        byte[] mail = new byte[2048];
        long length = 0;
        Within within = Within.LINE_START;
        while (length < (long) most * PATIENCE) {
            int octet = read();
            if (octet == '\n' && within == Within.DOT_CR) {
                Letter letter = Letter.of(Arrays.copyOf(mail, (int) Math.min(length, most)));
                return new Data(letter, length, length > most ? Trouble.LONG_MAIL : null);
            }
            if (octet == '.' && within == Within.LINE_START) {
                within = Within.DOT;
                continue;
            }
            if (octet == '\n' || within == Within.CR || within == Within.DOT_CR) {
                mail = put(mail, length++, '\r');
                mail = put(mail, length++, '\n');
            }
            if (octet == '\n') {
                within = within == Within.CR ? Within.LINE_START : Within.LINE;
            } else if (octet == '\r') {
                within = within == Within.DOT ? Within.DOT_CR : Within.CR;
            } else {
                mail = put(mail, length++, octet);
                within = Within.LINE;
            }
        }
        flooded = true;
        return new Data(Letter.of(Arrays.copyOf(mail, most)), length, Trouble.FLOOD_OF_A_MAIL);
    }

    private byte[] put(byte[] mail, long at, int octet) {
        if (at >= limits.messageOctets()) {
            return mail;
        }
        byte[] roomy = at < mail.length ? mail : Arrays.copyOf(mail, Math.min(mail.length * 2, limits.messageOctets()));
        roomy[(int) at] = (byte) octet;
        return roomy;
    }

    private int read() throws IOException {
        if (position == end) {
            position = 0;
            end = Math.max(0, in.read(buffer));
            if (end == 0) {
                throw new EOFException();
            }
        }
        return buffer[position++] & 0xFF;
    }

    /** Writes, in one piece unless it is a long one. */
    void write(byte[] octets) throws IOException {
        OutputStream out = socket.getOutputStream();
        for (int from = 0; from < octets.length; from += PIECE) {
            writing = ++pieces;
            out.write(octets, from, Math.min(PIECE, octets.length - from));
        }
        writing = 0;
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
     * Ends the connection so that the last reply arrives: a socket that is closed with octets unread resets the line, and
     * some callers lose with it what they have not read yet. So whoever is still talking is heard out, up to his end of
     * the line or for {@link #HEARING_OUT} in all, however his octets come.
     */
    void hangUp() {
        try (socket) {
            socket.shutdownOutput();
            if (flooded || in.available() > 0) {
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
