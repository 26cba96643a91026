package popbeforesmtp.mailserver.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.mailserver.Line;
import popbeforesmtp.mailserver.TestServers;
import popbeforesmtp.mailserver.TestWorld;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.mailbox.Limits;

/** Octets arrive as they were sent, and every line of them ends with CRLF. */
class WireTest {

    private static final String STAMP = """
            Return-Path: <a@b.example>
            Received: from pc ([198.51.100.7])
            \tby smtp.plala.example with SMTP id 1-1
            \tfor <hanako@plala.example>; Mon, 02 Apr 2007 14:00:00 +0900
            """.replace("\n", "\r\n");

    private final TestServers servers = new TestServers();
    private final TestWorld world = servers.world("one");

    @AfterEach
    void close() {
        servers.close();
    }

    private Line atData() {
        return world.dial(25).play("""
                        S: 220 ...
                        C: HELO pc
                        S: 250 ...
                        C: MAIL FROM:<a@b.example>
                        S: 250 ...
                        C: RCPT TO:<hanako@plala.example>
                        S: 250 ...
                        C: DATA
                        S: 354 ...
                        """);
    }

    private Line loggedIn() {
        return world.dial(110).play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\nS: +OK...");
    }

    /** Whole mails as ISO 8859-1 characters, each ending with CRLF or empty. */
    static String[] mails() {
        String japanese = "\u53d7\u3051\u3066\u304b\u3089\u9001\u308b";
        Random random = new Random(110);
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            noise.append(".\r\n \u00ff\u0000a".charAt(random.nextInt(7)));
        }
        return new String[] {
            "",
            "\r\n",
            ".\r\n",
            "..\r\n.\r\n...\r\n",
            "Subject: dots\r\n\r\n.\r\n..\r\n.a\r\na.\r\n",
            "Subject: folded\r\n\tby a tab\r\n  and by spaces \r\nX: 1\r\nx: 2\r\n\r\n\r\n\r\ntext\r\n\r\n",
            "Subject: " + asSent(japanese, StandardCharsets.UTF_8) + "\r\n\r\n"
                    + asSent(japanese, StandardCharsets.UTF_8) + "\r\n",
            "Subject: jis\r\n\r\n" + asSent(japanese, Charset.forName("ISO-2022-JP")) + "\r\n",
            "Subject: sjis\r\n\r\n" + asSent(japanese, Charset.forName("Shift_JIS")) + "\r\n",
            "Subject: long\r\n\r\n" + "x".repeat(100_000) + "\r\n",
            "no header at all\r\n: nor here\r\n",
            "Subject: bare\r\n\r\nLF\n.\nCR\r.\r\rCRLF\r\n\n.\r\n\r.\r\r\n",
            "Subject: NUL \u0000\r\n\r\n\u0000\u0001\u007f\u0080\u00ff\r\n",
            noise + "\r\n",
        };
    }

    private static String asSent(String text, Charset charset) {
        return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void a_mail_arrives_as_it_was_sent_with_two_lines_on_top(String mail) {
        try (Line line = atData()) {
            line.send(stuffed(mail) + ".\r\n").play("S: 250 2.0.0 ...");
        }
        String expected = STAMP + mail.replaceAll("\r\n|\r|\n", "\r\n");
        try (Line line = loggedIn()) {
            line.play("C: LIST 1\nS: +OK 1 " + expected.length() + "\nC: STAT\nS: +OK 1 " + expected.length());
            line.play("C: RETR 1\nS: +OK " + expected.length() + " octets");
            for (char octet : (stuffed(expected) + ".\r\n").toCharArray()) {
                assertThat(line.readOctet()).isEqualTo(octet);
            }
            line.play("C: NOOP\nS: +OK Nothing done");
        }
    }

    private static String stuffed(String mail) {
        return (mail.startsWith(".") ? "." : "") + mail.replace("\r\n.", "\r\n..");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n.\n",
                "\n.\r\n",
                "\r.\r\n",
                "\r\n.\n",
                "\r.\r",
                "\r\n.\r",
                "\r\n.\r\r\n",
                "\n.\n\r\n",
                "\r\n.\u0000\r\n"
            })
    void only_crlf_dot_crlf_ends_a_mail(String almost) {
        try (Line line = atData()) {
            line.send("Subject: x\r\n\r\ntext" + almost + "MAIL FROM:<smuggled@b.example>\r\nQUIT\r\n\r\n.\r\n");
            line.play("S: 250 2.0.0 ...\nC: NOOP\nS: 250 2.0.0 Ok");
        }
        assertThat(world.plala.mailbox("hanako")).hasSize(1);
        assertThat(world.plala.mailbox("hanako").get(0).text()).contains("smuggled");
        try (Line line = loggedIn()) {
            assertThat(line.send("RETR 1\r\n").readUpToLooseDot()).contains("MAIL FROM:<smuggled@b.example>", "QUIT");
            line.play("C: TOP 1 100\nS: +OK Top of the message");
            assertThat(line.readUpToLooseDot()).contains("MAIL FROM:<smuggled@b.example>", "QUIT");
            line.play("C: NOOP\nS: +OK Nothing done");
        }
    }

    @Test
    void no_line_end_but_crlf_goes_in_or_out() {
        try (Line line = atData()) {
            line.send("Subject: x\n.\r.\n\rb\r\r\nc\r\n..\rd\n\n.\n..\r\n.\re\r\n.\r\n")
                    .play("S: 250 2.0.0 ...");
        }
        try (Line line = loggedIn()) {
            line.play("C: RETR 1\nS: +OK...");
            assertThat(line.readUpToDot()).isEqualTo(STAMP + """
                    Subject: x
                    .
                    .

                    b

                    c
                    .
                    d

                    .
                    ..

                    e
                    """.replace("\n", "\r\n"));
            line.play("C: NOOP\nS: +OK Nothing done");
        }
    }

    @Test
    void a_line_end_counts_as_two_octets_however_it_was_sent() {
        servers.close();
        Limits usual = Limits.usual();
        Limits.Sizes sizes = new Limits.Sizes(1_000, 10, 100, 250, 1_000);
        try (TestServers small = new TestServers(usual.with(sizes))) {
            TestWorld other = small.world("small");
            try (Line line = other.dial(25)) {
                line.play("S: 220...\nC: HELO pc\nS: 250...");
                for (String mail : List.of("\n\n\n\n\r\n", "\r\r\r\r\r\n")) {
                    line.play("C: MAIL FROM:<>\nS: 250...\nC: RCPT TO:<postmaster>\nS: 250...\nC: DATA\nS: 354...");
                    line.send(mail + ".\r\n").play("S: 250 2.0.0...");
                    line.play("C: MAIL FROM:<>\nS: 250...\nC: RCPT TO:<postmaster>\nS: 250...\nC: DATA\nS: 354...");
                    line.send("\n" + mail + ".\r\n").play("S: 552 5.3.4...");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOOP\n", "NO\rOP\r\n", "NOOP\u0000\r\n", "\u0007\r\n", "NOOP\r\r\n", "QUIT\n", "\n"})
    void a_line_with_other_ends_or_control_characters_is_never_obeyed(String octets) {
        try (Line line = world.dial(25)) {
            line.readLine();
            line.send(octets).play("S: 500 5.5.2 A line is printable characters up to CR LF\nC: NOOP\nS: 250 2.0.0 Ok");
        }
        try (Line line = world.dial(110)) {
            line.readLine();
            line.send(octets).play("S: -ERR A line is printable characters up to CR LF\nC: QUIT\nS: +OK...");
        }
    }

    @Test
    void letters_share_their_octets() {
        byte[] octets = "Subject: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        Letter letter = Letter.of(octets);
        world.plala.put("hanako", letter);
        octets[9] = 'y';
        assertThat(world.plala.mailbox("hanako").get(0).subject()).isEqualTo("y");
        assertThat(Letter.of("no end").octets()).isEqualTo(8);
        assertThat(Letter.of("\u3042\r\nb\n").octets()).isEqualTo(8);
    }

    @Test
    void the_top_of_a_mail_without_a_body_is_its_header() {
        world.plala.put("hanako", Letter.of("Subject: x"));
        world.plala.put("hanako", Letter.of("Subject: x\n\r\n1\r2\n"));
        try (Line line = loggedIn()) {
            line.play("C: TOP 1 5\nS: +OK...\nS: Subject: x\nS: .");
            line.play("C: TOP 2 1\nS: +OK...\nS: Subject: x\nS:\nS: 1\nS: .");
        }
    }
}
