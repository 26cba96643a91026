package popbeforesmtp.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Speaker;

/**
 * The same exchanges on bare loopback sockets: the same octets in the same turns, a thread a connection on the server's
 * side, and nothing that thinks. It is the floor that the real servers are measured against.
 */
final class BareExchange {

    /** One side's octets before the other side speaks. */
    private record Turn(Speaker speaker, String octets) {}

    private final List<Turn> turns = new ArrayList<>();

    /** Learns a session from the log of the real one. */
    BareExchange(List<Event> session) {
        StringBuilder said = new StringBuilder();
        Speaker speaker = Speaker.SERVER;
        for (Event event : session) {
            if (event instanceof Event.Said line) {
                speaker = turn(speaker, line.speaker(), said);
                said.append(line.line()).append("\r\n");
            } else if (event instanceof Event.Letter letter) {
                speaker = turn(speaker, letter.speaker(), said);
                said.append("x".repeat((int) letter.octets())).append("\r\n.\r\n");
            }
        }
        turn(speaker, speaker == Speaker.SERVER ? Speaker.CLIENT : Speaker.SERVER, said);
    }

    private Speaker turn(Speaker before, Speaker now, StringBuilder said) {
        if (now != before && said.length() > 0) {
            turns.add(new Turn(before, said.toString()));
            said.setLength(0);
        }
        return now;
    }

    /** Plays the session once, from connecting to both ends' closing. */
    void play() throws IOException, InterruptedException {
        try (ServerSocket listener = new ServerSocket()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Thread server = new Thread(() -> {
                try (Socket socket = listener.accept()) {
                    side(socket, Speaker.SERVER);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            server.start();
            try (Socket socket = new Socket()) {
                socket.connect(listener.getLocalSocketAddress());
                side(socket, Speaker.CLIENT);
            }
            server.join();
        }
    }

    private void side(Socket socket, Speaker own) throws IOException {
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        for (Turn turn : turns) {
            if (turn.speaker == own) {
                out.write(turn.octets.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } else if (in.readNBytes(turn.octets.length()).length < turn.octets.length()) {
                throw new IOException("the other side ended early");
            }
        }
    }
}
