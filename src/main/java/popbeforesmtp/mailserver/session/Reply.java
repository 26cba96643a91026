package popbeforesmtp.mailserver.session;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.mailserver.mailbox.Letter;

/**
 * What a server says in one piece.
 *
 * @param lines without their CRLF, at least one
 * @param letter a mail that follows the lines, with a final dot of its own
 * @param next what the session does then
 * @param mistake whether it counts as a command in error
 */
public record Reply(List<String> lines, @Nullable Letter letter, Next next, boolean mistake) {

    /** What a session does after a reply. */
    public enum Next {
        /** Reads a command. */
        COMMAND,
        /** Reads a mail up to the final dot. */
        DATA,
        /** Hangs up. */
        END
    }

    public static Reply of(List<String> lines) {
        return new Reply(lines, null, Next.COMMAND, false);
    }

    public Reply with(Letter mail) {
        return new Reply(lines, mail, next, mistake);
    }

    public Reply then(Next other) {
        return new Reply(lines, letter, other, mistake);
    }

    public Reply asMistake() {
        return new Reply(lines, letter, next, true);
    }

    /** The octets on the wire. */
    byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(letter == null ? 128 : letter.octets() + 256);
        for (String line : lines) {
            byte[] octets = line.getBytes(StandardCharsets.ISO_8859_1);
            out.write(octets, 0, octets.length);
            out.write('\r');
            out.write('\n');
        }
        if (letter != null) {
            letter.writeStuffed(out);
        }
        return out.toByteArray();
    }
}
