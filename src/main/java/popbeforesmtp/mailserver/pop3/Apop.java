package popbeforesmtp.mailserver.pop3;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** How to show that one knows a password without saying it (RFC 1939, 7): by a digest of it and of a stamp that is never given twice. */
final class Apop {

    private Apop() {}

    /**
     * The stamp of a greeting, {@code <3.1175490000000@pop.plala.example>}.
     *
     * @param session the number of the call within its world; so a world that is played again gives the same stamps
     */
    static String stamp(int session, Instant now, String domain) {
        return "<" + session + "." + now.toEpochMilli() + "@pop." + domain + ">";
    }

    /** What somebody says who knows the secret: the MD5 of both in 32 hexadecimal digits. */
    static String digest(String stamp, String secret) {
        try {
            byte[] both = (stamp + secret).getBytes(StandardCharsets.ISO_8859_1);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(both));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
