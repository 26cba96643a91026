package popbeforesmtp.mailserver.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What a look into a mailbox shows. */
class ReadMailTest {

    private static final String JAPANESE = "\u53d7\u3051\u3066\u304b\u3089\u9001\u308b";

    private static ReadMail read(String text, Charset charset) {
        return ReadMail.of(Letter.of(text.replace("\n", "\r\n").getBytes(charset)));
    }

    @Test
    void headers_and_text_are_decoded() {
        Charset jis = Charset.forName("ISO-2022-JP");
        String subject = "=?ISO-2022-JP?B?" + Base64.getEncoder().encodeToString(JAPANESE.getBytes(jis)) + "?=";
        ReadMail mail = read(
                "From: hanako@plala.example\nTO: taro@friend.example,\n jiro@friend.example\nSubject: " + subject
                        + "\nContent-Type: text/plain; charset=iso-2022-jp\n\n" + JAPANESE + "\n",
                jis);
        assertThat(mail.subject()).isEqualTo(JAPANESE);
        assertThat(mail.from()).isEqualTo("hanako@plala.example");
        assertThat(mail.to()).isEqualTo("taro@friend.example, jiro@friend.example");
        assertThat(mail.text()).isEqualTo(JAPANESE + "\n");
        assertThat(mail.header()).contains("TO: taro@friend.example, jiro@friend.example");
    }

    @Test
    void utf_8_without_a_word_about_it_is_understood() {
        ReadMail mail = read("Subject: " + JAPANESE + "\n\n" + JAPANESE + "\n", StandardCharsets.UTF_8);
        assertThat(mail.subject()).isEqualTo(JAPANESE);
        assertThat(mail.text()).isEqualTo(JAPANESE + "\n");
    }

    @Test
    void the_first_text_of_several_parts_is_shown() {
        ReadMail mail = read(
                "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b\n"
                        + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                        + Base64.getEncoder().encodeToString(JAPANESE.getBytes(StandardCharsets.UTF_8))
                        + "\n--b--\n",
                StandardCharsets.UTF_8);
        assertThat(mail.text()).isEqualTo(JAPANESE);
    }

    @Test
    void a_text_within_parts_within_parts_is_found_and_what_surrounds_them_is_not() {
        String nested = """
                Content-Type: multipart/mixed; boundary="outer"

                preamble
                --outer
                Content-Type: multipart/alternative; boundary=inner

                --inner
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                caf=E9

                --inner--
                --outer
                Content-Type: text/html

                <p>second</p>
                --outer--
                epilogue
                """;
        assertThat(read(nested, StandardCharsets.US_ASCII).text()).isEqualTo("caf\u00e9\n");
        assertThat(read(nested.replace("text/plain", "image/png"), StandardCharsets.US_ASCII)
                        .text())
                .isEqualTo("<p>second</p>");
        assertThat(read(nested.replace("\"outer\"", "none"), StandardCharsets.US_ASCII)
                        .text())
                .isEmpty();
    }

    @Test
    void whatever_it_is_something_is_seen() {
        assertThat(read("", StandardCharsets.UTF_8).text()).isEmpty();
        assertThat(read("x", StandardCharsets.UTF_8).subject()).isEmpty();
        assertThat(read(
                                "Subject: =?nonsense?Q?x?=\nContent-Type: text/plain; charset=none\n\nx",
                                StandardCharsets.UTF_8)
                        .text())
                .isEqualTo("x\n");
        assertThat(read("X: 1\n".repeat(10_000) + "\n" + "y".repeat(100_000), StandardCharsets.UTF_8)
                        .text())
                .hasSize(20_000);
        String deep = "Content-Type: multipart/mixed; boundary=b\n\n--b\n".repeat(1_000);
        assertThat(read(deep, StandardCharsets.UTF_8).text()).isEmpty();
        assertThat(read("Content-Transfer-Encoding: nonsense\n\nx", StandardCharsets.UTF_8)
                        .octets())
                .isPositive();
    }
}
