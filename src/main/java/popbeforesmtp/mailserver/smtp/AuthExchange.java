package popbeforesmtp.mailserver.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * One AUTH command, from its mechanism to a name and a password (RFC 4954; PLAIN is RFC 4616, LOGIN was never more than a
 * draft).
 *
 * <pre>
 *   PLAIN   --NUL name NUL password--> (told)
 *   LOGIN   --name--> PASSWORD --password--> (told)
 * </pre>
 */
final class AuthExchange {

    /** What is asked next. */
    private enum Stage {
        /** Everything at once; the challenge is empty. */
        PLAIN(""),
        /** The name; the challenge is {@code Username:}. */
        LOGIN("VXNlcm5hbWU6"),
        /** The password; the challenge is {@code Password:}. */
        PASSWORD("UGFzc3dvcmQ6");

        private final String challenge;

        Stage(String challenge) {
            this.challenge = challenge;
        }
    }

    /** A name and a password, not yet looked at. */
    record Credentials(String user, String password) {}

    /** A response that is no base64, or not what the mechanism wants. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
    }

    private Stage stage;
    private String user = "";

    private AuthExchange(Stage stage) {
        this.stage = stage;
    }

    /** The exchange of a mechanism; nothing if it is not offered here. */
    static Optional<AuthExchange> of(String mechanism) {
        return switch (mechanism.toUpperCase(Locale.ROOT)) {
            case "PLAIN" -> Optional.of(new AuthExchange(Stage.PLAIN));
            case "LOGIN" -> Optional.of(new AuthExchange(Stage.LOGIN));
            default -> Optional.empty();
        };
    }

    /** What is to be asked now, in base64. */
    String challenge() {
        return stage.challenge;
    }

    /**
     * Hears a response.
     *
     * @return what was told; nothing if more is to be asked
     */
    Optional<Credentials> hear(String base64) throws Malformed {
        String response = decoded(base64);
        return switch (stage) {
            case PLAIN -> Optional.of(plain(response));
            case LOGIN -> {
                user = response;
                stage = Stage.PASSWORD;
                yield Optional.empty();
            }
            case PASSWORD -> Optional.of(new Credentials(user, response));
        };
    }

    /** Nobody may act for somebody else here, so that the first part is empty or the name once more. */
    private static Credentials plain(String response) throws Malformed {
        String[] parts = response.split("\0", -1);
        if (parts.length != 3 || parts[1].isEmpty()) {
            throw new Malformed();
        }
        boolean forHimself = parts[0].isEmpty() || parts[0].equals(parts[1]);
        return new Credentials(forHimself ? parts[1] : "", parts[2]);
    }

    private static String decoded(String base64) throws Malformed {
        try {
            if (base64.length() % 4 != 0) {
                throw new Malformed();
            }
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Malformed();
        }
    }
}
