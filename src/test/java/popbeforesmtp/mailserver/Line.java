package popbeforesmtp.mailserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import popbeforesmtp.network.Call;
import popbeforesmtp.tls.PracticeCertificate;

/** The caller's end of a connection; it plays conversations and names the step that differed. */
public final class Line implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(5);

    private final Optional<Call> call;
    private Socket socket;
    private InputStream in;

    /** A line that the practice network has put through. */
    public Line(Socket socket, Call call) throws IOException {
        this(socket, Optional.of(call));
    }

    /** A line to a real port. */
    public Line(Socket socket) throws IOException {
        this(socket, Optional.empty());
    }

    private Line(Socket socket, Optional<Call> call) throws IOException {
        this.socket = socket;
        this.call = call;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) LONG.toMillis());
        in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * Plays lines: {@code C:} is sent with CRLF, {@code S:} must be read, exactly or, with three dots at its end, by
     * its beginning; {@code S: (end)} is the end of the connection.
     */
    public Line play(String conversation) {
        int step = 0;
        for (String line : conversation.lines().toList()) {
            step++;
            String text = line.length() > 3 ? line.substring(3) : "";
            if (line.startsWith("C:")) {
                send(text + "\r\n");
            } else if (text.equals("(end)")) {
                assertThat(readOctet()).as("step %s: %s", step, line).isEqualTo(-1);
            } else if (text.endsWith("...")) {
                assertThat(readLine())
                        .as("step %s: %s", step, line)
                        .startsWith(text.substring(0, text.length() - 3).strip());
            } else {
                assertThat(readLine()).as("step %s: %s", step, line).isEqualTo(text);
            }
        }
        return this;
    }

    /** Talks TLS from here on, with a server that is known by that name. */
    public Line seal(String server) {
        try {
            SSLSocket sealed = (SSLSocket) PracticeCertificate.caller()
                    .getSocketFactory()
                    .createSocket(socket, server, socket.getPort(), true);
            SSLParameters strict = sealed.getSSLParameters();
            strict.setEndpointIdentificationAlgorithm("HTTPS");
            sealed.setSSLParameters(strict);
            sealed.startHandshake();
            socket = sealed;
            in = new BufferedInputStream(sealed.getInputStream());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the keys of this talk were agreed on, in it or in an earlier one. */
    long agreedAt() {
        return ((SSLSocket) socket).getSession().getCreationTime();
    }

    /** What the server has shown. */
    Certificate certificate() {
        try {
            return ((SSLSocket) socket).getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends octets, given as ISO 8859-1 characters, in one write. */
    public Line send(String octets) {
        try {
            socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that nothing more is coming. */
    Line endSending() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads lines to the end of the connection. */
    public List<String> readAll() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int octet = readOctet(); octet >= 0; octet = readOctet()) {
            all.write(octet);
        }
        return all.toString(StandardCharsets.ISO_8859_1).lines().toList();
    }

    /** Sends a command and reads the first line of the reply. */
    String ask(String command) {
        return send(command + "\r\n").readLine();
    }

    /** Sends a command and reads the first line of the reply; nothing if the connection is over. */
    public Optional<String> tryToAsk(String command) {
        try {
            send(command + "\r\n");
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
        int first = readOctet();
        return first < 0 ? Optional.empty() : Optional.of((char) first + readLine());
    }

    public String readLine() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet = readOctet();
        while (octet >= 0 && octet != '\n') {
            line.write(octet);
            octet = readOctet();
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        assertThat(text).as("ends with CRLF").endsWith("\r");
        return text.substring(0, text.length() - 1);
    }

    /** Reads a whole SMTP reply and gives its last line. */
    String readReply() {
        String line = readLine();
        while (line.length() > 3 && line.charAt(3) == '-') {
            line = readLine();
        }
        return line;
    }

    /** Reads up to a line with only a dot and takes the dot-stuffing away; only CRLF ends a line. */
    public String readUpToDot() {
        StringBuilder text = new StringBuilder("\r\n");
        int octet = 0;
        while (octet != '\n' || !text.substring(Math.max(0, text.length() - 5)).equals("\r\n.\r\n")) {
            octet = readOctet();
            if (octet < 0) {
                throw new AssertionError("ended before the dot");
            }
            text.append((char) octet);
        }
        return text.substring(0, text.length() - 3).replace("\r\n.", "\r\n").substring(2);
    }

    /** Reads up to a line with only a dot as a careless mail program does: CR, LF and CRLF all end a line. */
    public List<String> readUpToLooseDot() {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        while (!line.toString().equals(".\n")) {
            line.setLength(0);
            for (int octet = 0; octet != '\r' && octet != '\n'; ) {
                octet = readOctet();
                if (octet < 0) {
                    throw new AssertionError("ended before the dot");
                }
                line.append((char) octet);
            }
            skipLfAfterCr(line);
            lines.add(line.toString().strip());
        }
        return lines;
    }

    private void skipLfAfterCr(StringBuilder line) {
        int last = line.length() - 1;
        if (line.charAt(last) == '\r') {
            assertThat(readOctet()).as("the LF after a CR").isEqualTo('\n');
            line.setCharAt(last, '\n');
        }
    }

    /** The next octet, -1 at the end. */
    public int readOctet() {
        try {
            return in.read();
        } catch (SocketException e) {
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the server's last word on this call; there is no witness at a real port. */
    public void awaitEnd() {
        try {
            if (call.isPresent()) {
                assertThat(call.get().awaitEnd(LONG))
                        .as("the server has ended the call")
                        .isTrue();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the caller's side still has a socket open. */
    boolean hasSocket() {
        return !socket.isClosed();
    }

    /** Drops the line, unread octets and all, and does not wait. */
    public void drop() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops the line and waits for the witness. */
    @Override
    public void close() {
        drop();
        awaitEnd();
    }
}
