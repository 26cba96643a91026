package popbeforesmtp.operation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * {@code GET /metrics} for this machine alone. Another server than the site's, with a thread of its own: it answers also
 * when the site is too busy to.
 */
public final class AdminPort implements AutoCloseable {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final int BACKLOG = 8;

    private final HttpServer server;
    private final PrometheusMeter meter;

    private AdminPort(HttpServer server, PrometheusMeter meter) {
        this.server = server;
        this.meter = meter;
    }

    /**
     * Begins to listen on the loopback interface.
     *
     * @param port 0 for any free one
     * @throws IOException if it cannot be had; the message is one line that says which
     */
    public static AdminPort open(PrometheusMeter meter, int port) throws IOException {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            AdminPort opened = new AdminPort(HttpServer.create(here, BACKLOG), meter);
            opened.server.createContext("/", opened::answer);
            opened.server.start();
            meter.watchTheMachine();
            return opened;
        } catch (BindException e) {
            throw new IOException(
                    "cannot listen at " + here.getHostString() + " port " + port + ": " + e.getMessage(), e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean known = exchange.getRequestURI().getPath().equals("/metrics");
            boolean reads = exchange.getRequestMethod().equals("GET");
            byte[] body = (known && reads ? meter.told() : "GET /metrics\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", TEXT);
            exchange.sendResponseHeaders(!known ? 404 : reads ? 200 : 405, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The port that it listens at. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        meter.close();
    }
}
