package popbeforesmtp.mailserver;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.network.CallTable;
import popbeforesmtp.network.Directory;
import popbeforesmtp.network.PracticeNetwork;

/** The real servers on free ports, the call table before them, and worlds to call from. */
final class TestServers implements AutoCloseable {

    final CallTable calls = new CallTable();
    final MailServers servers;
    private final Map<WorldId, TestWorld> worlds = new ConcurrentHashMap<>();

    TestServers() {
        this(Limits.usual());
    }

    TestServers(Limits limits) {
        servers = new MailServers(this::find, calls, limits);
        try {
            servers.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new world of that name. */
    TestWorld world(String name) {
        WorldId id = new WorldId(name);
        TestWorld world = new TestWorld(id, new PracticeNetwork.Exterior(Directory.ofTheStory(), servers, calls));
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
