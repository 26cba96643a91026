package popbeforesmtp.mailserver.session;

import java.util.Set;

/**
 * Knows a web browser that was sent to a mail port. A page of another site can make one post a form here whose lines would be
 * obeyed as commands, from its reader's own address. Its first line always begins with a method (RFC 9110, 9), in capitals, so
 * the session ends there.
 */
public final class StrayBrowser {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "PRI");

    /** Fields that every request of a browser has, were its first line to be overlooked. */
    private static final Set<String> FIELDS =
            Set.of("host:", "origin:", "referer:", "user-agent:", "content-type:", "content-length:");

    private StrayBrowser() {}

    /** Whether no mail program begins a command with that word, but a browser a line. */
    public static boolean says(String word) {
        return METHODS.contains(word) || FIELDS.stream().anyMatch(word::equalsIgnoreCase);
    }
}
