package popbeforesmtp.sandbox.hosts;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import popbeforesmtp.mailclient.Account;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.SetUp;

/** The practice accounts, and the mails that wait in hanako's mailbox. */
public final class SampleMail {

    /** hanako's password, told on the page wherever it is needed. */
    public static final String PASSWORD = "sakura";

    private static final String WRONG_PASSWORD = "tsubaki";
    private static final Charset JIS = Charset.forName("ISO-2022-JP");
    private static final int FULL_MAIL_OCTETS = 84_000;

    private static final List<Letter> SHORT = List.of(
            letter(1, "taro@friend.example", "元気ですか。こんど、公民館で会いましょう。"),
            letter(2, "jiro@other.example", "パソコン教室の資料を送ります。"),
            letter(3, "postmaster@town.example", "公民館からのお知らせです。"));

    private static final List<Letter> FULL = Collections.nCopies(30, fullMail());

    private SampleMail() {}

    /** The mails that wait. The full mailbox is one mail, shared by all worlds. */
    static List<Letter> waiting(SetUp.Mailbox mailbox) {
        return switch (mailbox) {
            case EMPTY -> List.of();
            case THREE, BROKEN -> SHORT;
            case FULL -> FULL;
        };
    }

    /**
     * What a mail program has in its settings.
     *
     * @param user the name of whoever it belongs to
     */
    public static Account account(String user, Options options) {
        return new Account(
                user,
                options.rightPassword() ? PASSWORD : WRONG_PASSWORD,
                "pop." + options.incoming(),
                "smtp." + options.outgoing());
    }

    private static Letter letter(int number, String from, String text) {
        return Letter.of(head(number, from) + new String(text.getBytes(JIS), StandardCharsets.ISO_8859_1) + "\r\n");
    }

    private static String head(int number, String from) {
        return String.join(
                "\r\n",
                "From: <" + from + ">",
                "To: <hanako>",
                "Subject: Letter " + number,
                "Date: Mon, 2 Apr 2007 09:0" + number + ":00 +0900",
                "Message-ID: <" + number + ".waiting@" + from.substring(from.indexOf('@') + 1) + ">",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=ISO-2022-JP",
                "Content-Transfer-Encoding: 7bit",
                "",
                "");
    }

    /** Filled up with photo-like lines to exactly its size. */
    private static Letter fullMail() {
        StringBuilder mail = new StringBuilder(head(1, "taro@friend.example"));
        String line = "R0lGODlhIANYAvcAAAAAAAAAMwAAZgAAmQAAzAAA/wArAAArMwArZgArmQArzAAr/wBVAABVMwBV";
        while (mail.length() + line.length() + 2 <= FULL_MAIL_OCTETS - 3) {
            mail.append(line).append("\r\n");
        }
        int missing = FULL_MAIL_OCTETS - mail.length() - 2;
        return Letter.of(mail.append("A".repeat(missing)).append("\r\n").toString());
    }
}
