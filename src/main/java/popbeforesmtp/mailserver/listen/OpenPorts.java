package popbeforesmtp.mailserver.listen;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.mailserver.session.Role;

/**
 * The listeners of one front desk, opened and closed together, and the watch that goes round all their sessions. Safe
 * for any number of threads.
 */
public final class OpenPorts {

    private final Admission desk;
    private final Map<Role, ServerSocket> sockets = new EnumMap<>(Role.class);
    private final List<Listener> listeners = new ArrayList<>();
    private @Nullable ScheduledExecutorService watch;

    public OpenPorts(Admission desk) {
        this.desk = desk;
    }

    /**
     * Begins to listen. To be called once.
     *
     * @param addresses where each role is played, port 0 for any free one
     * @throws IOException if one of them cannot be had, or the thread is interrupted; however it fails, nothing is left open
     */
    public synchronized void open(Map<Role, InetSocketAddress> addresses) throws IOException {
        try {
            for (Map.Entry<Role, InetSocketAddress> address : addresses.entrySet()) {
                sockets.put(address.getKey(), bind(address.getValue()));
            }
            for (Map.Entry<Role, ServerSocket> bound : sockets.entrySet()) {
                Listener listener = new Listener(bound.getKey(), bound.getValue(), desk);
                listeners.add(listener);
                listener.open();
            }
            watch = watch();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the ports were opened");
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Where a role is played; nothing if it is not. */
    public synchronized Optional<InetSocketAddress> at(Role role) {
        return Optional.ofNullable(sockets.get(role))
                .map(socket -> new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort()));
    }

    /**
     * Ends the sessions with 421 or {@code -ERR}, frees the ports and waits for the sessions' end, three seconds at the
     * most. A mail that was answered 250 is in its mailbox. Once is enough.
     */
    public synchronized void close() {
        if (watch != null) {
            watch.shutdownNow();
        }
        listeners.forEach(this::close);
        for (ServerSocket socket : sockets.values()) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is as closed as it can be.
            }
        }
        listeners.clear();
        sockets.clear();
    }

    private void close(Listener listener) {
        try {
            listener.close();
        } catch (RuntimeException e) {
            desk.faults().tell("closing " + listener.getName(), e);
        }
    }

    private static ServerSocket bind(InetSocketAddress address) throws IOException {
        try {
            return new PatientServerSocket(address);
        } catch (IOException e) {
            String at = address.getHostString() + " port " + address.getPort();
            throw new IOException("cannot listen at " + at + ": " + e.getMessage(), e);
        }
    }

    private ScheduledExecutorService watch() {
        ScheduledExecutorService made = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "mailserver-watch");
            thread.setDaemon(true);
            return thread;
        });
        long millis = desk.limits().times().stall().toMillis();
        List<Listener> watched = List.copyOf(listeners);
        ScheduledFuture<?> unused = made.scheduleWithFixedDelay(
                () -> watched.forEach(Listener::look), millis, millis, TimeUnit.MILLISECONDS);
        return made;
    }
}
