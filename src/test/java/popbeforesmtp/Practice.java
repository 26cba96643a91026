package popbeforesmtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import popbeforesmtp.mailserver.listen.MailServers;
import popbeforesmtp.network.CallTable;
import popbeforesmtp.sandbox.journal.JournalStore;
import popbeforesmtp.sandbox.world.Worlds;

/**
 * The App of which only the servers are started, and the worlds that call them: a test's own, or registered for all of a
 * class. With a clock that tests turn.
 */
public final class Practice implements AutoCloseable, AfterAllCallback {

    private final TurnedClock clock = new TurnedClock();
    private final App app;
    private volatile Runnable atEachCall = () -> {};

    private Practice(Setup setup) {
        app = new App(setup.withClock(clock).withCalls(servers -> port -> {
            atEachCall.run();
            return servers.at(port);
        }));
        try {
            app.startServers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the servers. */
    public static Practice start() {
        return new Practice(Setup.usual());
    }

    /** Starts the servers with other limits for worlds. */
    public static Practice start(Worlds.Limits limits) {
        return new Practice(Setup.usual().withWorlds(limits));
    }

    /** Starts the servers with other limits for worlds, which are kept in that store. */
    public static Practice start(Worlds.Limits limits, JournalStore store) {
        return new Practice(Setup.usual().withWorlds(limits).withStore(own -> store));
    }

    /** The worlds. */
    public Worlds worlds() {
        return app.worlds();
    }

    /** True time, as far as the worlds know. */
    public TurnedClock clock() {
        return clock;
    }

    /** The servers. */
    public MailServers servers() {
        return app.servers();
    }

    /** The calls that wait to be taken. */
    public CallTable calls() {
        return app.calls();
    }

    /** Does something before each call that is put through, on the thread of whoever presses or plays again. */
    public void atEachCall(Runnable action) {
        atEachCall = action;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        app.close();
    }
}
