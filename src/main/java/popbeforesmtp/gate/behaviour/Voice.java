package popbeforesmtp.gate.behaviour;

import java.net.InetAddress;
import java.util.Optional;

/**
 * What the mail servers say, to the letter. {@code {rcpt}} stands for the recipient, {@code {ip}} for the caller's address.
 * One text for every relay refusal: a real server knows no more.
 *
 * @param refused to somebody who may not relay, at RCPT
 * @param nobody for a recipient of this host that does not exist, at RCPT; nothing if he is taken, and his mail comes back
 *     later
 * @param inUse to a right password for a mailbox that is open in another session; nothing if mailboxes are not locked
 * @param broken to a right password for a mailbox that cannot be opened
 */
public record Voice(String refused, Optional<String> nobody, Optional<String> inUse, String broken) {

    /** Said by this site in place of a program whose words for a broken mailbox nobody has written down (RFC 3206, 4). */
    public static final String BROKEN = "-ERR [SYS/PERM] Mailbox cannot be opened";

    /** This site's own words: sendmail's, with a colon. */
    public static final Voice PLAIN = new Voice(
            "550 5.7.1 <{rcpt}>: Relaying denied",
            Optional.of("550 5.1.1 <{rcpt}>: No such user here"),
            Optional.of("-ERR [IN-USE] Mailbox is open in another session"),
            BROKEN);

    /** What qmail-ldap's sending desk says to a caller with an IPv6 address instead of its greeting. */
    public static final String NO_GREETING = "554 unable to read $TCPREMOTEIP (#5.3.5)";

    /** Says the refusal. */
    public String refuse(String recipient, InetAddress from) {
        return say(refused, recipient, from);
    }

    /** Says that there is no such recipient; nothing if he is taken. */
    public Optional<String> sayNobody(String recipient, InetAddress from) {
        return nobody.map(words -> say(words, recipient, from));
    }

    private static String say(String words, String recipient, InetAddress from) {
        return words.replace("{ip}", from.getHostAddress()).replace("{rcpt}", recipient);
    }
}
