package popbeforesmtp.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes the socket of one call. The forms that connect at once do so the same way. */
final class DiallingSocketFactory extends SocketFactory {

    private final InetSocketAddress listener;
    private final CallTable calls;
    private final Call call;

    DiallingSocketFactory(InetSocketAddress listener, CallTable calls, Call call) {
        this.listener = listener;
        this.calls = calls;
        this.call = call;
    }

    @Override
    public Socket createSocket() {
        return new DiallingSocket(listener, calls, call);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return connected();
    }

    private Socket connected() throws IOException {
        Socket socket = createSocket();
        socket.connect(listener);
        return socket;
    }
}
