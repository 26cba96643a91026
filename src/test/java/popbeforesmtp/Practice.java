package popbeforesmtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import popbeforesmtp.eventlog.FaultLog;
import popbeforesmtp.gate.Desks;
import popbeforesmtp.gate.hosts.HostTable;
import popbeforesmtp.mailserver.listen.MailServers;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.network.CallTable;
import popbeforesmtp.network.PracticeNetwork;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.journal.MemoryStore;
import popbeforesmtp.sandbox.world.Worlds;

/**
 * The real servers and the worlds that call them, without the site: a test's own, or registered for all of a class. Started
 * with port 0, with a clock that tests turn.
 */
public final class Practice implements AutoCloseable, AfterAllCallback {

    private final CallTable calls = new CallTable();
    private final TurnedClock clock = new TurnedClock();
    private final Worlds worlds;
    private final MailServers servers;
    private volatile Runnable atEachCall = () -> {};

    private Practice(Worlds.Limits limits, JournalStore store) {
        worlds = new Worlds(
                new PracticeNetwork.Exterior(HostTable.directory(), this::listener, calls),
                clock,
                limits,
                store,
                Desks::program,
                Meter.NONE);
        servers = new MailServers(worlds, calls, Limits.inPractice(), new FaultLog(clock));
    }

    /** Starts the servers. */
    public static Practice start() {
        return start(Worlds.Limits.usual());
    }

    /** Starts the servers with other limits for worlds. */
    public static Practice start(Worlds.Limits limits) {
        return start(limits, new MemoryStore());
    }

    /** Starts the servers with other limits for worlds, which are kept in that store. */
    public static Practice start(Worlds.Limits limits, JournalStore store) {
        Practice practice = new Practice(limits, store);
        try {
            practice.servers.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return practice;
    }

    /** The worlds. */
    public Worlds worlds() {
        return worlds;
    }

    /** True time, as far as the worlds know. */
    public TurnedClock clock() {
        return clock;
    }

    /** The servers. */
    public MailServers servers() {
        return servers;
    }

    /** Does something before each call that is put through, on the thread of whoever presses or plays again. */
    public void atEachCall(Runnable action) {
        atEachCall = action;
    }

    /** The calls that wait to be taken. */
    public CallTable calls() {
        return calls;
    }

    private Optional<InetSocketAddress> listener(int port) {
        atEachCall.run();
        return servers.at(port);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        servers.close();
    }
}
