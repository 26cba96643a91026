package popbeforesmtp.mailserver;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import popbeforesmtp.eventlog.FaultLog;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.gate.hosts.HostTable;
import popbeforesmtp.mailserver.listen.MailServers;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.mailserver.mailbox.Sealing;
import popbeforesmtp.network.CallTable;
import popbeforesmtp.network.PracticeNetwork;

/** The real servers on free ports, the call table before them, and worlds to call from. */
public final class TestServers implements AutoCloseable {

    public final CallTable calls = new CallTable();
    public final MailServers servers;
    private final Map<WorldId, TestWorld> worlds = new ConcurrentHashMap<>();

    public TestServers() {
        this(Limits.usual());
    }

    public TestServers(Limits limits) {
        this(limits, new FaultLog(new TurnedClock()));
    }

    public TestServers(Limits limits, FaultLog faults) {
        servers = new MailServers(this::find, calls, limits, faults);
        try {
            servers.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new world of that name. */
    public TestWorld world(String name) {
        return world(name, TestWorld.PLAIN);
    }

    /** A new world of that name, in which plala has the habits of another program. */
    public TestWorld world(String name, RelayBehaviour behaviour) {
        return world(name, behaviour, Sealing.FOR_MEMBERS);
    }

    /** A new world of that name, whose hosts offer TLS by that rule. */
    public TestWorld world(String name, Sealing sealing) {
        return world(name, TestWorld.PLAIN, sealing);
    }

    private TestWorld world(String name, RelayBehaviour behaviour, Sealing sealing) {
        WorldId id = new WorldId(name);
        TestWorld world = new TestWorld(
                id, new PracticeNetwork.Exterior(HostTable.directory(), servers, calls), behaviour, sealing);
        worlds.put(id, world);
        return world;
    }

    private Optional<MailHost> find(WorldId world, String host) {
        return Optional.ofNullable(worlds.get(world)).flatMap(found -> found.find(host));
    }

    @Override
    public void close() {
        servers.close();
    }
}
