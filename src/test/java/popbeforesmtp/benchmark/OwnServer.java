package popbeforesmtp.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.net.smtp.SMTPClient;
import popbeforesmtp.eventlog.EventLog;
import popbeforesmtp.eventlog.FaultLog;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.gate.HostRule;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.gate.hosts.HostTable;
import popbeforesmtp.mailserver.listen.MailServers;
import popbeforesmtp.mailserver.mailbox.Limits;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.network.CallTable;
import popbeforesmtp.network.Dialled;
import popbeforesmtp.network.Place;
import popbeforesmtp.network.PracticeNetwork;

/** The real servers with one host, called without a world around them. */
final class OwnServer implements AutoCloseable {

    private static final String PLALA = "plala.example";

    private final CallTable calls = new CallTable();
    private final EventLog log = new EventLog(100);
    private final MailServers servers;
    private final PracticeNetwork network;
    private MailHost host = host();
    private int mails;

    OwnServer() throws IOException {
        servers = new MailServers(
                (world, name) -> Optional.of(host), calls, Limits.usual(), new FaultLog(() -> Instant.EPOCH));
        servers.start();
        network = new PracticeNetwork(
                new WorldId("benchmark"),
                new PracticeNetwork.Exterior(HostTable.directory(), servers, calls),
                log::append,
                () -> Instant.EPOCH);
    }

    private MailHost host() {
        HostRule rule = new HostRule(PLALA, address -> false, true, false);
        MailHost fresh =
                new MailHost(rule, RelayBehaviour.plain(Duration.ofMinutes(5)), log::append, () -> Instant.EPOCH);
        fresh.addUser("hanako", "sakura");
        return fresh;
    }

    int port() {
        return servers.at(25).orElseThrow().getPort();
    }

    /** Connects the client, with an empty mailbox now and then so that it never fills. */
    void call(SMTPClient client) throws IOException {
        if (++mails % 100 == 0) {
            host = host();
        }
        Dialled.Connected way = (Dialled.Connected) network.dial(SeatId.FIRST, Place.CENTRE, "smtp." + PLALA, 25);
        client.setSocketFactory(way.sockets());
        client.connect(way.server(), 25);
    }

    @Override
    public void close() {
        servers.close();
    }
}
