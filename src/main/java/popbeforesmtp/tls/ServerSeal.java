package popbeforesmtp.tls;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/**
 * The server's end of TLS on a line that is there already: words in, sealed octets out, and the other way round. It owns
 * neither the line nor a thread, waits only where the line does, and holds little while nobody talks: 2 kB, and as much as a
 * record that is not wholly there. Handshake once, then read and write. For one thread.
 *
 * <p>An {@code SSLSocket} would do, were it not that the end of such a line cannot be told from one side: ours say a last word
 * to somebody whose own words they do not want to hear any more.
 */
public final class ServerSeal {

    private static final int FIRST = 1 << 10;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final InputStream in;
    private final OutputStream out;
    private final Tally heard = new Tally();
    private final Tally said = new Tally();
    /** Octets that have come and were not opened yet; between two calls ready to be read. */
    private ByteBuffer coming = ByteBuffer.allocate(FIRST).limit(0);
    /** Words that nobody has read yet; between two calls ready to be read. */
    private ByteBuffer opened = ByteBuffer.allocate(FIRST).limit(0);

    /** The sealed record that has not left yet. */
    private byte[] held = {};

    private boolean over;

    /**
     * An end that has not begun.
     *
     * @param engine the server's, unused
     * @param in the line as it is
     * @param out the same, the other way
     */
    public ServerSeal(SSLEngine engine, InputStream in, OutputStream out) {
        this.engine = engine;
        this.in = in;
        this.out = out;
    }

    /**
     * Agrees on keys with the caller.
     *
     * @throws IOException if they cannot agree, or the caller is gone; he has been told why if he still listens
     */
    public void handshake() throws IOException {
        try {
            engine.beginHandshake();
            while (engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
                shakeOn();
            }
        } catch (SSLException e) {
            bye();
            throw e;
        } catch (RuntimeException e) {
            // What a caller sends is never a fault of ours, whatever it makes of the library.
            throw new SSLException(e);
        }
        heard.take();
        said.take();
    }

    private void shakeOn() throws IOException {
        switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> {
                for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                    task.run();
                }
            }
            case NEED_WRAP -> {
                boolean unused = sealAndFlush();
            }
            case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                if (!open()) {
                    throw new EOFException();
                }
            }
            case FINISHED, NOT_HANDSHAKING -> {}
        }
    }

    /**
     * Reads words, waiting for them.
     *
     * @return how many; -1 if none will come
     */
    public int read(byte[] words, int from, int most) throws IOException {
        while (!opened.hasRemaining()) {
            if (over || !open()) {
                over = true;
                return -1;
            }
            answer();
        }
        int count = Math.min(most, opened.remaining());
        opened.get(words, from, count);
        return count;
    }

    /** What TLS itself wants answered between two words. New keys in the middle are given as TLS 1.3 does it, and no other way. */
    private void answer() throws IOException {
        if (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
            throw new SSLException("no second handshake");
        }
        while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && !engine.isOutboundDone()) {
            boolean unused = sealAndFlush();
        }
    }

    /** Writes words. The last record of them is sealed and counted, and does not leave before {@link #flush}. */
    public void write(byte[] words, int from, int count) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(words, from, count);
        while (left.hasRemaining()) {
            seal(left);
        }
    }

    /** Lets go what was written. */
    public void flush() throws IOException {
        byte[] leaving = held;
        held = new byte[0];
        if (leaving.length > 0) {
            out.write(leaving);
        }
    }

    /** Says that no more words follow, if the line still takes it. */
    public void bye() {
        try {
            engine.closeOutbound();
            while (!engine.isOutboundDone() && sealAndFlush()) {
                // There may be an alert and a farewell.
            }
        } catch (IOException e) {
            // The caller is gone, or does not listen.
        }
    }

    /** The sealed octets that were opened since the last call. */
    public Sealed heard() {
        return heard.take();
    }

    /** The sealed octets that were written since the last call. */
    public Sealed said() {
        return said.take();
    }

    /**
     * Seals and writes what TLS itself has to say.
     *
     * @return whether there was something
     */
    private boolean sealAndFlush() throws IOException {
        seal(NOTHING);
        boolean some = held.length > 0;
        flush();
        return some;
    }

    /** Seals what fits into one record, and writes the one before. */
    private void seal(ByteBuffer words) throws IOException {
        flush();
        ByteBuffer leaving = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(words, leaving);
        if (result.getStatus() == SSLEngineResult.Status.CLOSED && words.hasRemaining()) {
            throw new SSLException("the caller has ended the talk");
        }
        said.count(leaving, 0, leaving.position());
        held = Arrays.copyOf(leaving.array(), leaving.position());
    }

    /**
     * Opens one record, waiting for it.
     *
     * @return false if none will come
     */
    private boolean open() throws IOException {
        opened.clear();
        try {
            while (true) {
                int from = coming.position();
                SSLEngineResult result = engine.unwrap(coming, opened);
                heard.count(coming, from, coming.position());
                switch (result.getStatus()) {
                    case OK -> {
                        return true;
                    }
                    case CLOSED -> {
                        return false;
                    }
                    case BUFFER_OVERFLOW -> opened = ByteBuffer.allocate(opened.capacity() * 2);
                    case BUFFER_UNDERFLOW -> {
                        if (!hear()) {
                            return false;
                        }
                    }
                }
            }
        } finally {
            opened.flip();
        }
    }

    /** Reads what the line has, waiting for it. The engine itself refuses a record that is too long. */
    private boolean hear() throws IOException {
        if (coming.remaining() == coming.capacity()) {
            coming = ByteBuffer.allocate(coming.capacity() * 2).put(coming);
        } else {
            coming.compact();
        }
        int count = in.read(coming.array(), coming.position(), coming.remaining());
        coming.position(coming.position() + Math.max(0, count));
        coming.flip();
        return count > 0;
    }
}
