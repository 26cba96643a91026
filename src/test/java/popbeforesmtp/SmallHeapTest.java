package popbeforesmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole site in a machine of its own with a heap of 48 MiB: what strangers hand over at the door does not use it up. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SmallHeapTest {

    private static final int CALLERS = 300;
    private static final int FROM_ONE = 20;
    private static final String HALF_A_MAIL = "EHLO pc\r\nMAIL FROM:<>\r\nRCPT TO:<hanako@plala.example>\r\nDATA\r\n"
            + ("x".repeat(998) + "\r\n").repeat(131);
    private static final String A_MAIL = HALF_A_MAIL.substring(0, HALF_A_MAIL.length() - 2_000) + "\r\n.\r\nQUIT\r\n";

    @RegisterExtension
    final Lines lines = new Lines();

    private Process site;
    private BufferedReader printed;
    private int web;
    private int pop3;
    private int smtp;

    @BeforeEach
    void start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        site = new ProcessBuilder(
                        java,
                        "-Xmx48m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        classes,
                        "popbeforesmtp.App",
                        "--port",
                        "0",
                        "--door-pop3",
                        "0",
                        "--door-smtp",
                        "0")
                .redirectErrorStream(true)
                .start();
        printed = new BufferedReader(new InputStreamReader(site.getInputStream(), StandardCharsets.UTF_8));
        web = number("http://localhost:(\\d+)/", printed.readLine());
        assertThat(printed.readLine()).startsWith("Worlds are kept ");
        String door = printed.readLine();
        pop3 = number("POP3 at 127.0.0.1 port (\\d+)", door);
        smtp = number("SMTP at port (\\d+)", door);
    }

    private static int number(String pattern, String line) {
        Matcher found = Pattern.compile(pattern).matcher(line);
        assertThat(found.find()).as(line).isTrue();
        return Integer.parseInt(found.group(1));
    }

    @AfterEach
    void stop() throws InterruptedException {
        site.destroy();
        site.waitFor();
    }

    private static String address(int caller) {
        return "127.0.0." + (2 + caller / FROM_ONE);
    }

    @Test
    void half_mails_and_mails_that_nobody_fetches_leave_it_answering() throws Exception {
        List<Socket> half = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            half.add(lines.said(address(i), smtp, HALF_A_MAIL));
        }
        serves_everybody_else();
        for (Socket line : half) {
            line.close();
        }
        for (int i = 0; i < CALLERS; i++) {
            assertThat(Lines.heard(lines.said(address(i), smtp, A_MAIL)))
                    .contains("\r\n354 ")
                    .endsWith(" closing\r\n");
        }
        for (int i = 0; i < CALLERS; i++) {
            lines.said(address(i), pop3, "USER hanako\r\nPASS sakura\r\nRETR 1\r\nRETR 2\r\n");
        }
        serves_everybody_else();
        site.toHandle().destroy();
        assertThat(printed.lines()).as("nothing was a fault").containsExactly("Stopped.");
    }

    private void serves_everybody_else() throws IOException {
        assertThat(Lines.heard(lines.said("127.0.0.1", pop3, "USER hanako\r\nPASS sakura\r\nQUIT\r\n")))
                .contains("\r\n+OK 0 messages");
        String mail = "HELO pc\r\nMAIL FROM:<>\r\nRCPT TO:<taro@friend.example>\r\nDATA\r\nSubject: x\r\n.\r\nQUIT\r\n";
        assertThat(heardOfMail(mail)).contains("250 2.0.0 Message accepted");
        assertThat(Lines.heard(lines.said(
                        "127.0.0.1", web, "GET /try HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")))
                .startsWith("HTTP/1.1 200 ");
    }

    /** The places left are for addresses that have none: whoever comes before the own last session is counted out asks again. */
    private String heardOfMail(String mail) throws IOException {
        String heard = Lines.heard(lines.said("127.0.0.1", smtp, mail));
        while (heard.startsWith("421 4.3.2 ")) {
            heard = Lines.heard(lines.said("127.0.0.1", smtp, mail));
        }
        return heard;
    }
}
