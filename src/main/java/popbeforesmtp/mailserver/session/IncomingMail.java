package popbeforesmtp.mailserver.session;

import java.util.Arrays;
import popbeforesmtp.mailserver.mailbox.Letter;

/**
 * A mail on its way in, octet by octet up to its final dot. The dot-stuffing is taken away (RFC 5321, 4.5.2) and every line end
 * becomes CRLF. What is past the bound, or finds no room, is counted and not kept. For the session's thread only.
 */
final class IncomingMail {

    /** Where the reader stands within a line. */
    private enum Within {
        LINE_START,
        LINE,
        CR,
        DOT,
        DOT_CR,
        END
    }

    /** So much is read of any mail before room is asked for: a short mail always finds some. */
    static final int SHORT = 4096;

    private static final int FIRST = SHORT / 2;

    private final int most;
    private final HalfMails.Share room;
    private byte[] kept = new byte[FIRST];
    private long length;
    private boolean noRoom;
    private Within within = Within.LINE_START;

    /**
     * Nothing yet.
     *
     * @param most how many octets are kept at the most
     * @param room what it may hold of all that is held
     */
    IncomingMail(int most, HalfMails.Share room) {
        this.most = most;
        this.room = room;
    }

    /** How many octets there were, each line end counted as two. */
    long length() {
        return length;
    }

    boolean hasEnded() {
        return within == Within.END;
    }

    boolean isTooLong() {
        return length > most;
    }

    /** Whether nothing of it was kept because too much is held of other mails. */
    boolean hasNoRoom() {
        return noRoom;
    }

    /** What was kept. */
    Letter letter() {
        return Letter.of(noRoom ? new byte[0] : Arrays.copyOf(kept, (int) Math.min(length, most)));
    }

    /**
     * Takes octets.
     *
     * @return where it stopped: after the final dot's line end, else at the end of what was given
     */
    int take(byte[] octets, int from, int to) {
        int at = from;
        while (at < to && within != Within.END) {
            if (within == Within.LINE) {
                int run = runEnd(octets, at, to);
                put(octets, at, run - at);
                at = run;
            }
            if (at < to) {
                take(octets[at++]);
            }
        }
        return at;
    }

    private static int runEnd(byte[] octets, int from, int to) {
        int at = from;
        while (at < to && octets[at] != '\r' && octets[at] != '\n') {
            at++;
        }
        return at;
    }

    private void take(byte octet) {
        if (octet == '\n' && within == Within.DOT_CR) {
            within = Within.END;
            return;
        }
        if (octet == '.' && within == Within.LINE_START) {
            within = Within.DOT;
            return;
        }
        if (octet == '\n' || within == Within.CR || within == Within.DOT_CR) {
            put((byte) '\r');
            put((byte) '\n');
        }
        if (octet == '\n') {
            within = within == Within.CR ? Within.LINE_START : Within.LINE;
        } else if (octet == '\r') {
            within = within == Within.DOT ? Within.DOT_CR : Within.CR;
        } else {
            put(octet);
            within = Within.LINE;
        }
    }

    private void put(byte octet) {
        if (length < most && hasRoom(length + 1)) {
            kept[(int) length] = octet;
        }
        length++;
    }

    private void put(byte[] octets, int from, int count) {
        int fits = (int) Math.max(0, Math.min(count, most - length));
        if (fits > 0 && hasRoom(length + fits)) {
            System.arraycopy(octets, from, kept, (int) length, fits);
        }
        length += count;
    }

    /** Makes room for so many octets in all, if there is any. */
    private boolean hasRoom(long needed) {
        while (!noRoom && kept.length < needed) {
            int roomy = Math.max(SHORT, Math.min(kept.length * 2, most));
            if (kept.length >= SHORT && !room.take(roomy - kept.length)) {
                giveUp();
            } else {
                kept = Arrays.copyOf(kept, roomy);
            }
        }
        return !noRoom;
    }

    private void giveUp() {
        noRoom = true;
        kept = new byte[0];
        room.close();
    }
}
