package popbeforesmtp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.commons.net.pop3.POP3Client;
import org.apache.commons.net.smtp.SMTPClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import popbeforesmtp.sandbox.door.Door;

/** A real mail program at the real ports, seen live on the page of whoever uses it. */
@UsePlaywright(ChromiumOptions.class)
class DoorIT {

    @RegisterExtension
    static final SiteUnderTest SITE = SiteUnderTest.atTop();

    @Test
    void a_mail_program_is_refused_receives_is_taken_and_is_refused_again(Browser browser) throws IOException {
        try (Learner learner = SITE.learner(browser, Scripts.ON)) {
            assertThat(learner.open("/door").page().locator(".notice")).containsText("閉じています");
            Door door = SITE.openDoor();
            Page page = learner.open("/door").page();
            Locator live = page.locator("#door-live");
            assertThat(page.locator(".settings")).containsText(String.valueOf(door.smtpPort()));
            assertThat(live).containsText("載っていません");

            assertThat(sendCode(door)).isEqualTo(550);
            assertThat(live).containsText("550 5.7.1 <taro@friend.example>: Relaying denied");

            receive(door);
            assertThat(live).containsText("まで送れます");
            assertThat(live).containsText("USER ***");
            assertThat(live).not().containsText(Door.PASSWORD);
            assertThat(sendCode(door)).isEqualTo(250);

            SITE.idle(Duration.ofMinutes(5).plusSeconds(1));
            assertThat(live).containsText("期限が切れました");
            assertThat(sendCode(door)).isEqualTo(550);

            readsOn(page, door);
        }
    }

    /** Lines are added where they belong, and nothing that the reader does is disturbed. */
    private static void readsOn(Page page, Door door) throws IOException {
        Locator talk = page.locator("#talk");
        Locator folded = talk.locator("summary").first();
        folded.focus();
        folded.press("Enter");
        assertThat(sendCode(door)).isIn(250, 550);
        assertThat(talk).containsText("RCPT TO:<taro@friend.example>");
        assertThat(page.locator("#door-said")).hasText(Pattern.compile("会話が\\d+行増えました。"));
        assertThat(folded).isFocused();
        assertThat(folded.locator("xpath=..")).hasAttribute("open", "");

        Locator quits = talk.locator("code", new Locator.LocatorOptions().setHasText(Pattern.compile("^QUIT$")));
        int heard = 5;
        assertThat(quits).hasCount(heard);
        assertThat(talk.locator(":scope > li").last()).containsText("221 ");
        Locator pause = page.locator("#door-pause");
        pause.click();
        assertThat(pause).hasText("更新を始める");
        assertThat(pause).not().hasAttribute("aria-pressed", Pattern.compile(".*"));
        int before = talk.locator(":scope > li").count();
        receive(door);
        // Another page, which is not held, has heard it; so the held one was told, too.
        Page other = page.context().newPage();
        other.navigate(page.url());
        assertThat(other.locator("#talk code", new Page.LocatorOptions().setHasText(Pattern.compile("^QUIT$"))))
                .hasCount(heard + 1);
        assertThat(talk.locator(":scope > li")).hasCount(before);
        pause.click();
        assertThat(quits).hasCount(heard + 1);
        assertThat(pause).isFocused();
    }

    private static int sendCode(Door door) throws IOException {
        SMTPClient client = new SMTPClient();
        client.connect(InetAddress.getLoopbackAddress(), door.smtpPort());
        try {
            client.sendCommand("EHLO pc");
            client.setSender("hanako@plala.example");
            client.addRecipient("taro@friend.example");
            int code = client.getReplyCode();
            client.logout();
            return code;
        } finally {
            client.disconnect();
        }
    }

    private static void receive(Door door) throws IOException {
        POP3Client client = new POP3Client();
        client.connect(InetAddress.getLoopbackAddress(), door.pop3Port());
        try {
            assertThat(client.login(Door.USER, Door.PASSWORD)).isTrue();
            client.logout();
        } finally {
            client.disconnect();
        }
    }
}
