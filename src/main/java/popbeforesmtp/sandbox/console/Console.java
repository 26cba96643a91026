package popbeforesmtp.sandbox.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.mailclient.Conversation;
import popbeforesmtp.mailclient.MailProgram;
import popbeforesmtp.mailclient.Reply;
import popbeforesmtp.network.Call;
import popbeforesmtp.network.Dialled;

/**
 * A learner's own conversation with a server, typed line by line; it stays open between presses. One thread at a time.
 */
public final class Console {

    private static final char FULL_WIDTH_FIRST = 0xFF01;
    private static final char FULL_WIDTH_LAST = 0xFF5E;
    private static final char FULL_WIDTH_SPACE = 0x3000;

    /**
     * An open line.
     *
     * @param talk the conversation
     * @param call what was called, and who answered
     */
    private record Line(Conversation talk, Call call) {}

    private @Nullable Line line;
    private boolean inMail;

    /** Whether a line is open. */
    public boolean isOpen() {
        return line != null;
    }

    /** Whether the server has gone without a last word: something is wrong with this machine, not with what was said. */
    public boolean isBroken() {
        Line open = line;
        return open != null && open.talk.isOver();
    }

    /** What is shown of the open line. */
    public Optional<OpenLine> view() {
        return call().map(call -> new OpenLine(call.dialled(), call.port(), inMail));
    }

    /** The call of the open line. */
    public Optional<Call> call() {
        return Optional.ofNullable(line).map(Line::call);
    }

    /** The server's name for a port. */
    public static String server(String host, int port) {
        return (MailProgram.isForReceiving(port) ? "pop." : "smtp.") + host;
    }

    /**
     * Puts up a line and hears the greeting.
     *
     * @throws IOException if the connection ended at once
     */
    public Reply open(Dialled.Connected way) throws IOException {
        Conversation talk =
                MailProgram.isForReceiving(way.call().port()) ? Conversation.pop3(way) : Conversation.smtp(way);
        line = new Line(talk, way.call());
        inMail = false;
        return talk.reply();
    }

    /**
     * Says a typed line.
     *
     * @return the reply; nothing within a mail, where only the lone dot is replied to
     * @throws IOException if the connection ended; the line is closed then
     */
    public Optional<Reply> type(String typed) throws IOException {
        Line open = line;
        if (open == null) {
            throw new IllegalStateException("no line is open");
        }
        try {
            Optional<Reply> reply = inMail ? pass(open.talk, typed) : Optional.of(say(open.talk, asciiOf(typed)));
            if (open.talk.isOver()) {
                close();
            }
            return reply;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Optional<Reply> pass(Conversation talk, String typed) throws IOException {
        String octets = new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (talk instanceof Conversation.Smtp smtp && smtp.pass(octets)) {
            inMail = false;
            return Optional.of(talk.reply());
        }
        return Optional.empty();
    }

    private Reply say(Conversation talk, String typed) throws IOException {
        Reply reply = talk.say(new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        if (talk instanceof Conversation.Pop3 pop3 && reply.isPositive() && hasRest(typed)) {
            pop3.rest();
        }
        inMail = talk instanceof Conversation.Smtp && reply.code().equals("354");
        return reply;
    }

    /** Whether lines follow a positive reply: always after RETR, TOP and CAPA, after LIST and UIDL without a number. */
    private static boolean hasRest(String typed) {
        String[] words = typed.strip().split(" +", -1);
        String verb = words[0].toUpperCase(Locale.ROOT);
        return switch (verb) {
            case "RETR", "TOP", "CAPA" -> true;
            case "LIST", "UIDL" -> words.length == 1;
            default -> false;
        };
    }

    /** Lets the server end the line, as it does when nothing is said for too long, and waits until it has. */
    public void timeOut() {
        Line open = line;
        if (open != null) {
            open.talk.timeOut();
            close();
        }
    }

    /** Closes the line without a word, and waits until the server has noticed. */
    public void close() {
        Line open = line;
        line = null;
        inMail = false;
        if (open != null) {
            try {
                open.talk.close();
            } catch (IOException e) {
                // It is as closed as it can be.
            }
        }
    }

    /** Letters typed at full width, as Japanese keyboards write them, become plain ones. */
    private static String asciiOf(String typed) {
        StringBuilder plain = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char letter = typed.charAt(i);
            if (letter >= FULL_WIDTH_FIRST && letter <= FULL_WIDTH_LAST) {
                plain.append((char) (letter - FULL_WIDTH_FIRST + '!'));
            } else {
                plain.append(letter == FULL_WIDTH_SPACE ? ' ' : letter);
            }
        }
        return plain.toString();
    }
}
