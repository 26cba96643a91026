package popbeforesmtp.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a caller hears. When the server has ended the call, what it has said and nobody has read yet is taken out of the socket,
 * which is let go; the rest can be read as before. So a line that the learner leaves alone holds no socket after its end. Read by
 * one thread; {@link #letGo} may come from any other.
 */
final class LastWords extends InputStream {

    private final Socket socket;
    private final InputStream in;
    private final Call call;
    private final ReentrantLock reading = new ReentrantLock();
    private byte[] rest = {};
    private int read;
    /** Whether the caller has begun to listen; before, it still makes the socket ready. */
    private boolean begun;

    private boolean gone;

    LastWords(Socket socket, InputStream in, Call call) {
        this.socket = socket;
        this.in = in;
        this.call = call;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] octets, int from, int most) throws IOException {
        reading.lock();
        try {
            begun = true;
            return gone ? readRest(octets, from, most) : in.read(octets, from, most);
        } finally {
            reading.unlock();
            if (call.hasEnded()) {
                letGo();
            }
        }
    }

    private int readRest(byte[] octets, int from, int most) {
        int count = Math.min(most, rest.length - read);
        System.arraycopy(rest, read, octets, from, count);
        read += count;
        return count == 0 && most > 0 ? -1 : count;
    }

    @Override
    public int available() throws IOException {
        reading.lock();
        try {
            return gone ? rest.length - read : in.available();
        } finally {
            reading.unlock();
        }
    }

    /** Lets the socket go, unless somebody is reading just now or has not yet begun: then the reader does it. Never waits. */
    void letGo() {
        if (!reading.tryLock()) {
            return;
        }
        try {
            if (begun && !gone) {
                gone = true;
                takeRest();
            }
        } finally {
            reading.unlock();
        }
    }

    private void takeRest() {
        try (socket) {
            rest = in.readNBytes(in.available());
        } catch (IOException e) {
            // Nothing more can be heard.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
