package popbeforesmtp.network;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.eventlog.WorldId;

/**
 * A call that has come through, of the practice network or from outside: what the server that takes it must know, and the latch by which the
 * caller learns that the server has finished with it. Safe for any number of threads.
 */
public final class Call {

    private final WorldId world;
    private final SeatId seat;
    private final int session;
    private final InetAddress from;
    private final String dialled;
    private final int port;
    private final String host;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean ending;
    private volatile Runnable timeOut = () -> {};
    private volatile Runnable whenEnded = () -> {};

    Call(WorldId world, SeatId seat, int session, InetAddress from, String dialled, int port, String host) {
        this.world = world;
        this.seat = seat;
        this.session = session;
        this.from = from;
        this.dialled = dialled;
        this.port = port;
        this.host = host;
    }

    /** The world that the call stays in. */
    public WorldId world() {
        return world;
    }

    /** Who called. */
    public SeatId seat() {
        return seat;
    }

    /** The number of the call within its world, from 1. */
    public int session() {
        return session;
    }

    /** The address that the server sees: a practice address, or from outside the true one. */
    public InetAddress from() {
        return from;
    }

    /** The name that was asked for, {@code smtp.plala.example}. */
    public String dialled() {
        return dialled;
    }

    /** The port that was asked for: 110, 25 or 587, not the loopback port behind it; from outside the real one. */
    public int port() {
        return port;
    }

    /** The host that answers, {@code plala.example}; another one than dialled if the network redirected the call. */
    public String host() {
        return host;
    }

    /** Told by the server before its last reply leaves: whoever hears that reply knows that none will follow. */
    public void ending() {
        ending = true;
    }

    /** Whether the reply that was heard last is the last one. */
    public boolean isEnding() {
        return ending;
    }

    /** Told by the server: what makes it end the session as if the caller had been silent for too long. */
    public void whenTimedOut(Runnable action) {
        timeOut = action;
    }

    /** Asks the server to end the session as if the caller had been silent for too long; {@link #awaitEnd} waits for that. */
    public void timeOut() {
        timeOut.run();
    }

    /** Told by the server when it has ended the session and logged its last event. Further calls do nothing. */
    public void end() {
        ended.countDown();
        whenEnded.run();
    }

    /** Told by the caller's side: what is to be done when the server has ended, once or several times; it must not wait. */
    void whenEnded(Runnable action) {
        whenEnded = action;
        if (hasEnded()) {
            action.run();
        }
    }

    /** Whether the server has ended the session. */
    public boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /**
     * Waits for {@link #end()}.
     *
     * @return whether it came within the time
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return ended.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }
}
