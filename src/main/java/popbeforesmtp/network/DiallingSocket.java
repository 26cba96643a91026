package popbeforesmtp.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A socket that goes to the loopback listener wherever it is told to connect, noting the call before the first byte. It
 * binds first, so that the listener can know it by its full address.
 */
final class DiallingSocket extends Socket {

    private final InetSocketAddress listener;
    private final CallTable calls;
    private final Call call;
    private @Nullable LastWords heard;

    DiallingSocket(InetSocketAddress listener, CallTable calls, Call call) {
        this.listener = listener;
        this.calls = calls;
        this.call = call;
    }

    @Override
    public void connect(SocketAddress practiceAddress) throws IOException {
        connect(practiceAddress, 0);
    }

    @Override
    public void connect(SocketAddress practiceAddress, int timeoutMillis) throws IOException {
        InetAddress loopback = listener.getAddress();
        try {
            bind(new InetSocketAddress(loopback, 0));
        } catch (IOException e) {
            giveUp();
            throw e;
        }
        InetSocketAddress peer = new InetSocketAddress(loopback, getLocalPort());
        calls.note(peer, call);
        try {
            super.connect(listener, timeoutMillis);
            setTcpNoDelay(true);
            LastWords words = new LastWords(this, super.getInputStream(), call);
            heard = words;
            call.whenEnded(words::letGo);
        } catch (IOException e) {
            calls.forget(peer);
            giveUp();
            throw e;
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        LastWords words = heard;
        return words == null ? super.getInputStream() : words;
    }

    private void giveUp() throws IOException {
        call.end();
        close();
    }
}
