package popbeforesmtp.mailclient;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** The same with TLS from the first octet (RFC 8314). */
    public static final int SUBMISSIONS_PORT = 465;

    /** Where receiving servers listen with TLS from the first octet (RFC 8314). */
    public static final int POP3S_PORT = 995;

    /** Whether a receiving desk answers at that port; else a sending one. */
    public static boolean isForReceiving(int port) {
        return port == POP3_PORT || port == POP3S_PORT;
    }

    private static final Pattern STAMP = Pattern.compile("<[^<> ]+@[^<> ]+>");

    private final Caller caller;

    /** @param caller how this program's calls are made */
    public MailProgram(Caller caller) {
        this.caller = caller;
    }

    /**
     * Logs in, downloads everything and deletes it from the server, as programs then did.
     *
     * @param set how the program is set to receive
     * @param dropAfterPass whether the connection breaks right after the log-in
     */
    public Retrieval retrieve(Account account, Incoming set, boolean dropAfterPass) {
        return retrieve(account, set, dropAfterPass, letter -> {});
    }

    /**
     * The same for somebody who reads what comes.
     *
     * @param reader is given the lines of each letter
     */
    public Retrieval retrieve(Account account, Incoming set, boolean dropAfterPass, Consumer<List<String>> reader) {
        Dialled dialled = caller.dial(account.pop3Server(), set.port());
        if (!(dialled instanceof Dialled.Connected way)) {
            return new Retrieval(new Ending.NotConnected(dialled), false, 0, 0);
        }
        boolean loggedIn = false;
        int mails = 0;
        long octets = 0;
        try (Conversation.Pop3 talk = Conversation.pop3(way)) {
            Reply no = logIn(talk, account, set);
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

    /** Logs in as the program is set, and as the server's greeting allows. */
    private static @Nullable Reply logIn(Conversation.Pop3 talk, Account account, Incoming set) throws IOException {
        Matcher stamp = STAMP.matcher(talk.reply().line());
        if (set.tls() && set.port() == POP3_PORT) {
            Reply unused = talk.say("STLS");
        }
        return set.apop() && stamp.find()
                ? firstNo(talk, "APOP " + account.user() + " " + digest(stamp.group(), account.password()))
                : firstNo(talk, "USER " + account.user(), "PASS " + account.password());
    }

    /** The MD5 of a greeting's stamp and the password (RFC 1939, 7). */
    private static String digest(String stamp, String password) {
        try {
            byte[] both = (stamp + password).getBytes(StandardCharsets.ISO_8859_1);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(both));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Hands the letter over, recipient by recipient.
     *
     * @param set how the program is set to send
     */
    public Submission submit(Account account, Outgoing set, Draft draft) {
        Dialled dialled = caller.dial(account.smtpServer(), set.port());
        if (!(dialled instanceof Dialled.Connected way)) {
            return new Submission(new Ending.NotConnected(dialled), List.of());
        }
        List<RecipientReply> recipients = new ArrayList<>();
        try (Conversation.Smtp talk = Conversation.smtp(way)) {
            String hello = "EHLO " + draft.computer();
            Reply no = talk.reply().isPositive() ? firstNo(talk, hello) : talk.reply();
            if (no == null && set.tls() && offers(talk.reply(), "STARTTLS")) {
                no = firstNo(talk, "STARTTLS", hello);
            }
            if (no == null && set.auth() && offers(talk.reply(), "AUTH .*\\bPLAIN\\b.*")) {
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

    private static boolean offers(Reply ehlo, String extension) {
        return ehlo.lines().stream()
                .anyMatch(line -> line.substring(Math.min(4, line.length())).matches(extension));
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
