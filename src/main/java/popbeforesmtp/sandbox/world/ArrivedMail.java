package popbeforesmtp.sandbox.world;

import java.util.List;
import java.util.Optional;
import popbeforesmtp.mailclient.Postcard;
import popbeforesmtp.mailserver.mailbox.ReadMail;

/**
 * A mail in taro's mailbox, or one that a seat of a class has fetched, as somebody who opens it sees it.
 *
 * @param headers the header lines as they were stored, unfolded, the newest Received line on top
 * @param from who it says it is from, decoded
 * @param subject decoded
 * @param text the body, decoded
 * @param octets its size as LIST would tell it
 */
public record ArrivedMail(List<String> headers, String from, String subject, String text, int octets) {

    static ArrivedMail of(ReadMail mail) {
        return new ArrivedMail(mail.header(), mail.from(), mail.subject(), mail.text(), mail.octets());
    }

    /** The postcard that it is, if it is one. */
    public Optional<Postcard> card() {
        return Postcard.of(headers);
    }
}
