package popbeforesmtp.gate;

import java.net.InetAddress;

/**
 * What a mail server says when it refuses a recipient, code first, to the letter. {@code {rcpt}} stands for the recipient,
 * {@code {ip}} for the caller's address. One text for every relay refusal: a real server knows no more.
 *
 * @param refused to somebody who may not relay
 * @param nobody for a recipient of this host that does not exist
 */
public record Voice(String refused, String nobody) {

    /** This site's own words: sendmail's, with a colon. */
    public static final Voice PLAIN =
            new Voice("550 5.7.1 <{rcpt}>: Relaying denied", "550 5.1.1 <{rcpt}>: No such user here");

    static String say(String words, String recipient, InetAddress from) {
        return words.replace("{ip}", from.getHostAddress()).replace("{rcpt}", recipient);
    }
}
