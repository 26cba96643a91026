package popbeforesmtp.classroom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What nobody may guess. Of what a browser or a teacher was given only the SHA-256 is kept; the seed, from which the worlds of
 * a class have their keys, is kept as it is, and gone with the class.
 *
 * @param seed 128 bits
 * @param teacher the hash of the teacher's cookie
 * @param key the hash of the eight letters that take the class over on another device
 */
public record Secrets(String seed, String teacher, String key) {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int OCTETS = 16;
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;

    /** 128 bits that nobody guesses: 22 letters, digits, {@code -} and {@code _}. */
    public static String any() {
        byte[] secret = new byte[OCTETS];
        CHANCE.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Eight letters that cannot be mistaken for one another. */
    static String letters() {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            letters.append(LETTERS.charAt(CHANCE.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    /** Six digits. */
    static String digits() {
        return Integer.toString(100_000 + CHANCE.nextInt(900_000));
    }

    /** The SHA-256, in hexadecimal digits. */
    static String hash(String secret) {
        return HexFormat.of().formatHex(sha256(secret));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key of a world of this class, of the form that visitors' keys have. */
    String worldKey(String name) {
        byte[] key = new byte[OCTETS];
        System.arraycopy(sha256(seed + "/" + name), 0, key, 0, OCTETS);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /** Whether that is the teacher's cookie. */
    boolean isTeacher(String cookie) {
        return isSame(teacher, hash(cookie));
    }

    /** Whether those are the eight letters, however they are written. */
    boolean isKey(String letters) {
        return isSame(key, hash(letters));
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
