package popbeforesmtp.mailserver.listen;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A bound socket that takes a breath when accepting fails: without file descriptors, or without memory, the loop would spin.
 * Whatever fails is an {@link IOException}, as anything else would end GreenMail's accept loop for good.
 */
final class PatientServerSocket extends ServerSocket {

    private static final int BACKLOG = 512;
    private static final long BREATH_MILLIS = 100;

    /** @throws IOException if the address cannot be had; nothing is left open then */
    PatientServerSocket(InetSocketAddress at) throws IOException {
        try {
            bind(at, BACKLOG);
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    @Override
    public Socket accept() throws IOException {
        try {
            return super.accept();
        } catch (IOException e) {
            breathe();
            throw e;
        } catch (RuntimeException | Error e) {
            breathe();
            throw new IOException("nobody could be taken in", e);
        }
    }

    private void breathe() {
        if (isClosed()) {
            return;
        }
        try {
            Thread.sleep(BREATH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
