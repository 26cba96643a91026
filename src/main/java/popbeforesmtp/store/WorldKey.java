package popbeforesmtp.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * What a world is called in the database: the SHA-256 of its learner's secret. The secrets are random, 128 bits: whoever reads
 * the database learns none of them.
 */
final class WorldKey {

    private static final int OCTETS = 32;

    private WorldKey() {}

    static byte[] of(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that no secret has. */
    static byte[] any() {
        byte[] any = new byte[OCTETS];
        new SecureRandom().nextBytes(any);
        return any;
    }
}
