package popbeforesmtp.network;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is calling: from the full socket address of a loopback connection to the call behind it. The dialling side notes the
 * entry before it connects, the listener takes it at accept; closing a socket never touches it. So a server knows the
 * caller's practice address on every operating system, without aliases and without root. Safe for any number of threads.
 */
public final class CallTable implements Callers {

    private final Map<InetSocketAddress, Call> calls = new ConcurrentHashMap<>();

    void note(InetSocketAddress peer, Call call) {
        calls.put(peer, call);
    }

    void forget(InetSocketAddress peer) {
        calls.remove(peer);
    }

    /** Takes the entry out: nothing if whoever connected was not put through by the practice network. */
    public Optional<Call> take(InetSocketAddress peer) {
        return Optional.ofNullable(calls.remove(peer));
    }

    @Override
    public Optional<Call> whoIs(Socket socket, int port) {
        return take((InetSocketAddress) socket.getRemoteSocketAddress());
    }

    /** How many calls wait to be taken; 0 whenever nobody is dialling. */
    public int size() {
        return calls.size();
    }
}
