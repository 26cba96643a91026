package popbeforesmtp.mailclient;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.mailclient.Submission.RecipientReply;
import popbeforesmtp.network.Dialled;

/**
 * The two acts of every mail program: fetch what waits, and hand over a letter. Which act comes first, and when, is the
 * habit of the program and not decided here. One thread at a time.
 */
public final class MailProgram {

    /** Where receiving servers listen. */
    public static final int POP3_PORT = 110;

    /** Where sending servers listen. */
    public static final int SMTP_PORT = 25;

    /** Where sending servers listen that ask for a name and a password (RFC 6409). */
    public static final int SUBMISSION_PORT = 587;

    private final Caller caller;

    /** @param caller how this program's calls are made */
    public MailProgram(Caller caller) {
        this.caller = caller;
    }

    /**
     * Logs in, downloads everything and deletes it from the server, as programs then did.
     *
     * @param dropAfterPass whether the connection breaks right after the log-in
     */
    public Retrieval retrieve(Account account, boolean dropAfterPass) {
        return retrieve(account, dropAfterPass, letter -> {});
    }

    /**
     * The same for somebody who reads what comes.
     *
     * @param reader is given the lines of each letter
     */
    public Retrieval retrieve(Account account, boolean dropAfterPass, Consumer<List<String>> reader) {
        Dialled dialled = caller.dial(account.pop3Server(), POP3_PORT);
        if (!(dialled instanceof Dialled.Connected way)) {
            return new Retrieval(new Ending.NotConnected(dialled), false, 0, 0);
        }
        boolean loggedIn = false;
        int mails = 0;
        long octets = 0;
        try (Conversation.Pop3 talk = Conversation.pop3(way)) {
            Reply no = firstNo(talk, "USER " + account.user(), "PASS " + account.password());
            if (no != null) {
                talk.quit();
                return new Retrieval(new Ending.Refused(no), false, 0, 0);
            }
            loggedIn = true;
            if (dropAfterPass) {
                return new Retrieval(new Ending.Done(), true, 0, 0);
            }
            talk.say("STAT");
            for (long size : sizes(talk)) {
                mails++;
                talk.say("RETR " + mails);
                reader.accept(talk.rest());
                talk.say("DELE " + mails);
                octets += size;
            }
            talk.quit();
            return new Retrieval(new Ending.Done(), true, mails, octets);
        } catch (IOException e) {
            return new Retrieval(new Ending.Lost(), loggedIn, mails, octets);
        }
    }

    /**
     * Hands the letter over, recipient by recipient.
     *
     * @param port 25 or 587
     * @param auth whether to give name and password, if the server offers to check them (RFC 4954)
     */
    public Submission submit(Account account, int port, boolean auth, Draft draft) {
        Dialled dialled = caller.dial(account.smtpServer(), port);
        if (!(dialled instanceof Dialled.Connected way)) {
            return new Submission(new Ending.NotConnected(dialled), List.of());
        }
        List<RecipientReply> recipients = new ArrayList<>();
        try (Conversation.Smtp talk = Conversation.smtp(way)) {
            Reply no = talk.reply().isPositive() ? firstNo(talk, "EHLO " + draft.computer()) : talk.reply();
            if (no == null && auth && offersPlain(talk.reply())) {
                no = firstNo(talk, "AUTH PLAIN " + plain(account));
            }
            if (no == null) {
                no = firstNo(talk, "MAIL FROM:<" + draft.sender() + ">");
            }
            if (no == null) {
                for (String recipient : draft.recipients()) {
                    recipients.add(new RecipientReply(recipient, talk.say("RCPT TO:<" + recipient + ">")));
                }
                no = noneTaken(recipients);
            }
            if (no == null) {
                Reply taken = talk.data(draft.text());
                no = taken.isPositive() ? null : taken;
            }
            talk.quit();
            return new Submission(no == null ? new Ending.Done() : new Ending.Refused(no), recipients);
        } catch (IOException e) {
            return new Submission(new Ending.Lost(), recipients);
        }
    }

    private static boolean offersPlain(Reply ehlo) {
        return ehlo.lines().stream()
                .anyMatch(line -> line.substring(Math.min(4, line.length())).matches("AUTH .*\\bPLAIN\\b.*"));
    }

    /** Name and password, merely wrapped and not hidden (RFC 4616). */
    private static String plain(Account account) {
        String words = "\0" + account.user() + "\0" + account.password();
        return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Reply firstNo(Conversation talk, String... lines) throws IOException {
        for (String line : lines) {
            Reply reply = talk.say(line);
            if (!reply.isPositive()) {
                return reply;
            }
        }
        return null;
    }

    private static @Nullable Reply noneTaken(List<RecipientReply> recipients) {
        return recipients.stream().anyMatch(each -> each.reply().isPositive())
                ? null
                : recipients.get(0).reply();
    }

    private static List<Long> sizes(Conversation.Pop3 talk) throws IOException {
        talk.say("LIST");
        List<Long> sizes = new ArrayList<>();
        for (String line : talk.rest()) {
            sizes.add(Long.parseLong(line.substring(line.indexOf(' ') + 1)));
        }
        return sizes;
    }
}
