package popbeforesmtp.mailclient;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The practice letter, written as a Japanese mail program of the time wrote it: ISO-2022-JP throughout.
 *
 * @param computer the name that the sender's computer gives itself at EHLO and in the Message-ID
 * @param sender the address of MAIL FROM and From
 * @param recipients the addresses of RCPT TO and To, at least one
 * @param number the position of the letter in the world's journal; it makes the Message-ID
 * @param at the practice time
 * @param card the postcard that it is, if it is one
 */
public record Draft(
        String computer, String sender, List<String> recipients, int number, Instant at, Optional<Postcard> card) {

    private static final Charset JIS = Charset.forName("ISO-2022-JP");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.US).withZone(ZoneOffset.ofHours(9));
    private static final String SUBJECT = "こんにちは";
    private static final List<String> BODY = List.of("こんにちは。練習の手紙です。", "届いたら、教えてください。", "(A practice letter.)");

    /** A letter that is no postcard. */
    public Draft(String computer, String sender, List<String> recipients, int number, Instant at) {
        this(computer, sender, recipients, number, at, Optional.empty());
    }

    /** The mail with CRLF line ends, its octets as ISO 8859-1 characters. */
    String text() {
        return String.join(
                        "\r\n",
                        "From: <" + sender + ">",
                        "To: "
                                + String.join(
                                        ", ",
                                        recipients.stream()
                                                .map(to -> "<" + to + ">")
                                                .toList()),
                        "Subject: =?ISO-2022-JP?B?"
                                + Base64.getEncoder().encodeToString(subject().getBytes(JIS)) + "?=",
                        "Date: " + DATE.format(at),
                        "Message-ID: <" + number + ".letter@" + computer + ".invalid>",
                        card.map(picture -> Postcard.HEADER + picture.id() + "\r\n")
                                        .orElse("") + "MIME-Version: 1.0",
                        "Content-Type: text/plain; charset=ISO-2022-JP",
                        "Content-Transfer-Encoding: 7bit",
                        "",
                        octets(String.join("\r\n", card.map(Postcard::body).orElse(BODY))))
                + "\r\n";
    }

    private String subject() {
        return card.map(Postcard::subject).orElse(SUBJECT);
    }

    private static String octets(String text) {
        return new String(text.getBytes(JIS), StandardCharsets.ISO_8859_1);
    }
}
