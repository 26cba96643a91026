package popbeforesmtp.sandbox.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.press.PressCodec;

/**
 * The name of a run: 128 bits that follow from the secret of whoever kept it and from what was pressed. So the same run has
 * the same name however often it is kept, and nobody else can guess it.
 *
 * @param text 22 characters, those of Base64 for addresses
 */
public record RunId(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int OCTETS = 16;

    /** @throws IllegalArgumentException if it is no such name */
    public RunId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("no run");
        }
    }

    /** The name that a text is, or nothing. */
    public static Optional<RunId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new RunId(text)) : Optional.empty();
    }

    /** The name of a learner's run. */
    static RunId of(String secret, Journal journal) {
        MessageDigest digest = sha256();
        digest.update(("run\n" + secret + "\n").getBytes(StandardCharsets.UTF_8));
        journal.entries()
                .forEach(entry ->
                        digest.update((PressCodec.text(entry.press()) + "\n").getBytes(StandardCharsets.UTF_8)));
        byte[] name = Arrays.copyOf(digest.digest(), OCTETS);
        return new RunId(Base64.getUrlEncoder().withoutPadding().encodeToString(name));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    /** The key of its world. No learner's secret has this form. */
    String key() {
        return "run:" + text;
    }
}
