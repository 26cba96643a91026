package popbeforesmtp.mailserver.session;

import java.io.IOException;
import java.io.OutputStream;
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

    private static final byte[] CRLF = {'\r', '\n'};

    /** What a session does after a reply. */
    public enum Next {
        /** Reads a command. */
        COMMAND,
        /** Reads a mail up to the final dot. */
        DATA,
        /** Talks TLS from here on, then reads a command. */
        TLS,
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

    /** Writes the octets of the wire. */
    void writeTo(OutputStream out) throws IOException {
        for (String line : lines) {
            out.write(line.getBytes(StandardCharsets.ISO_8859_1));
            out.write(CRLF);
        }
        if (letter != null) {
            letter.writeStuffed(out);
        }
    }
}
