package popbeforesmtp.sandbox.world;

import java.util.List;

/**
 * A mail in taro's mailbox, as somebody who opens it sees it.
 *
 * @param headers the header lines as they were stored, unfolded, the newest Received line on top
 * @param from who it says it is from, decoded
 * @param subject decoded
 * @param text the body, decoded
 * @param octets its size as LIST would tell it
 */
public record ArrivedMail(List<String> headers, String from, String subject, String text, int octets) {}
