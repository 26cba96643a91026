package popbeforesmtp.mailclient;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.net.SocketClient;
import org.apache.commons.net.pop3.POP3SClient;
import org.apache.commons.net.smtp.SMTPConnectionClosedException;
import org.apache.commons.net.smtp.SMTPSClient;
import popbeforesmtp.network.Call;
import popbeforesmtp.network.Dialled;
import popbeforesmtp.tls.PracticeCertificate;

/**
 * A talk with a server over real TCP: open, line, reply, close. Closing waits until the server has ended its side, so that
 * everything it saw is in the log. One thread at a time.
 *
 * <p>TLS begins with the line that asks for it, or at its own ports with the connection; the server must be known by the
 * name that was dialled. Octets travel as ISO 8859-1 characters. Every method throws {@link IOException} if the connection ended by itself.
 */
public abstract sealed class Conversation implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SocketClient client;
    private final Call call;

    private Conversation(SocketClient client, Dialled.Connected way) {
        this.client = client;
        this.call = way.call();
        client.setSocketFactory(way.sockets());
        client.setConnectTimeout((int) PATIENCE.toMillis());
        client.setDefaultTimeout((int) PATIENCE.toMillis());
    }

    /** Calls a receiving desk and hears its greeting. */
    public static Pop3 pop3(Dialled.Connected way) throws IOException {
        return open(new Pop3(new LinePop3(way.call()), way), way);
    }

    /** Calls a sending desk and hears its greeting. */
    public static Smtp smtp(Dialled.Connected way) throws IOException {
        return open(new Smtp(new LineSmtp(way.call()), way), way);
    }

    private static <C extends Conversation> C open(C conversation, Dialled.Connected way) throws IOException {
        Conversation opened = conversation;
        try {
            opened.client.connect(way.server(), way.call().port());
            return conversation;
        } catch (SMTPConnectionClosedException e) {
            return conversation;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    /** Whether the server has ended its side, or will say nothing after the reply that was heard last. */
    public final boolean isOver() {
        return call.isEnding() || call.hasEnded();
    }

    /** Lets the server end the talk as if nobody had said anything for too long; {@link #close} waits until it has. */
    public final void timeOut() {
        call.timeOut();
    }

    /** The latest reply; the greeting before anything was said. */
    public abstract Reply reply();

    /**
     * Says a line and hears the reply. If it asks for TLS and the server agrees, everything after that is under TLS.
     *
     * @param line without its end
     */
    public abstract Reply say(String line) throws IOException;

    private static boolean asksForTls(String line, String word) {
        return line.strip().equalsIgnoreCase(word);
    }

    /**
     * Says {@code QUIT}, hears the farewell if there is one, and closes.
     *
     * @throws IOException if the server does not end its side within some seconds
     */
    public final void quit() throws IOException {
        try {
            say("QUIT");
        } catch (IOException e) {
            // The server was first to go; what it said before still counts.
        } finally {
            close();
        }
    }

    /**
     * Closes the connection without a word, and waits until the server has noticed.
     *
     * @throws IOException if the server does not end its side within some seconds
     */
    @Override
    public final void close() throws IOException {
        if (client.isConnected()) {
            client.disconnect();
        }
        try {
            if (!call.awaitEnd(PATIENCE)) {
                throw new IOException("the server has not ended session " + call.session());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the server ended");
        }
    }

    /** A talk with a receiving desk (RFC 1939). */
    public static final class Pop3 extends Conversation {

        private final LinePop3 pop3;

        private Pop3(LinePop3 pop3, Dialled.Connected way) {
            super(pop3, way);
            this.pop3 = pop3;
        }

        @Override
        public Reply reply() {
            return new Reply(List.of(pop3.getReplyStrings()[0]));
        }

        @Override
        public Reply say(String line) throws IOException {
            if (asksForTls(line, "STLS")) {
                boolean unused = pop3.execTLS();
            } else {
                pop3.sendCommand(line);
            }
            return reply();
        }

        /**
         * Hears the lines that follow a positive reply to LIST, UIDL, RETR, TOP or CAPA, the final dot left out.
         *
         * @throws IOException if the connection ended before the dot
         */
        public List<String> rest() throws IOException {
            pop3.getAdditionalReply();
            String[] lines = pop3.getReplyStrings();
            if (!lines[lines.length - 1].equals(".")) {
                throw new IOException("the connection ended within a reply");
            }
            return Arrays.asList(lines).subList(1, lines.length - 1);
        }
    }

    /** A talk with a sending desk (RFC 5321). */
    public static final class Smtp extends Conversation {

        private final LineSmtp smtp;

        private Smtp(LineSmtp smtp, Dialled.Connected way) {
            super(smtp, way);
            this.smtp = smtp;
        }

        @Override
        public Reply reply() {
            return new Reply(List.of(smtp.getReplyStrings()));
        }

        @Override
        public Reply say(String line) throws IOException {
            try {
                if (asksForTls(line, "STARTTLS")) {
                    boolean unused = smtp.execTLS();
                } else {
                    smtp.sendCommand(line);
                }
            } catch (SMTPConnectionClosedException e) {
                if (smtp.getReplyStrings().length == 0) {
                    throw e;
                }
            }
            return reply();
        }

        /**
         * Passes a line of the mail after a 354, as typed: the lone dot ends the mail, and only then there is a reply.
         *
         * @param line without its end, octets as ISO 8859-1 characters
         * @return whether the mail was ended and replied to
         */
        public boolean pass(String line) throws IOException {
            smtp.write(line + "\r\n");
            if (!line.equals(".")) {
                return false;
            }
            try {
                smtp.getReply();
            } catch (SMTPConnectionClosedException e) {
                if (smtp.getReplyStrings().length == 0) {
                    throw e;
                }
            }
            return true;
        }

        /**
         * Says DATA and, if the server agrees, hands over the mail.
         *
         * @param mail with CRLF line ends and without dot-stuffing
         * @return the reply to DATA if that was no, else the reply to the mail
         */
        public Reply data(String mail) throws IOException {
            try {
                Writer writer = smtp.sendMessageData();
                if (writer == null) {
                    return reply();
                }
                try (writer) {
                    writer.write(mail);
                }
                smtp.completePendingCommand();
            } catch (SMTPConnectionClosedException e) {
                if (smtp.getReplyStrings().length == 0) {
                    throw e;
                }
            }
            return reply();
        }
    }

    /** Knows the server by its name, as nothing is ever looked up. */
    private static final class LinePop3 extends POP3SClient {

        private final String server;

        LinePop3(Call call) {
            super(call.port() == MailProgram.POP3S_PORT, PracticeCertificate.caller());
            server = call.dialled();
            setEndpointCheckingEnabled(true);
        }

        @Override
        protected void _connectAction_() throws IOException {
            _hostname_ = server;
            super._connectAction_();
        }
    }

    /** The same; and lets single lines be written that have no reply. */
    private static final class LineSmtp extends SMTPSClient {

        private final String server;

        LineSmtp(Call call) {
            super(call.port() == MailProgram.SUBMISSIONS_PORT, PracticeCertificate.caller());
            server = call.dialled();
            setEndpointCheckingEnabled(true);
        }

        @Override
        protected void _connectAction_() throws IOException {
            _hostname_ = server;
            super._connectAction_();
        }

        void write(String text) throws IOException {
            _output_.write(text.getBytes(StandardCharsets.ISO_8859_1));
            _output_.flush();
        }
    }
}
