package popbeforesmtp.mailserver.listen;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A bound socket that takes a breath when accepting fails: without file descriptors the loop would spin. */
final class PatientServerSocket extends ServerSocket {

    private static final int BACKLOG = 512;
    private static final long BREATH_MILLIS = 100;

    /** @throws IOException if the address cannot be had; nothing is left open then */
    PatientServerSocket(InetSocketAddress at) throws IOException {
        try {
            bind(at, BACKLOG);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public Socket accept() throws IOException {
        try {
            return super.accept();
        } catch (IOException e) {
            if (!isClosed()) {
                breathe();
            }
            throw e;
        }
    }

    private static void breathe() {
        try {
            Thread.sleep(BREATH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
