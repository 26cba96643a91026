package popbeforesmtp;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Bare lines to a server, from addresses of this machine. Registered in a test class, it closes them after each test. */
public final class Lines implements AfterEachCallback {

    private static final int PATIENCE_MILLIS = 20_000;

    /** So that whoever does not read soon takes nothing more. */
    private static final int WINDOW_OCTETS = 1_024;

    private static final int PATIENT_OCTETS = 65_536;

    private final List<Socket> open = new ArrayList<>();
    private final int window;

    /** Lines that take little at a time. */
    public Lines() {
        this(WINDOW_OCTETS);
    }

    private Lines(int window) {
        this.window = window;
    }

    /** Lines that take all that comes, whenever it is read. */
    public static Lines patient() {
        return new Lines(PATIENT_OCTETS);
    }

    /**
     * A line on which something was said. Where this machine lacks the address, the test is skipped and says so.
     *
     * @param from {@code 127.0.0.1}, or another one of the loopback network
     * @param words ASCII
     */
    public Socket said(String from, int port, String words) throws IOException {
        Socket line = new Socket();
        open.add(line);
        line.setSoTimeout(PATIENCE_MILLIS);
        line.setReceiveBufferSize(window);
        try {
            line.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        } catch (BindException e) {
            System.out.println("One test skipped: this machine has no " + from);
            assumeTrue(false, "this machine has no " + from);
        }
        line.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        line.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        return line;
    }

    /** All that comes on a line up to its end. */
    public static String heard(Socket line) throws IOException {
        return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        for (Socket line : open) {
            line.close();
        }
        open.clear();
    }
}
