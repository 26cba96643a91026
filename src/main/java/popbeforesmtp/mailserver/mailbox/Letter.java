package popbeforesmtp.mailserver.mailbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The octets of a whole mail as they go over the wire, dot-stuffing left out. Immutable: mailboxes of all worlds may
 * hold the same letter, and what a server puts on top of it lies beside the octets, never in a copy of them.
 */
public final class Letter {

    private static final byte[] NO_STAMP = {};
    private static final Pattern LINE_END = Pattern.compile("\r\n?|\n");

    private final byte[] stamp;
    private final byte[] octets;
    private final int length;

    private Letter(byte[] stamp, byte[] octets, int length) {
        this.stamp = stamp;
        this.octets = octets;
        this.length = length;
    }

    /**
     * A letter from its octets, which are not copied and must not change any more.
     *
     * @param crlfOctets lines that end with CRLF, without any other CR or LF (RFC 5322, 2.3); an end that lacks it gets one
     *     (in a copy)
     */
    public static Letter of(byte[] crlfOctets) {
        int length = crlfOctets.length;
        if (length == 0 || endsWithCrlf(crlfOctets, length)) {
            return new Letter(NO_STAMP, crlfOctets, length);
        }
        byte[] ended = Arrays.copyOf(crlfOctets, length + 2);
        ended[length] = '\r';
        ended[length + 1] = '\n';
        return new Letter(NO_STAMP, ended, ended.length);
    }

    /**
     * A letter from text.
     *
     * @param text written as UTF-8, every line end, whether CRLF, LF or CR, as CRLF
     */
    public static Letter of(String text) {
        return of(LINE_END.matcher(text).replaceAll("\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A letter from the lines that a receiver was given, octets as ISO 8859-1 characters. */
    public static Letter of(List<String> lines) {
        return of((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The size as STAT and LIST tell it: what RETR sends before dot-stuffing, without the final dot. */
    public int octets() {
        return stamp.length + length;
    }

    /** The same letter with header lines on top; they must be ASCII and end with CRLF. */
    public Letter stamped(String headerLines) {
        return new Letter(headerLines.getBytes(StandardCharsets.US_ASCII), octets, length);
    }

    /** The header, the empty line and so many lines of the body (RFC 1939, TOP). */
    public Letter top(int bodyLines) {
        int end = 0;
        boolean inHeader = true;
        int left = bodyLines;
        while (end < length && (inHeader || left > 0)) {
            int next = lineEnd(end);
            if (!inHeader) {
                left--;
            } else if (octets[end] == '\r' && next == end + 2) {
                inHeader = false;
            }
            end = next;
        }
        return new Letter(stamp, octets, end);
    }

    /** The first octets, as ISO 8859-1 characters. */
    public String beginning(int most) {
        if (stamp.length >= most) {
            return new String(stamp, 0, most, StandardCharsets.ISO_8859_1);
        }
        return new String(stamp, StandardCharsets.ISO_8859_1)
                + new String(octets, 0, Math.min(length, most - stamp.length), StandardCharsets.ISO_8859_1);
    }

    byte[] toBytes() {
        byte[] all = Arrays.copyOf(stamp, octets());
        System.arraycopy(octets, 0, all, stamp.length, length);
        return all;
    }

    /** Writes the letter and the final dot, a second dot before each line that begins with one (RFC 1939, 3). */
    public void writeStuffed(OutputStream out) throws IOException {
        out.write(stamp, 0, stamp.length);
        int from = 0;
        for (int i = 0; i < length; i++) {
            if (octets[i] == '.' && (i == 0 || endsWithCrlf(octets, i))) {
                out.write(octets, from, i - from);
                out.write('.');
                from = i;
            }
        }
        out.write(octets, from, length - from);
        if (length > 0 && !endsWithCrlf(octets, length)) {
            out.write('\r');
            out.write('\n');
        }
        out.write('.');
        out.write('\r');
        out.write('\n');
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < length && octets[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, length);
    }

    private static boolean endsWithCrlf(byte[] octets, int length) {
        return length >= 2 && octets[length - 2] == '\r' && octets[length - 1] == '\n';
    }
}
