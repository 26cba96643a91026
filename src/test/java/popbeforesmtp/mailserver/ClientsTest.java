package popbeforesmtp.mailserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.commons.net.pop3.POP3Client;
import org.apache.commons.net.pop3.POP3MessageInfo;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient;
import org.apache.commons.net.smtp.SMTPClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import popbeforesmtp.eventlog.FaultLog;
import popbeforesmtp.mailserver.door.DoorHosts;
import popbeforesmtp.mailserver.door.VisitorRedaction;
import popbeforesmtp.mailserver.listen.Admission;
import popbeforesmtp.mailserver.listen.OpenPorts;
import popbeforesmtp.mailserver.mailbox.Letter;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.session.Desk;
import popbeforesmtp.mailserver.session.Role;
import popbeforesmtp.network.DirectCallers;

/**
 * Mail programs that are not ours, at the door's real ports: refused, receiving, accepted, and refused again after the
 * minutes. And on a submission port that is opened here for them.
 */
class ClientsTest {

    private static final String HOST = "127.0.0.1";
    private static final String TEXT =
            "From: hanako@plala.example\r\nTo: taro@friend.example\r\nSubject: Hello\r\n\r\n.\r\n..dots\r\nend\r\n";

    private final TestDoor door = new TestDoor();
    private final OpenPorts submission = new OpenPorts(new Admission(
            new DirectCallers(DoorHosts.WORLD, DoorHosts.HOST),
            new Desk(door.hosts, Limits.atTheDoor(), new VisitorRedaction(), new FaultLog(door.clock))));

    @TempDir
    private Path folder;

    private Path mail;

    @BeforeEach
    void open() throws IOException {
        submission.open(Map.of(Role.SUBMISSION, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
        mail = Files.writeString(folder.resolve("mail.txt"), TEXT, StandardCharsets.US_ASCII);
    }

    @AfterEach
    void close() {
        submission.close();
        door.close();
    }

    private int port587() {
        return submission.at(Role.SUBMISSION).orElseThrow().getPort();
    }

    /** A mail program, as the story needs it. */
    private interface Client {
        /** Receives and deletes everything as hanako; the mails as they came. */
        List<String> receive() throws Exception;

        /** Sends to taro. Whether it was taken. */
        boolean send(int port, String password) throws Exception;
    }

    private void plays_its_part(Client client) throws Exception {
        String waiting = "Subject: waits\r\n\r\n.\r\n.text\r\n";
        door.hosts.plala().put("hanako", Letter.of(waiting));
        door.hosts.plala().put("hanako", Letter.of("Subject: second\r\n\r\n"));
        assertThat(client.send(door.smtp(), "")).as("before receiving").isFalse();
        List<String> received = client.receive();
        assertThat(received).hasSize(2);
        assertThat(received.get(0).replace("\r\n", "\n").stripTrailing())
                .isEqualTo(waiting.replace("\r\n", "\n").stripTrailing());
        assertThat(door.hosts.plala().mailbox("hanako")).isEmpty();
        assertThat(client.send(door.smtp(), "")).as("after receiving").isTrue();
        door.afterTheEnd();
        assertThat(client.send(door.smtp(), "")).as("after the minutes").isFalse();
        assertThat(client.send(port587(), "wrong")).as("587, wrong password").isFalse();
        assertThat(client.send(port587(), "sakura")).as("587").isTrue();
        assertThat(door.hosts.friend().mailbox("taro")).hasSize(2).allSatisfy(read -> {
            assertThat(read.subject()).isEqualTo("Hello");
            assertThat(read.text().strip()).isEqualTo(".\n..dots\nend");
        });
        assertThat(door.log.all().toString()).doesNotContain("sakura", "wrong", "dots");
        door.awaitNobody();
    }

    @Test
    void angus_mail() throws Exception {
        plays_its_part(new Client() {
            @Override
            public List<String> receive() throws Exception {
                List<String> mails = new ArrayList<>();
                try (Store store = session().getStore("pop3")) {
                    store.connect(HOST, door.pop3(), "hanako", "sakura");
                    try (Folder inbox = store.getFolder("INBOX")) {
                        inbox.open(Folder.READ_WRITE);
                        for (Message message : inbox.getMessages()) {
                            ByteArrayOutputStream octets = new ByteArrayOutputStream();
                            message.writeTo(octets);
                            mails.add(octets.toString(StandardCharsets.US_ASCII));
                            message.setFlag(Flags.Flag.DELETED, true);
                        }
                    }
                }
                return mails;
            }

            @Override
            public boolean send(int port, String password) throws Exception {
                MimeMessage message = new MimeMessage(session(), Files.newInputStream(mail));
                try (Transport transport = session().getTransport("smtp")) {
                    transport.connect(HOST, port, password.isEmpty() ? null : "hanako", password);
                    transport.sendMessage(message, InternetAddress.parse("taro@friend.example"));
                    return true;
                } catch (SendFailedException | AuthenticationFailedException e) {
                    return false;
                }
            }

            private Session session() throws MessagingException {
                Properties settings = new Properties();
                settings.put("mail.smtp.localhost", "pc");
                settings.put("mail.from", "hanako@plala.example");
                return Session.getInstance(settings);
            }
        });
    }

    @Test
    void commons_net() throws Exception {
        plays_its_part(new Client() {
            @Override
            public List<String> receive() throws Exception {
                POP3Client pop3 = new POP3Client();
                pop3.connect(InetAddress.getLoopbackAddress(), door.pop3());
                assertThat(pop3.login("hanako", "sakura")).isTrue();
                List<String> mails = new ArrayList<>();
                for (POP3MessageInfo each : pop3.listMessages()) {
                    try (BufferedReader reader = (BufferedReader) pop3.retrieveMessage(each.number)) {
                        mails.add(reader.lines().collect(Collectors.joining("\n")));
                    }
                    pop3.deleteMessage(each.number);
                }
                pop3.logout();
                pop3.disconnect();
                return mails;
            }

            @Override
            public boolean send(int port, String password) throws Exception {
                AuthenticatingSMTPClient smtp = new AuthenticatingSMTPClient();
                smtp.connect(InetAddress.getLoopbackAddress(), port);
                try {
                    boolean member = password.isEmpty()
                            ? smtp.elogin("pc")
                            : smtp.elogin("pc")
                                    && smtp.auth(AuthenticatingSMTPClient.AUTH_METHOD.LOGIN, "hanako", password);
                    return member && sent(smtp);
                } finally {
                    smtp.logout();
                    smtp.disconnect();
                }
            }

            private boolean sent(SMTPClient smtp) throws IOException {
                if (!smtp.setSender("hanako@plala.example") || !smtp.addRecipient("taro@friend.example")) {
                    return false;
                }
                try (Writer writer = smtp.sendMessageData()) {
                    writer.write(TEXT);
                }
                return smtp.completePendingCommand();
            }
        });
    }

    @Test
    void curl() throws Exception {
        skipUnlessInstalled("curl");
        plays_its_part(new Client() {
            @Override
            public List<String> receive() throws Exception {
                String mailbox = "pop3://" + HOST + ":" + door.pop3() + "/";
                String list = output(List.of("curl", "-sS", "-m", "10", "-u", "hanako:sakura", mailbox));
                List<String> mails = new ArrayList<>();
                for (int left = (int) list.lines().count(); left > 0; left--) {
                    mails.add(output(List.of("curl", "-sS", "-m", "10", "-u", "hanako:sakura", mailbox + "1")));
                    output(List.of("curl", "-sSI", "-m", "10", "-u", "hanako:sakura", "-X", "DELE", mailbox + "1"));
                }
                return mails;
            }

            @Override
            public boolean send(int port, String password) throws Exception {
                List<String> command = new ArrayList<>(List.of("curl", "-sS", "-m", "10"));
                command.addAll(List.of("--url", "smtp://" + HOST + ":" + port + "/pc", "-T", mail.toString()));
                command.addAll(List.of("--mail-from", "hanako@plala.example", "--mail-rcpt", "taro@friend.example"));
                if (!password.isEmpty()) {
                    command.addAll(List.of("-u", "hanako:" + password));
                }
                return succeeds(command);
            }
        });
    }

    @Test
    void swaks() throws Exception {
        skipUnlessInstalled("swaks");
        plays_its_part(new Client() {
            @Override
            public List<String> receive() {
                List<String> mails = new ArrayList<>();
                try (Line line = door.dial(door.pop3())) {
                    line.play("S: +OK...\nC: USER hanako\nS: +OK...\nC: PASS sakura\nS: +OK...");
                    for (int i = 1; i <= 2; i++) {
                        line.play("C: RETR " + i + "\nS: +OK...");
                        mails.add(line.readUpToDot());
                        line.play("C: DELE " + i + "\nS: +OK...");
                    }
                    line.play("C: QUIT\nS: +OK...\nS: (end)");
                }
                return mails;
            }

            @Override
            public boolean send(int port, String password) throws Exception {
                List<String> command = new ArrayList<>(List.of("swaks", "--server", HOST, "--port", "" + port));
                command.addAll(List.of("--helo", "pc", "--timeout", "10", "--data", "@" + mail));
                command.addAll(List.of("--from", "hanako@plala.example", "--to", "taro@friend.example"));
                if (!password.isEmpty()) {
                    command.addAll(List.of("--auth", "PLAIN", "--auth-user", "hanako", "--auth-password", password));
                }
                return succeeds(command);
            }
        });
    }

    private static void skipUnlessInstalled(String program) throws Exception {
        boolean installed;
        try {
            installed = succeeds(List.of(program, "--version"));
        } catch (IOException e) {
            installed = false;
        }
        if (!installed) {
            System.out.println("ClientsTest, one test skipped: " + program + " is not installed");
        }
        assumeTrue(installed, program + " is not installed");
    }

    private static boolean succeeds(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
        return process.exitValue() == 0;
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
        return output;
    }
}
